/** Inputs: typed values, every mistake in one error, and what was given kept apart from what is only a default. */
import { describe, expect, test } from 'vitest';
import { hosts } from '../../src/config/commands.ts';
import {
  allowedValues,
  camelCase,
  defaultText,
  inputDefinition,
  inputNames,
  inputsOn,
  nameOn,
  parseInputs,
  parseValue,
  readInputs,
} from '../../src/config/inputs.ts';
import { InputError } from '../../src/model/errors.ts';

const parse = (raw: Readonly<Record<string, string>>, host: 'cli' | 'action' | 'task' = 'action') =>
  parseInputs(new Map(Object.entries(raw)), host);

/** The evidence of the error that the inputs cause, line by line. */
function faultsOf(
  raw: Readonly<Record<string, string>>,
  host: 'cli' | 'action' | 'task' = 'action',
): readonly string[] {
  try {
    parse(raw, host);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).evidence.split('\n');
  }
  return [];
}

describe('the table', () => {
  test.each(inputNames)('%s is named, described and used', (name) => {
    const { description, commands, hosts: offered } = inputDefinition(name);
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(description).toMatch(/^[A-Z`].*\.$/);
    expect(description).not.toContain('\n');
    expect(commands.length).toBeGreaterThan(0);
    expect(offered.length).toBeGreaterThan(0);
  });

  test('has no two inputs with one name on any host', () => {
    for (const host of hosts) {
      const names = inputNames.map((name) => nameOn(host, name).toLowerCase());
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('holds the defaults of the contract', () => {
    const { values, given } = parse({});
    expect(values).toMatchObject({
      command: 'auto',
      paths: ['.'],
      failOn: 'error',
      onlyChanged: false,
      render: 'auto',
      allowRemote: false,
      format: 'text',
      azureAuth: 'auto',
      prune: 'never',
      maxDeletes: 5,
      stage: 'add',
      write: false,
      annotations: true,
      comment: false,
    });
    for (const name of ['config', 'baseline', 'shard', 'digest', 'githubToken', 'azureSubscription'] as const) {
      expect(values[name]).toBeUndefined();
    }
    expect(given.size).toBe(0);
  });

  test('accepts every default as a value', () => {
    for (const host of hosts) {
      for (const name of inputsOn(host)) {
        const text = defaultText(name);
        if (text === '' || (name === 'command' && host === 'cli')) continue;
        const property = camelCase(name) as keyof ReturnType<typeof parse>['values'];
        expect(parse({ [name]: text }, host).values[property]).toEqual(parse({}, host).values[property]);
      }
    }
  });
});

describe('values', () => {
  test('are typed', () => {
    const raw = { exhaustive: 'TRUE', paths: ' a \n\n b\r\n', 'fail-on': 'never', 'report-file': 'x' };
    const { values, given } = parse(raw);
    expect(values).toMatchObject({ exhaustive: true, paths: ['a', 'b'], failOn: 'never', reportFile: 'x' });
    expect([...given].sort()).toEqual(['exhaustive', 'fail-on', 'paths', 'report-file']);
  });

  test('that are empty count as not given', () => {
    expect(parse({ 'report-file': ' ', 'fail-on': '' }).given.size).toBe(0);
  });

  test('that are wrong are all named in one error, with what is allowed', () => {
    expect(faultsOf({ 'fail-on': 'warnings', exhaustive: 'yes', nonsense: '1', 'report-fil': 'x' }, 'task')).toEqual([
      'failOn is "warnings"; allowed: error, warning, note, never (did you mean warning?).',
      'exhaustive is "yes"; allowed: true, false.',
      'nonsense is not an input of this version.',
      'report-fil is not an input of this version; did you mean reportFile?',
    ]);
  });

  test('a command that the host does not offer is refused', () => {
    expect(faultsOf({ command: 'explain' })).toEqual([
      `command is "explain"; allowed: ${allowedValues('command', 'action').join(', ')}.`,
    ]);
  });
});

describe('the environment of a pipeline', () => {
  test('is read under the name of the host', () => {
    const raw = { 'fail-on': 'note', 'report-file': 'a.json' };
    expect(readInputs('action', { 'INPUT_FAIL-ON': 'note', 'INPUT_REPORT-FILE': ' a.json ', OTHER: 'x' })).toEqual(
      new Map(Object.entries(raw)),
    );
    expect(readInputs('task', { INPUT_FAILON: 'note', INPUT_REPORTFILE: 'a.json' })).toEqual(
      new Map(Object.entries(raw)),
    );
  });

  test('gives nothing when the host only filled in defaults', () => {
    const environment = Object.fromEntries(
      inputsOn('action').map((name) => [`INPUT_${name.toUpperCase()}`, defaultText(name)]),
    );
    expect(Object.keys(environment).length).toBeGreaterThan(5);
    expect(readInputs('action', environment).size).toBe(0);
  });
});

describe('kinds', () => {
  test.each([
    ['max-deletes', '0', 0],
    ['max-deletes', '12', 12],
    ['shard', '2/4', { index: 2, count: 4 }],
    ['cluster', 'a\nb', ['a', 'b']],
    ['client-id', '5B0F0000-0000-4000-8000-00000000000a', '5B0F0000-0000-4000-8000-00000000000a'],
    ['azure-subscription', 'anything', 'anything'],
  ] as const)('%s takes %s', (name, text, value) => {
    expect(parseValue(name, text, 'task')).toEqual({ value });
  });

  test.each([
    ['max-deletes', '-1', 'it must be a whole number, 0 or more'],
    ['max-deletes', '1.5', 'it must be a whole number, 0 or more'],
    ['shard', '5/4', 'it must be a part and the number of parts, such as 1/4'],
    ['shard', '0/4', 'it must be a part and the number of parts, such as 1/4'],
    ['client-id', 'my-identity', 'it must be a GUID such as 00000000-0000-0000-0000-000000000000'],
    ['prune', 'all', 'allowed: never, owned'],
  ] as const)('%s refuses %s', (name, text, fault) => {
    expect(parseValue(name, text, 'cli')).toEqual({ fault });
  });
});

describe('what is planned', () => {
  test('is offered nowhere, and refused when it is given', () => {
    const planned = inputNames.filter((name) => inputDefinition(name).planned);
    for (const host of hosts) expect(inputsOn(host).filter((name) => planned.includes(name))).toEqual([]);
    for (const name of planned)
      expect(faultsOf({ [name]: 'x' })[0]).toContain(`${name} is not an input of this version`);
  });
});
