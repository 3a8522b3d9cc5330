/** The command line: commands, options and paths, help, and every mistake with what was meant. */
import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/config/command-line.ts';
import { commandsOn } from '../../src/config/commands.ts';
import { helpText } from '../../src/config/help.ts';
import { allowedValues, inputDefinition, inputsOn } from '../../src/config/inputs.ts';
import { InputError } from '../../src/model/errors.ts';

const parse = (line: string) => parseCommandLine(line.split(' ').filter(Boolean));

function run(line: string) {
  const parsed = parse(line);
  if (parsed.kind !== 'run') throw new Error(`${line} is ${parsed.kind}`);
  return parsed;
}

function faultsOf(line: string): readonly string[] {
  try {
    parse(line);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).evidence.split('\n');
  }
  return [];
}

describe('a run', () => {
  test('takes paths and options in any order', () => {
    const { command, inputs } = run('--fail-on=warning check a --exhaustive b --report-file out.json');
    expect(command).toBe('check');
    expect(inputs.values).toMatchObject({
      command: 'check',
      paths: ['a', 'b'],
      failOn: 'warning',
      exhaustive: true,
      reportFile: 'out.json',
    });
    expect([...inputs.given].sort()).toEqual(['exhaustive', 'fail-on', 'paths', 'report-file']);
  });

  test('checks the working directory when no path is given', () => {
    const { inputs } = run('check');
    expect(inputs.values.paths).toEqual(['.']);
    expect(inputs.given.size).toBe(0);
  });

  test('takes standard input and paths that look like options', () => {
    expect(run('check -').inputs.values.paths).toEqual(['-']);
    expect(run('check -- --odd').inputs.values.paths).toEqual(['--odd']);
  });

  test('lets the last of a repeated option count, and switches flags off', () => {
    const { inputs } = run('check --fail-on note --exhaustive --fail-on never --no-exhaustive');
    expect(inputs.values).toMatchObject({ failOn: 'never', exhaustive: false });
  });
});

describe('mistakes', () => {
  test.each([
    ['chek', ['"chek" is not a command of this version; did you mean check?']],
    ['--fail-on note', ['No command was given.']],
    ['check --fail-onn note', ['--fail-onn is not an option of this version; did you mean --fail-on?']],
    ['check --fail-on', ['--fail-on needs a value.']],
    ['check --fail-on --exhaustive', ['--fail-on needs a value.']],
    ['check --no-fail-on', ['--no-fail-on needs a value.']],
    ['check --paths a', ['--paths is not an option of this version.']],
    ['check -x', ['-x is not an option of this version.']],
    ['check --exhaustive=perhaps', ['--exhaustive is "perhaps"; allowed: true, false.']],
    [
      'check --format xml --fail-on eror --nope',
      [
        '--nope is not an option of this version.',
        `--format is "xml"; allowed: ${allowedValues('format', 'cli').join(', ')}.`,
        '--fail-on is "eror"; allowed: error, warning, note, never (did you mean error?).',
      ],
    ],
  ])('%s', (line, faults) => {
    expect(faultsOf(line)).toEqual(faults);
  });

  test('a command is not offered where its host is another', () => {
    expect(faultsOf('auto')).toEqual(['"auto" is not a command of this version.']);
  });
});

describe('help', () => {
  test('is asked for with nothing, an option, or a command and an option', () => {
    expect(parse('')).toEqual({ kind: 'help', command: undefined });
    expect(parse('-h')).toEqual({ kind: 'help', command: undefined });
    expect(parse('check --nonsense --help')).toEqual({ kind: 'help', command: 'check' });
    expect(parse('--version')).toEqual({ kind: 'version' });
  });

  test('names every command, and of a command every option, in lines of at most 100 characters', () => {
    const general = helpText(undefined);
    for (const command of commandsOn('cli')) {
      expect(general).toContain(command.name);
      const text = helpText(command.name);
      const options = inputsOn('cli').filter((name) => {
        const { positional, commands } = inputDefinition(name);
        return !positional && commands.includes(command.name);
      });
      for (const name of options) expect(text).toMatch(new RegExp(`^ {2}--(no-)?${name}\\b`, 'm'));
      for (const line of text.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});
