/** `explain`: pages of rules, codes of Entra, and topics that are neither. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainTopic } from '../../src/app/explain.ts';
import { aadstsCodes } from '../../src/model/aadsts.ts';
import { rules } from '../../src/rules/index.ts';

const page = (id: string) => readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');

describe('explain', () => {
  it.each(rules.map(({ id }) => id))('tells of %s why, how to mend it, and shows examples', (id) => {
    const text = explainTopic(id, page);
    const rule = rules.find((candidate) => candidate.id === id);
    expect(text.startsWith(`${id}\n${'='.repeat(id.length)}\n`)).toBe(true);
    for (const heading of ['Why it matters', 'What it finds', 'What it accepts', 'How to mend it']) {
      expect(text).toContain(`\n${heading}\n${'-'.repeat(heading.length)}\n`);
    }
    expect(text.replace(/\s+/g, ' ')).toContain(rule?.why.replaceAll('`', '').replace(/\s+/g, ' '));
    // A fence of the page itself starts a line; one in an example file is indented with it.
    expect(text).not.toMatch(/^```/m);
    expect(text.endsWith('\n')).toBe(true);
  });

  it.each(aadstsCodes.map(({ code }) => code))('tells of AADSTS%i what it means', (code) => {
    const text = explainTopic(`aadsts${code}`, page);
    const known = aadstsCodes.find((candidate) => candidate.code === code);
    expect(text).toBe(explainTopic(String(code), page));
    expect(text.replace(/\s+/g, ' ')).toContain(known?.meaning);
    for (const cause of known?.causes ?? []) expect(text.replace(/\s+/g, ' ')).toContain(cause);
    expect(text).toContain('What to look at next');
  });

  it('names the rules that see the cause before, those of this version only', () => {
    const text = explainTopic('AADSTS700213', page);
    expect(text).toContain('- pipeline-subject-undeclared: ');
    expect(text).not.toContain('no-such-rule');
  });

  it.each([
    ['AADSTS7002139', 'AADSTS700213'],
    ['pod-label-mising', 'pod-label-missing'],
  ])('answers %s with the nearest topic', (topic, meant) => {
    expect(() => explainTopic(topic, page)).toThrow(meant);
  });

  it('says what is missing when the page is', () => {
    expect(() => explainTopic('pod-label-missing', () => undefined)).toThrow(/not part of this installation/);
  });
});
