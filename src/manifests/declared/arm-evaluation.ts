/** Evaluates the parameters, variables and a few functions of an ARM template. */
import { literalOf, literalText, type PartialText } from '../../model/partial-text.ts';
import type { Spot } from '../../model/source.ts';
import { type Evaluation, evaluate, type KnownFunction, replaceable, textValue } from './evaluate.ts';
import { attributeOf, keyText, type ObjectExpression, type Value } from './expression.ts';
import { joinTexts } from './join-texts.ts';

/** `inputs` are what a deployment passes to a nested template; undefined for one whose parameters anybody may set. */
export function templateEvaluation(
  template: ObjectExpression,
  inputs: ReadonlyMap<string, Value> | undefined,
  prefix: string,
  base: Pick<Evaluation, 'readText' | 'work'>,
): Evaluation {
  const sections = new Map<string, ObjectExpression>();
  for (const name of ['parameters', 'variables']) {
    const section = attributeOf(template, name);
    if (section?.kind === 'object') sections.set(name, section);
  }
  const known = new Map<string, Value | undefined>();
  const { readText, work } = base;
  const evaluation: Evaluation = {
    readText,
    work,
    functions: armFunctions,
    prefix,
    runs: [],
    lookup: (root) =>
      root === 'parameters' || root === 'variables'
        ? {
            kind: 'namespace',
            symbol: prefix + root,
            member: (name) => member(root, name.toLowerCase()),
            at: template.at,
          }
        : undefined,
  };
  const member = (root: string, name: string): Value | undefined => {
    const key = `${root}.${name}`;
    if (!known.has(key)) {
      known.set(key, undefined);
      known.set(key, memberValue(root, name, sections.get(root), inputs, evaluation));
    }
    return known.get(key);
  };
  return evaluation;
}

function memberValue(
  root: string,
  name: string,
  section: ObjectExpression | undefined,
  inputs: ReadonlyMap<string, Value> | undefined,
  evaluation: Evaluation,
): Value | undefined {
  const given = root === 'parameters' ? inputs?.get(name) : undefined;
  const entry = section?.entries.find(({ key }) => keyText(key).toLowerCase() === name)?.value;
  if (given || !entry) return given;
  if (root === 'variables') return evaluate(entry, evaluation);
  const byDefault = entry.kind === 'object' ? attributeOf(entry, 'defaultValue') : undefined;
  const value = byDefault && evaluate(byDefault, evaluation);
  if (!value || (value.kind === 'text' && literalOf(value.text) === '')) return undefined;
  return inputs ? value : replaceable(value, `parameters.${name}`);
}

const armFunctions: ReadonlyMap<string, KnownFunction> = new Map<string, KnownFunction>([
  ['concat', concatenated],
  ['string', ([value]) => value],
  ['createarray', (values, at) => ({ kind: 'list', items: values, open: false, at })],
  ['format', formatted],
  [
    'length',
    ([value], at) => {
      if (value?.kind !== 'list') return undefined;
      const count = textValue(literalText(String(value.items.length)), at);
      return value.open ? { ...count, loose: { pieces: ['', ''], symbols: ['length()'] } } : count;
    },
  ],
]);

function concatenated(values: readonly Value[], at: Spot): Value | undefined {
  if (values.every((value) => value.kind === 'list')) {
    return {
      kind: 'list',
      items: values.flatMap((value) => value.items),
      open: values.some((value) => value.open),
      at,
    };
  }
  return joined(values, at);
}

function joined(values: readonly (Value | PartialText)[], at: Spot): Value | undefined {
  const texts: PartialText[] = [];
  const loose: PartialText[] = [];
  for (const value of values) {
    if (!('kind' in value)) {
      texts.push(value);
      loose.push(value);
    } else if (value.kind === 'text') {
      texts.push(value.text);
      loose.push(value.loose);
    } else return undefined;
  }
  const text = joinTexts(texts);
  return {
    kind: 'text',
    text,
    loose: texts.every((part, index) => part === loose[index]) ? text : joinTexts(loose),
    at,
  };
}

/** `format('{0}-{1}', …)` with plain places; alignment and format strings are not followed. */
function formatted(values: readonly Value[], at: Spot): Value | undefined {
  const [pattern, ...rest] = values;
  const written = pattern?.kind === 'text' ? literalOf(pattern.text) : undefined;
  if (written === undefined || /\{\{|\}\}|\{\d+[^}\d]/.test(written)) return undefined;
  const parts = written.split(/\{(\d+)\}/).map((part, index) => (index % 2 ? rest[Number(part)] : literalText(part)));
  return parts.includes(undefined) ? undefined : joined(parts as readonly (Value | PartialText)[], at);
}
