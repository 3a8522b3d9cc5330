/** Failures as one line, and a bug with the text to report it. */
import { describe, expect, it } from 'vitest';
import { explain, InputError } from '../../src/model/errors.ts';
import { briefFailure, failureLines } from '../../src/report/failure.ts';

describe('an input error', () => {
  const error = new InputError({
    problem: '2 inputs are wrong.',
    evidence: 'format is "xml"\nrender is "\u001b[31mno"',
    remedy: 'Correct them',
  });

  it('is one line of sentences, inert', () => {
    expect(failureLines(error)).toBe(
      'idwire: 2 inputs are wrong. format is "xml". render is "\\u001b[31mno". Correct them.\n',
    );
  });

  it('leaves out what it has nothing to say about', () => {
    const bare = new InputError({ problem: 'No command was given', evidence: '', remedy: '' });
    expect(briefFailure(bare)).toBe('No command was given.');
  });
});

describe('a bug', () => {
  const bug = explain(new TypeError('cannot read ::error::x'));

  it('is told in one line, with its stack below and how to report it', () => {
    const [first = '', ...stack] = failureLines(bug).trimEnd().split('\n');
    expect(first).toMatch(/^idwire: Idwire failed: cannot read :\\u003aerror:\\u003ax\. .*report it/);
    expect(stack.length).toBeGreaterThan(1);
    expect(stack.every((line) => line.startsWith('  '))).toBe(true);
    expect(stack.join('\n')).toContain('failure.test.ts');
  });

  it('has no stack where there is room for one line', () => {
    expect(briefFailure(bug)).not.toContain('failure.test.ts');
  });
});
