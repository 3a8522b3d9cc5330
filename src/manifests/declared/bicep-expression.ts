/** Turns a Bicep syntax tree's expressions into expressions of the common language, with exact offsets. */
import type { Node } from 'web-tree-sitter';
import type { Source, Spot } from '../../model/source.ts';
import type { Expression, LoopExpression, ObjectEntry } from './expression.ts';

/** Deeper nesting than any person writes is not followed: it stays a wildcard. */
const deepest = 150;

/** The stretch of the source that a node covers. */
export function bicepSpot(node: Node, source: Source): Spot {
  return { source, start: node.startIndex, end: node.endIndex };
}

/** Children without comments and punctuation. */
export function bicepParts(node: Node): readonly Node[] {
  return node.namedChildren.filter((child) => !child.type.endsWith('comment'));
}

/** Converts an expression node; what has no form in the common language is opaque. */
export function bicepExpression(node: Node, source: Source, depth = 0): Expression {
  const at = bicepSpot(node, source);
  if (depth > deepest || node.isError || (node.hasError && node.type !== 'object')) return { kind: 'opaque', at };
  const parts = bicepParts(node);
  const inner = (part: Node | undefined): Expression =>
    part ? bicepExpression(part, source, depth + 1) : { kind: 'opaque', at };
  switch (node.type) {
    case 'string':
      return bicepString(node, source, depth);
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: 'literal', text: node.text, at };
    case 'identifier':
      return { kind: 'name', name: node.text, at };
    case 'parenthesized_expression':
      return inner(parts[0]);
    case 'member_expression':
      return parts.length === 2
        ? { kind: 'member', target: inner(parts[0]), name: (parts[1] as Node).text, at }
        : { kind: 'opaque', at };
    case 'subscript_expression':
      return { kind: 'index', target: inner(parts[0]), index: inner(parts[1]), at };
    case 'ternary_expression':
      return { kind: 'choice', when: inner(parts[0]), yes: inner(parts[1]), no: inner(parts[2]), at };
    case 'array':
      return parts.some((part) => part.type.startsWith('spread'))
        ? { kind: 'opaque', at }
        : { kind: 'list', items: parts.map(inner), at };
    case 'object':
      return { kind: 'object', entries: entriesOf(parts, source, depth), at };
    case 'call_expression':
      return call(parts, at, source, depth);
    case 'for_statement':
      return loopOf(node, source, depth)?.loop ?? { kind: 'opaque', at };
    default:
      return { kind: 'opaque', at };
  }
}

function entriesOf(parts: readonly Node[], source: Source, depth: number): readonly ObjectEntry[] {
  return parts.flatMap((part): ObjectEntry[] => {
    if (part.type.startsWith('spread') || part.isError) return [{ key: undefined, value: opaque(part, source) }];
    const [key, value] = bicepParts(part);
    if (part.type !== 'object_property' || !key || !value || value.type === 'resource_declaration') return [];
    const name: Expression =
      key.type === 'identifier'
        ? { kind: 'literal', text: key.text, at: bicepSpot(key, source) }
        : bicepExpression(key, source, depth + 1);
    return [{ key: name, value: bicepExpression(value, source, depth + 1) }];
  });
}

function call(parts: readonly Node[], at: Spot, source: Source, depth: number): Expression {
  const [name, list] = parts;
  if (name?.type !== 'identifier') return { kind: 'opaque', at };
  const values = list ? bicepParts(list).map((part) => bicepExpression(part, source, depth + 1)) : [];
  return { kind: 'call', name: name.text, arguments: values, at };
}

function opaque(node: Node, source: Source): Expression {
  return { kind: 'opaque', at: bicepSpot(node, source) };
}

/** The parts of a `for`: the loop itself, and the node of its body, which for a resource holds more than a value. */
export function loopOf(
  node: Node,
  source: Source,
  depth = 0,
): { readonly loop: Expression & LoopExpression; readonly body: Node } | undefined {
  const [names, over, body] = bicepParts(node);
  if (!names || !over || !body) return undefined;
  const pair = bicepParts(names).map((name) => name.text);
  const conditional = body.type === 'if_statement';
  const result = conditional ? bicepParts(body)[1] : body;
  if (!result) return undefined;
  const loop: Expression & LoopExpression = {
    kind: 'loop',
    keyVariable: pair[1],
    valueVariable: pair[0] ?? names.text,
    over: bicepExpression(over, source, depth + 1),
    key: undefined,
    value: bicepExpression(result, source, depth + 1),
    condition: conditional ? opaque(body, source) : undefined,
    at: bicepSpot(node, source),
  };
  return { loop, body: result };
}

/** `'text ${expression} text'`, or a raw text between three quotes. */
function bicepString(node: Node, source: Source, depth: number): Expression {
  const at = bicepSpot(node, source);
  const raw = source.text.slice(at.start, at.end);
  if (raw.startsWith("'''")) return { kind: 'literal', text: raw.slice(3, -3).replace(/^\r?\n/, ''), at };
  const parts: (string | Expression)[] = [];
  let from = at.start + 1;
  for (const child of bicepParts(node)) {
    if (child.type !== 'interpolation') continue;
    if (child.startIndex > from) parts.push(unescaped(source.text.slice(from, child.startIndex)));
    const inner = bicepParts(child)[0];
    parts.push(inner ? bicepExpression(inner, source, depth + 1) : opaque(child, source));
    from = child.endIndex;
  }
  if (at.end - 1 > from) parts.push(unescaped(source.text.slice(from, at.end - 1)));
  const only = parts[0] ?? '';
  return parts.length <= 1 && typeof only === 'string'
    ? { kind: 'literal', text: only, at }
    : { kind: 'template', parts, at };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S]))/g, (_, code, plain) => {
    if (plain !== undefined) return escapes[plain] ?? plain;
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}
