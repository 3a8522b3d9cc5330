/** A Terraform module with its inputs: evaluates its names, and runs `count` and `for_each`. */
import { literalOf, literalText } from '../../model/partial-text.ts';
import type { Spot } from '../../model/source.ts';
import { type Evaluation, evaluate, type KnownFunction, replaceable, runsOf, textValue, within } from './evaluate.ts';
import {
  attributeOf,
  type Expression,
  entryOf,
  type MapValue,
  type NamespaceValue,
  type ObjectExpression,
  type Value,
} from './expression.ts';
import type { TerraformFolder, TerraformObject } from './terraform-folder.ts';

/** How a module is used: by nobody else in the repository, or by one run of a `module` block. */
export interface ModuleUse {
  readonly folder: TerraformFolder;
  /** What the caller passes; undefined for a root, whose variables anybody may set. */
  readonly inputs: ReadonlyMap<string, Value> | undefined;
  /** `module.name.` for a called module, empty for a root. */
  readonly prefix: string;
  readonly conditional: boolean;
  /** The outermost `module` block that leads here. */
  readonly at: Spot | undefined;
  /** Folders on the way, to stop a module that calls itself. */
  readonly trail: readonly string[];
}

/** One run of a resource or module: what it is evaluated in, and whether it surely exists. */
export interface Instance {
  readonly evaluation: Evaluation;
  readonly conditional: boolean;
  /** `[0]`, `["key"]`, or empty. */
  readonly suffix: string;
}

/** Evaluates within a module: `var`, `local`, `path`, and the resources whose names are known. */
export function moduleEvaluation(use: ModuleUse, base: Pick<Evaluation, 'readText' | 'work'>): Evaluation {
  const { folder, prefix } = use;
  const nowhere: Spot = use.at ?? folderSpot(folder);
  const namespaces = new Map<string, Value>();
  const evaluation: Evaluation = {
    ...base,
    lookup: (name) => namespaces.get(name),
    functions: terraformFunctions,
    prefix,
    runs: [],
  };
  const namespace = (name: string, member: (name: string) => Value | undefined): NamespaceValue => ({
    kind: 'namespace',
    symbol: prefix + name,
    member: once(member),
    at: nowhere,
  });
  namespaces.set(
    'var',
    namespace('var', (name) => variableValue(name, use, evaluation)),
  );
  namespaces.set(
    'local',
    namespace('local', (name) => {
      const local = folder.locals.get(name);
      return local && evaluate(local, evaluation);
    }),
  );
  namespaces.set(
    'path',
    namespace('path', (name) => (name === 'module' ? textValue(literalText(folder.path || '.'), nowhere) : undefined)),
  );
  addObjects(namespaces, folder.resources, namespace, evaluation, '');
  const data = new Map<string, Value>();
  addObjects(data, folder.data, namespace, evaluation, 'data.');
  namespaces.set(
    'data',
    namespace('data', (type) => data.get(type)),
  );
  return evaluation;
}

type MakeNamespace = (name: string, member: (name: string) => Value | undefined) => NamespaceValue;

/** `type.name.attribute` is what the resource sets; attributes that it does not set are only known after a run. */
function addObjects(
  namespaces: Map<string, Value>,
  objects: readonly TerraformObject[],
  namespace: MakeNamespace,
  evaluation: Evaluation,
  lead: string,
): void {
  for (const type of new Set(objects.map((object) => object.type))) {
    const members = new Map(
      objects
        .filter((object) => object.type === type)
        .map((object) => {
          const written = (attribute: string): Value | undefined => {
            const expression = attributeOf(object.body, attribute);
            const value = expression && evaluate(expression, evaluation);
            return value?.kind === 'text' && literalOf(value.text) === undefined ? undefined : value;
          };
          return [object.name, namespace(`${lead}${type}.${object.name}`, written)] as const;
        }),
    );
    if (!namespaces.has(type))
      namespaces.set(
        type,
        namespace(lead + type, (name) => members.get(name)),
      );
  }
}

/** Works each member out once; one that leads back to itself is unknown. */
function once(member: (name: string) => Value | undefined): (name: string) => Value | undefined {
  const known = new Map<string, Value | undefined>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    known.set(name, undefined);
    const value = member(name);
    known.set(name, value);
    return value;
  };
}

function variableValue(name: string, use: ModuleUse, evaluation: Evaluation): Value | undefined {
  const { folder, inputs } = use;
  const given = inputs?.get(name);
  if (given) return given;
  const byDefault = folder.variables.get(name);
  const settings = inputs ? [] : (folder.settings.get(name) ?? []).map((setting) => evaluate(setting, evaluation));
  const written = new Set(settings.map((value) => JSON.stringify(comparable(value))));
  if (written.size > 1) return undefined;
  const value = settings[0] ?? (byDefault && evaluate(byDefault, evaluation));
  if (!value || (value.kind === 'text' && ['', 'null'].includes(literalOf(value.text) ?? '.'))) return undefined;
  return inputs ? value : replaceable(value, `var.${name}`);
}

function comparable(value: Value): unknown {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'list') return value.items.map(comparable);
  return value.kind === 'map' ? [...value.entries].map(([key, entry]) => [key, comparable(entry.value)]) : value.symbol;
}

function folderSpot(folder: TerraformFolder): Spot {
  const first = folder.resources[0] ?? folder.modules[0] ?? folder.data[0];
  return first?.at ?? { source: { path: folder.path, text: '' }, start: 0, end: 0 };
}

/** The runs of a resource or module block. An unknown collection gives one run with unknown `each` or `count`. */
export function instancesOf(body: ObjectExpression, evaluation: Evaluation): readonly Instance[] {
  const forEach = attributeOf(body, 'for_each');
  if (forEach) return eachInstances(forEach, evaluation);
  const count = attributeOf(body, 'count');
  return count ? countInstances(count, evaluation) : [{ evaluation, conditional: false, suffix: '' }];
}

function eachInstances(forEach: Expression, evaluation: Evaluation): readonly Instance[] {
  const over = evaluate(forEach, evaluation);
  const runs = runsOf(over);
  const known = (runs?.items ?? []).map((run) => {
    const key = over.kind === 'list' && run.value.kind === 'text' ? run.value : run.key;
    const label = literalOf(key.text) ?? run.label;
    const conditional = runs?.open === true;
    return { ...bound(evaluation, 'each', { key, value: run.value }, `"${label}"`), conditional };
  });
  return runs && !runs.open ? known : [...known, { evaluation, conditional: true, suffix: '' }];
}

/** More copies than Azure takes credentials on an identity tell nothing more. */
const mostCopies = 25;

function countInstances(count: Expression, evaluation: Evaluation): readonly Instance[] {
  const value = evaluate(count, evaluation);
  const literal = value.kind === 'text' && value.loose === value.text ? literalOf(value.text) : undefined;
  const copies = literal !== undefined && /^\d+$/.test(literal) ? Math.min(Number(literal), mostCopies) : undefined;
  if (copies === undefined) return [{ evaluation, conditional: true, suffix: '' }];
  return Array.from({ length: copies }, (_, index) => {
    const text = textValue(literalText(String(index)), count.at);
    return { ...bound(evaluation, 'count', { index: text }, String(index)), conditional: false };
  });
}

function bound(evaluation: Evaluation, root: string, members: Readonly<Record<string, Value>>, label: string) {
  const first = Object.values(members)[0] as Value;
  const namespace: NamespaceValue = {
    kind: 'namespace',
    symbol: evaluation.prefix + root,
    member: (name) => (Object.hasOwn(members, name) ? members[name] : undefined),
    at: first.at,
  };
  return { evaluation: within(evaluation, new Map([[root, namespace]]), label), suffix: `[${label}]` };
}

const first: KnownFunction = ([value]) => value;

/** Functions that only change the kind of a collection, or join collections; texts are never computed. */
const terraformFunctions: ReadonlyMap<string, KnownFunction> = new Map<string, KnownFunction>([
  ...['tolist', 'tomap', 'sensitive', 'nonsensitive', 'jsonencode', 'yamlencode'].map((name) => [name, first] as const),
  ['toset', ([value]) => (value?.kind === 'list' ? { ...value, items: distinct(value.items) } : value)],
  ['merge', (values, at) => merged(values, at)],
  [
    'concat',
    (values, at) =>
      values.every((value) => value.kind === 'list')
        ? { kind: 'list', items: values.flatMap((value) => value.items), open: values.some((value) => value.open), at }
        : undefined,
  ],
  ['lookup', ([map, key]) => entryOf(map, key?.kind === 'text' ? (literalOf(key.text) ?? '') : '')],
]);

function merged(values: readonly Value[], at: Spot): MapValue | undefined {
  const maps = values.filter((value) => value.kind === 'map');
  if (maps.length === 0) return undefined;
  const open = maps.length < values.length || maps.some((map) => map.open);
  return { kind: 'map', entries: new Map(maps.flatMap((map) => [...map.entries])), open, at };
}

function distinct(items: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const text = item.kind === 'text' ? (literalOf(item.text) ?? undefined) : undefined;
    if (text === undefined) return true;
    const fresh = !seen.has(text);
    seen.add(text);
    return fresh;
  });
}
