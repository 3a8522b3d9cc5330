/** Works out expressions as far as literals, simple names and their defaults go; all else becomes a symbol. */
import { literalOf, literalText, type PartialText, writtenText } from '../../model/partial-text.ts';
import type { Spot } from '../../model/source.ts';
import type { TextReader } from '../kubernetes.ts';
import type { Expression, LoopExpression, MapValue, TextValue, Value } from './expression.ts';
import { expressionOf, expressionText, joinTexts } from './join-texts.ts';

/** What a called function makes of its arguments; undefined when it cannot tell. */
export type KnownFunction = (values: readonly Value[], at: Spot) => Value | undefined;

/** What an expression is evaluated in. */
export interface Evaluation {
  readonly lookup: (name: string) => Value | undefined;
  readonly functions: ReadonlyMap<string, KnownFunction>;
  readonly readText: TextReader;
  /** Stands before unknown names: the address of the module they belong to. */
  readonly prefix: string;
  /** The runs of loops that this is inside of: they tell apart what was not understood and depends on them. */
  readonly runs: readonly { readonly variables: readonly string[]; readonly label: string }[];
  /** Steps that are left for everything read together: hostile nesting ends in symbols, not in hours. */
  readonly work: { left: number };
}

/** Steps that one reading of a repository may take. */
export const workLimit = 1_000_000;

/** The value of an expression; never fails, an unknown is a text made of one symbol. */
export function evaluate(expression: Expression, evaluation: Evaluation): Value {
  evaluation.work.left -= 1;
  if (evaluation.work.left < 0) return unknownValue(expression, evaluation);
  switch (expression.kind) {
    case 'literal':
      return textValue(evaluation.readText(expression.text), expression.at);
    case 'template':
      return templateValue(expression.parts, expression, evaluation);
    case 'name': {
      const found = evaluation.lookup(expression.name);
      if (found?.kind === 'namespace') return { ...found, at: expression.at };
      return found ?? symbolValue(evaluation.prefix + expression.name, expression.at);
    }
    case 'member':
      return memberOf(evaluate(expression.target, evaluation), expression.name, expression, evaluation);
    case 'index':
      return indexed(expression, evaluation);
    case 'object':
      return objectValue(expression.entries, expression, evaluation);
    case 'list': {
      const items = expression.items.map((item) => evaluate(item, evaluation));
      return { kind: 'list', items, open: false, at: expression.at };
    }
    case 'call': {
      const values = expression.arguments.map((argument) => evaluate(argument, evaluation));
      const known = evaluation.functions.get(expression.name)?.(values, expression.at);
      return known ?? unknownValue(expression, evaluation);
    }
    case 'choice':
      return chosen(expression, evaluation);
    case 'loop':
      return loopValue(expression, expression, evaluation);
    case 'opaque':
      return unknownValue(expression, evaluation);
  }
}

/** A scalar of known text. */
export function textValue(text: PartialText, at: Spot): TextValue {
  return { kind: 'text', text, loose: text, at };
}

/** The value that stands for an expression nobody can work out here. */
export function symbolValue(symbol: string, at: Spot): TextValue {
  return textValue(expressionText(symbol), at);
}

function unknownValue(expression: Expression, evaluation: Evaluation): TextValue {
  const { source, start, end } = expression.at;
  const written = source.text.slice(start, Math.min(end, start + 300)).replace(/\s+/g, ' ');
  const runs = evaluation.runs.filter((run) => run.variables.some((variable) => written.includes(variable)));
  return symbolValue(evaluation.prefix + written + runs.map((run) => ` (${run.label})`).join(''), expression.at);
}

function templateValue(
  parts: readonly (string | Expression)[],
  expression: Expression,
  evaluation: Evaluation,
): TextValue {
  const texts: PartialText[] = [];
  const loose: PartialText[] = [];
  for (const part of parts) {
    const value = typeof part === 'string' ? undefined : evaluate(part, evaluation);
    if (value && value.kind !== 'text') return unknownValue(expression, evaluation);
    const text = value?.text ?? evaluation.readText(part as string);
    texts.push(text);
    loose.push(value?.loose ?? text);
  }
  const joined = texts.length === 0 ? literalText('') : joinTexts(texts);
  const same = texts.every((text, index) => text === loose[index]);
  return { kind: 'text', text: joined, loose: same ? joined : joinTexts(loose), at: expression.at };
}

/** A member by its name: of a map, of a root of references, or of something unknown, which stays unknown. */
function memberOf(target: Value, name: string, expression: Expression, evaluation: Evaluation): Value {
  if (target.kind === 'namespace') {
    const member = target.member(name);
    if (member?.kind === 'namespace') return { ...member, at: expression.at };
    return member ?? { ...symbolValue(`${target.symbol}.${name}`, expression.at), of: target };
  }
  if (target.kind === 'map') return target.entries.get(name)?.value ?? unknownValue(expression, evaluation);
  const symbol = target.kind === 'text' ? expressionOf(target.text) : undefined;
  return symbol === undefined ? unknownValue(expression, evaluation) : symbolValue(`${symbol}.${name}`, expression.at);
}

function indexed(expression: Expression & { kind: 'index' }, evaluation: Evaluation): Value {
  const target = evaluate(expression.target, evaluation);
  const index = keyValue(expression.index, evaluation);
  const literal = index.kind === 'text' ? literalOf(index.text) : undefined;
  if (literal !== undefined && target.kind === 'list') {
    return target.items[Number(literal)] ?? unknownValue(expression, evaluation);
  }
  if (literal !== undefined && target.kind === 'map') return memberOf(target, literal, expression, evaluation);
  const symbol = rootSymbol(target);
  if (symbol === undefined || index.kind !== 'text') return unknownValue(expression, evaluation);
  const written = literal ?? expressionOf(index.text) ?? writtenText(index.text);
  const shown = literal === undefined || /^\d+$/.test(literal) ? written : JSON.stringify(literal);
  return target.kind === 'namespace'
    ? { ...target, symbol: `${symbol}[${shown}]` }
    : symbolValue(`${symbol}[${shown}]`, expression.at);
}

function rootSymbol(value: Value): string | undefined {
  if (value.kind === 'namespace') return value.symbol;
  return value.kind === 'text' ? expressionOf(value.text) : undefined;
}

function objectValue(
  entries: readonly { key: Expression | undefined; value: Expression }[],
  expression: Expression,
  evaluation: Evaluation,
): MapValue {
  const known: Entries = new Map();
  let open = false;
  for (const entry of entries) {
    const key = entry.key && keyValue(entry.key, evaluation);
    open = !setEntry(known, key, evaluate(entry.value, evaluation)) || open;
  }
  return { kind: 'map', entries: known, open, at: expression.at };
}

/** A key as written: names of entries are nobody's placeholders. */
function keyValue(expression: Expression, evaluation: Evaluation): Value {
  if (expression.kind !== 'literal') return evaluate(expression, evaluation);
  return textValue(literalText(expression.text), expression.at);
}

type Entries = Map<string, { key: Spot; value: Value }>;

/** Adds an entry when its key is fully known; false when it is not. */
function setEntry(entries: Entries, key: Value | undefined, value: Value): boolean {
  const name = key?.kind === 'text' ? literalOf(key.text) : undefined;
  if (name === undefined) return false;
  entries.set(name, { key: (key as Value).at, value });
  return true;
}

function chosen(expression: Expression & { kind: 'choice' }, evaluation: Evaluation): Value {
  const when = evaluate(expression.when, evaluation);
  const known = when.kind === 'text' && when.loose === when.text ? literalOf(when.text) : undefined;
  if (known === 'true') return evaluate(expression.yes, evaluation);
  if (known === 'false') return evaluate(expression.no, evaluation);
  return unknownValue(expression, evaluation);
}

function loopValue(loop: LoopExpression, expression: Expression, evaluation: Evaluation): Value {
  const over = evaluate(loop.over, evaluation);
  const runs = runsOf(over);
  if (!runs || loop.condition) return unknownValue(expression, evaluation);
  const items: Value[] = [];
  const entries: Entries = new Map();
  let open = runs.open;
  for (const run of runs.items) {
    const inner = within(evaluation, variablesOf(loop, run), run.label);
    const value = evaluate(loop.value, inner);
    if (!loop.key) items.push(value);
    else open = !setEntry(entries, keyValue(loop.key, inner), value) || open;
  }
  return loop.key
    ? { kind: 'map', entries, open, at: expression.at }
    : { kind: 'list', items, open, at: expression.at };
}

/** One run of a loop: its key or index, its value, and how to tell it from the others. */
export interface Run {
  readonly key: TextValue;
  readonly value: Value;
  readonly label: string;
}

/** The runs of a loop over a known collection; undefined when it is not known. `open`: there may be others. */
export function runsOf(over: Value): { readonly items: readonly Run[]; readonly open: boolean } | undefined {
  if (over.kind === 'list') {
    const items = over.items.map((value, index) => {
      const key = textValue(literalText(String(index)), value.at);
      return { key, value, label: String(index) };
    });
    return { items, open: over.open };
  }
  if (over.kind !== 'map') return undefined;
  const items = [...over.entries].map(([name, entry]) => {
    const key = textValue(literalText(name), entry.key);
    return { key: over.open ? { ...key, loose: expressionText('each.key') } : key, value: entry.value, label: name };
  });
  return { items, open: over.open };
}

function variablesOf(loop: LoopExpression, run: Run): ReadonlyMap<string, Value> {
  const variables = new Map<string, Value>([[loop.valueVariable, run.value]]);
  if (loop.keyVariable !== undefined) variables.set(loop.keyVariable, run.key);
  return variables;
}

/** The same evaluation with further names, inside one run of a loop. */
export function within(evaluation: Evaluation, names: ReadonlyMap<string, Value>, label: string): Evaluation {
  return {
    ...evaluation,
    lookup: (name) => names.get(name) ?? evaluation.lookup(name),
    runs: [...evaluation.runs, { variables: [...names.keys()], label }],
  };
}

/** A default as others may replace it: every text in it left open, under the name of its parameter. */
export function replaceable(value: Value, symbol: string): Value {
  switch (value.kind) {
    case 'text':
      return { ...value, loose: expressionText(symbol) };
    case 'list': {
      const items = value.items.map((item, index) => replaceable(item, `${symbol}[${index}]`));
      return { ...value, items, open: true };
    }
    case 'map': {
      const entries = [...value.entries].map(
        ([name, entry]) =>
          [name, { ...entry, value: replaceable(entry.value, `${symbol}[${JSON.stringify(name)}]`) }] as const,
      );
      return { ...value, entries: new Map(entries), open: true };
    }
    case 'namespace':
      return value;
  }
}
