/** Evaluates the names of a Bicep file: parameters, variables, resources, and a few functions. */
import { literalOf, literalText } from '../../model/partial-text.ts';
import type { Spot } from '../../model/source.ts';
import type { BicepFile, BicepObject } from './bicep-file.ts';
import { type Evaluation, evaluate, type KnownFunction, replaceable, symbolValue, textValue } from './evaluate.ts';
import { entryOf, type NamespaceValue, type Value } from './expression.ts';

/** How a file is used: deployed by somebody, or by one run of a `module`. */
export interface FileUse {
  readonly file: BicepFile;
  /** What the caller passes; undefined for a file that is deployed by itself, whose parameters anybody may set. */
  readonly inputs: ReadonlyMap<string, Value> | undefined;
  /** Stands before the symbols of the file: the module it is used as. */
  readonly prefix: string;
  readonly conditional: boolean;
  /** The outermost `module` that leads here. */
  readonly at: Spot | undefined;
  /** Files on the way, to stop a module that calls itself. */
  readonly trail: readonly string[];
}

/** Names of a file: parameters, variables, and resources with the attributes they set. */
export function fileEvaluation(use: FileUse, base: Pick<Evaluation, 'readText' | 'work'>): Evaluation {
  const { file, prefix } = use;
  const known = new Map<string, Value | undefined>();
  const objects = new Map([...file.resources, ...file.modules].map((object) => [object.symbol, object]));
  const evaluation: Evaluation = {
    ...base,
    functions: bicepFunctions,
    prefix,
    runs: [],
    lookup: (name) => {
      if (!known.has(name)) {
        known.set(name, undefined);
        known.set(name, declaredValue(name));
      }
      return known.get(name);
    },
  };
  const declaredValue = (name: string): Value | undefined => {
    const variable = file.variables.get(name);
    if (variable) return evaluate(variable, evaluation);
    if (file.parameters.has(name)) return parameterValue(name, use, evaluation);
    const object = objects.get(name);
    return object && namespaceOf(object, evaluation);
  };
  return evaluation;
}

function parameterValue(name: string, use: FileUse, evaluation: Evaluation): Value | undefined {
  const given = use.inputs?.get(name);
  if (given) return given;
  const expression = use.file.parameters.get(name);
  const value = expression && evaluate(expression, evaluation);
  if (!value || (value.kind === 'text' && ['', 'null'].includes(literalOf(value.text) ?? '.'))) return undefined;
  return use.inputs ? value : replaceable(value, name);
}

/** A resource by its symbol: `symbol.name` is what it sets, all else is known after a deployment. */
function namespaceOf(object: BicepObject, evaluation: Evaluation): NamespaceValue {
  return {
    kind: 'namespace',
    symbol: evaluation.prefix + object.symbol,
    member: (attribute) => {
      if (attribute !== 'name' || object.loop) return undefined;
      const value = entryOf(evaluate(object.body, evaluation), 'name');
      return value?.kind === 'text' && literalOf(value.text) !== undefined ? value : undefined;
    },
    at: object.at,
  };
}

/** A loop over more numbers than an identity takes credentials tells nothing more. */
const longestRange = 25;

const bicepFunctions: ReadonlyMap<string, KnownFunction> = new Map<string, KnownFunction>([
  ['any', ([value]) => value],
  [
    'items',
    ([map], at) => {
      if (map?.kind !== 'map') return undefined;
      const items = [...map.entries].map(([name, entry]): Value => {
        const key = textValue(literalText(name), entry.key);
        const members = { key: map.open ? { ...key, loose: symbolValue('key', at).text } : key, value: entry.value };
        const entries = new Map(Object.entries(members).map(([word, value]) => [word, { key: entry.key, value }]));
        return { kind: 'map', entries, open: false, at: entry.key };
      });
      return { kind: 'list', items, open: map.open, at };
    },
  ],
  [
    'range',
    (values, at) => {
      const [start, length] = values.map((value) =>
        value.kind === 'text' ? Number(literalOf(value.text)) : Number.NaN,
      );
      if (!Number.isInteger(start) || !Number.isInteger(length) || (length as number) > longestRange) return undefined;
      const numbers = Array.from({ length: Math.max(0, length as number) }, (_, index) => (start as number) + index);
      const open = values.some((value) => value.kind === 'text' && value.loose !== value.text);
      return { kind: 'list', items: numbers.map((number) => textValue(literalText(String(number)), at)), open, at };
    },
  ],
]);
