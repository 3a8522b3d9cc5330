/** The inputs of a run: from the raw text of a host to typed values, with every mistake named at once. */
import { InputError } from '../model/errors.ts';
import { anyReady, commandsOn, type Host } from './commands.ts';
import type { ChoiceInput, InputDefinition, LinesInput, Shard } from './input-definition.ts';
import { type InputName, inputTable } from './input-table.ts';
import { nearest } from './nearest.ts';

type Table = typeof inputTable;
/** `fail-on` as `failOn`. */
export type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;
type ValueOf<Definition> =
  Definition extends ChoiceInput<infer Value>
    ? Value
    : Definition extends LinesInput
      ? readonly string[]
      : Definition extends { readonly type: 'boolean' }
        ? boolean
        : Definition extends { readonly type: 'integer' }
          ? number
          : Definition extends { readonly type: 'shard' }
            ? Shard | undefined
            : string | undefined;

/** The value of every input under its camelCase name; undefined where nothing was given and there is no default. */
export type Inputs = { readonly [Name in InputName as CamelCase<Name>]: ValueOf<Table[Name]> };

/** `given` names what a person chose: it beats `idwire.yaml`, which beats the defaults that fill the rest of `values`. */
export interface ParsedInputs {
  readonly values: Inputs;
  readonly given: ReadonlySet<InputName>;
}

/** One thing that is wrong with what was given, as a whole sentence. */
export type InputFault = string;

export const inputNames = Object.keys(inputTable) as readonly InputName[];

/** The definition of an input, whatever its kind. */
export function inputDefinition(name: InputName): InputDefinition {
  return inputTable[name];
}

/** `fail-on` as `failOn`: the name of an input in `task.json` and in `Inputs`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The inputs that this version offers on a host, in table order. */
export function inputsOn(host: Host): readonly InputName[] {
  return inputNames.filter((name) => {
    const { hosts, commands, planned } = inputDefinition(name);
    return !planned && hosts.includes(host) && anyReady(commands, host);
  });
}

/** The name of an input as a person writes it on a host. */
export function nameOn(host: Host, name: InputName): string {
  if (host === 'task') return camelCase(name);
  return host === 'cli' && !inputDefinition(name).positional ? `--${name}` : name;
}

/** The values that an input accepts on a host in this version, where they are few; the default comes first. */
export function allowedValues(name: InputName, host: Host): readonly string[] {
  if (name === 'command') return commandsOn(host).map((command) => command.name);
  const definition = inputDefinition(name);
  if (definition.type === 'boolean') return definition.default ? ['true', 'false'] : ['false', 'true'];
  if (definition.type !== 'choice') return [];
  return definition.values.filter((value) => !definition.plannedValues?.includes(value));
}

/** The default as raw text; empty when there is none. */
export function defaultText(name: InputName): string {
  const definition = inputDefinition(name);
  switch (definition.type) {
    case 'boolean':
    case 'integer':
      return String(definition.default);
    case 'choice':
      return definition.values[0] as string;
    case 'lines':
      return definition.default.join('\n');
    default:
      return '';
  }
}

/**
 * The raw inputs that a pipeline host put into the environment (`INPUT_` and the upper-case name). A value that equals
 * the default counts as not given: the host fills in defaults itself, so the two cannot be told apart.
 */
export function readInputs(
  host: 'action' | 'task',
  environment: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<InputName, string> {
  const raw = new Map<InputName, string>();
  for (const name of inputsOn(host)) {
    const value = environment[`INPUT_${nameOn(host, name).toUpperCase()}`]?.trim() ?? '';
    if (value !== '' && value !== defaultText(name)) raw.set(name, value);
  }
  return raw;
}

/**
 * Typed values of the raw inputs, by table name. An empty text is the same as none.
 * Throws one `InputError` that names every unknown input and every bad value.
 */
export function parseInputs(raw: ReadonlyMap<string, string>, host: Host): ParsedInputs {
  const { inputs, faults } = inspectInputs(raw, host);
  throwFaults(faults);
  return inputs;
}

/** Like `parseInputs`, but hands the faults over, so that a host can add its own. */
export function inspectInputs(raw: ReadonlyMap<string, string>, host: Host) {
  const offered = inputsOn(host);
  const faults: InputFault[] = [];
  const values: Record<string, unknown> = {};
  for (const name of inputNames) values[camelCase(name)] = defaultValue(name);
  const given = new Set<InputName>();
  for (const [key, text] of raw) {
    const name = offered.find((candidate) => candidate === key);
    if (!name) {
      faults.push(unknownInput(key, host));
    } else if (text.trim() !== '') {
      const parsed = parseValue(name, text.trim(), host);
      if ('fault' in parsed) faults.push(`${nameOn(host, name)} is ${JSON.stringify(text.trim())}; ${parsed.fault}.`);
      else values[camelCase(name)] = parsed.value;
      given.add(name);
    }
  }
  return { inputs: { values: values as unknown as Inputs, given } satisfies ParsedInputs, faults };
}

/** Throws all faults as one `InputError`; does nothing when there are none. */
export function throwFaults(faults: readonly InputFault[], remedy = 'Correct it and run again.'): void {
  if (faults.length === 0) return;
  const problem = faults.length === 1 ? 'An input is wrong.' : `${faults.length} inputs are wrong.`;
  throw new InputError({ problem, evidence: faults.join('\n'), remedy });
}

function unknownInput(key: string, host: Host): InputFault {
  const meant = nearest(key, inputsOn(host)) as InputName | undefined;
  return `${key} is not an input of this version${meant ? `; did you mean ${nameOn(host, meant)}?` : '.'}`;
}

function defaultValue(name: InputName): unknown {
  const definition = inputDefinition(name);
  if (definition.type === 'choice') return definition.values[0];
  return 'default' in definition ? definition.default : undefined;
}

/** The value of a text that is not empty, or what it would have to be. */
export function parseValue(
  name: InputName,
  text: string,
  host: Host,
): { readonly value: unknown } | { readonly fault: string } {
  const definition = inputDefinition(name);
  switch (definition.type) {
    case 'boolean': {
      const value = text.toLowerCase();
      return value === 'true' || value === 'false' ? { value: value === 'true' } : { fault: 'allowed: true, false' };
    }
    case 'choice':
      return parseChoice(text, allowedValues(name, host));
    case 'integer': {
      const { minimum } = definition;
      const right = /^\d{1,9}$/.test(text) && Number(text) >= minimum;
      return right ? { value: Number(text) } : { fault: `it must be a whole number, ${minimum} or more` };
    }
    case 'shard': {
      const [index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).slice(1).map(Number);
      if (index && count && index <= count) return { value: { index, count } satisfies Shard };
      return { fault: 'it must be a part and the number of parts, such as 1/4' };
    }
    case 'lines':
      return { value: text.split(/\r?\n/).flatMap((line) => line.trim() || []) };
    case 'text':
      if (definition.form && !definition.form.pattern.test(text))
        return { fault: `it must be ${definition.form.words}` };
      return { value: text };
    case 'connection':
      return { value: text };
  }
}

function parseChoice(
  text: string,
  allowed: readonly string[],
): { readonly value: string } | { readonly fault: string } {
  if (allowed.includes(text)) return { value: text };
  const meant = nearest(text, allowed);
  return { fault: `allowed: ${allowed.join(', ')}${meant ? ` (did you mean ${meant}?)` : ''}` };
}
