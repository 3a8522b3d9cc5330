/** Turns an HCL syntax tree's expressions into expressions of the common language, with exact offsets. */
import type { Node } from 'web-tree-sitter';
import type { Source, Spot } from '../../model/source.ts';
import type { Expression, ObjectEntry } from './expression.ts';

/** Deeper nesting than any person writes is not followed: it stays a wildcard. */
const deepest = 150;

/** What a conversion needs to know of the text: `shift` is added to offsets when only a part of the source was parsed. */
export interface HclText {
  readonly source: Source;
  readonly shift: number;
}

/** The stretch of the source that a node covers. */
export function spotOf(node: Node, text: HclText): Spot {
  return { source: text.source, start: node.startIndex + text.shift, end: node.endIndex + text.shift };
}

/** Children without comments and punctuation. */
export function partsOf(node: Node): readonly Node[] {
  return node.namedChildren.filter((child) => child.type !== 'comment');
}

/** Converts an `expression` node, or any node that stands for one. */
export function hclExpression(node: Node, text: HclText, depth = 0): Expression {
  const opaque: Expression = { kind: 'opaque', at: spotOf(node, text) };
  if (depth > deepest || node.hasError) return opaque;
  const parts = partsOf(node);
  const [first, ...suffixes] = parts;
  switch (node.type) {
    case 'expression':
      return first ? suffixed(primary(first, text, depth + 1), suffixes, text, depth) : opaque;
    case 'conditional':
      return parts.length === 3 ? choice(parts as [Node, Node, Node], node, text, depth) : opaque;
    default:
      return primary(node, text, depth);
  }
}

function primary(node: Node, text: HclText, depth: number): Expression {
  const at = spotOf(node, text);
  const first = partsOf(node)[0];
  switch (node.type) {
    case 'expression':
    case 'conditional':
      return hclExpression(node, text, depth + 1);
    case 'literal_value':
      return first?.type === 'string_lit' ? quoted(first, text, depth) : { kind: 'literal', text: node.text, at };
    case 'string_lit':
      return quoted(node, text, depth);
    case 'template_expr':
      return first ? quoted(first, text, depth) : { kind: 'opaque', at };
    case 'variable_expr':
      return { kind: 'name', name: node.text, at };
    case 'collection_value':
      return first ? primary(first, text, depth + 1) : { kind: 'opaque', at };
    case 'tuple':
      return { kind: 'list', items: expressionsIn(node, text, depth), at };
    case 'object':
      return { kind: 'object', entries: entriesIn(node, text, depth), at };
    case 'function_call':
      return call(node, text, depth);
    case 'for_expr':
      return first ? loop(first, at, text, depth) : { kind: 'opaque', at };
    default:
      return { kind: 'opaque', at };
  }
}

/** Applies `.name`, `[index]` and splats, which follow their target as siblings. */
function suffixed(target: Expression, suffixes: readonly Node[], text: HclText, depth: number): Expression {
  let result = target;
  for (const suffix of suffixes) {
    const at: Spot = { ...target.at, end: suffix.endIndex + text.shift };
    const inner = partsOf(suffix)[0];
    if (suffix.type === 'get_attr' && inner) result = { kind: 'member', target: result, name: inner.text, at };
    else if (suffix.type === 'index' && inner) {
      const index = partsOf(inner)[0];
      const legacy: Expression = { kind: 'literal', text: inner.text.replace(/^\./, ''), at };
      const value = index ? hclExpression(index, text, depth + 1) : legacy;
      result = { kind: 'index', target: result, index: value, at };
    } else result = { kind: 'opaque', at };
  }
  return result;
}

function choice(parts: readonly [Node, Node, Node], node: Node, text: HclText, depth: number): Expression {
  const [when, yes, no] = parts;
  return {
    kind: 'choice',
    when: hclExpression(when, text, depth + 1),
    yes: hclExpression(yes, text, depth + 1),
    no: hclExpression(no, text, depth + 1),
    at: spotOf(node, text),
  };
}

function expressionsIn(node: Node, text: HclText, depth: number): readonly Expression[] {
  const expressions = partsOf(node).filter((child) => child.type === 'expression');
  return expressions.map((child) => hclExpression(child, text, depth + 1));
}

function entriesIn(node: Node, text: HclText, depth: number): readonly ObjectEntry[] {
  return partsOf(node)
    .filter((child) => child.type === 'object_elem')
    .flatMap((element) => {
      const [key, value] = partsOf(element);
      if (!key || !value) return [];
      return [{ key: objectKey(key, text, depth), value: hclExpression(value, text, depth + 1) }];
    });
}

/** A bare word before `=` is the key itself, not a reference. */
function objectKey(node: Node, text: HclText, depth: number): Expression {
  const parts = partsOf(node);
  const only = parts[0];
  if (parts.length === 1 && only?.type === 'variable_expr') {
    return { kind: 'literal', text: only.text, at: spotOf(only, text) };
  }
  return hclExpression(node, text, depth + 1);
}

function call(node: Node, text: HclText, depth: number): Expression {
  const at = spotOf(node, text);
  const [name, list] = partsOf(node);
  if (!name || (list && list.type !== 'function_arguments')) return { kind: 'opaque', at };
  if (list?.children.some((child) => child.type === 'ellipsis' || child.type === '...')) return { kind: 'opaque', at };
  return { kind: 'call', name: name.text, arguments: list ? expressionsIn(list, text, depth) : [], at };
}

function loop(node: Node, at: Spot, text: HclText, depth: number): Expression {
  const parts = partsOf(node);
  const intro = parts.find((child) => child.type === 'for_intro');
  const condition = parts.find((child) => child.type === 'for_cond');
  const results = parts.filter((child) => child.type === 'expression');
  const names = intro ? partsOf(intro).filter((child) => child.type === 'identifier') : [];
  const over = intro && partsOf(intro).find((child) => child.type === 'expression');
  const value = results.at(-1);
  const grouped = node.children.some((child) => child.type === 'ellipsis' || child.type === '...');
  if (!over || !value || names.length === 0 || grouped) return { kind: 'opaque', at };
  const key = node.type === 'for_object_expr' ? results[0] : undefined;
  return {
    kind: 'loop',
    keyVariable: names.length > 1 ? (names[0] as Node).text : undefined,
    valueVariable: (names.at(-1) as Node).text,
    over: hclExpression(over, text, depth + 1),
    key: key && hclExpression(key, text, depth + 1),
    value: hclExpression(value, text, depth + 1),
    condition: condition ? { kind: 'opaque', at: spotOf(condition, text) } : undefined,
    at,
  };
}

/** A quoted text or a here-document; the literal stretches are what lies between the interpolations. */
function quoted(node: Node, text: HclText, depth: number): Expression {
  const at = spotOf(node, text);
  const heredoc = node.type === 'heredoc_template';
  const raw = text.source.text;
  const parts: (string | Expression)[] = [];
  const last = node.children.at(-1);
  let from = at.start + 1;
  if (heredoc) from = raw.indexOf('\n', at.start) + 1 || at.end;
  const until = Math.max(from, (last?.startIndex ?? node.endIndex) + text.shift);
  for (const child of partsOf(node)) {
    if (child.type !== 'template_interpolation' && child.type !== 'template_directive') continue;
    const spot = spotOf(child, text);
    const literal = raw.slice(from, spot.start);
    if (literal !== '') parts.push(heredoc ? literal : unescaped(literal));
    const inner = partsOf(child).find((part) => part.type === 'expression');
    const readable = child.type === 'template_interpolation' && inner;
    parts.push(readable ? hclExpression(inner, text, depth + 1) : { kind: 'opaque', at: spot });
    from = spot.end;
  }
  const rest = raw.slice(from, until);
  if (rest !== '') parts.push(heredoc ? rest : unescaped(rest));
  const only = parts[0] ?? '';
  if (parts.length <= 1 && typeof only === 'string') return { kind: 'literal', text: only, at };
  return { kind: 'template', parts, at };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Undoes the escapes of HCL and JSON strings, and of `$${` and `%%{`. */
function unescaped(text: string): string {
  if (!/[\\$%]/.test(text)) return text;
  return text
    .replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g, (_, short, long, plain) => {
      if (plain !== undefined) return escapes[plain] ?? plain;
      const code = Number.parseInt(short ?? long, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    })
    .replace(/([$%])\1\{/g, '$1{');
}
