/** Makes the mutants of a rule: its file with one condition of the check flipped or dropped. */
import { parseAst } from 'vite';

/** A changed text of a rule file. `line` is 1-based; `change` says what became of what. */
export interface Mutant {
  readonly line: number;
  readonly change: string;
  readonly text: string;
}

/** As much of an ESTree node as is needed here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A replacement of a stretch of the text. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * One mutant for every way of changing one condition that the check of a rule depends on, in its own file. Conditions that
 * only choose words, related spots or a fix are left alone: examples say where a rule fires and how severely, not how it
 * puts it.
 */
export function mutantsOf(text: string): readonly Mutant[] {
  const program = parseAst(text, { lang: 'ts' }) as unknown as Node;
  return checkedParts(program).flatMap((part) =>
    [...walk(part)].flatMap((node) => editsOf(node, text)).map((edit) => toMutant(text, edit)),
  );
}

/** The check itself, and the declarations of the file that it reaches. */
function checkedParts(program: Node): readonly Node[] {
  const declarations = new Map((program.body as Node[]).flatMap(declarationsIn));
  const rule = declarations.get('rule');
  if (!rule) return [];
  const checks = [...walk(rule)].filter((node) => keyOf(node)?.startsWith('check')).map((node) => node.value as Node);
  const parts = new Set(checks);
  for (const part of parts) {
    for (const node of walk(part)) {
      const used = node.type === 'Identifier' ? declarations.get(node.name as string) : undefined;
      if (used && used !== rule) parts.add(used);
    }
  }
  return [...parts];
}

/** The names that a top-level statement declares, with what they stand for. */
function declarationsIn(statement: Node): readonly (readonly [string, Node])[] {
  const declaration = (statement.declaration as Node | null | undefined) ?? statement;
  if (declaration.type === 'FunctionDeclaration') return [[(declaration.id as Node).name as string, declaration]];
  if (declaration.type !== 'VariableDeclaration') return [];
  return (declaration.declarations as Node[]).map((item) => [(item.id as Node).name as string, item]);
}

/** A node and all below it, without what only chooses words, related spots or a fix. */
function* walk(node: Node): Iterable<Node> {
  if (isPresentation(node)) return;
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

const presented: ReadonlySet<string> = new Set(['message', 'remedy', 'related', 'fix', 'note', 'how', 'reason']);

function isPresentation(node: Node): boolean {
  if (node.type === 'TemplateLiteral' || presented.has(keyOf(node) ?? '')) return true;
  if (node.type !== 'SpreadElement') return false;
  const spread = (node.argument as Node).right as Node | undefined;
  const properties = spread?.type === 'ObjectExpression' ? (spread.properties as Node[]) : [];
  return properties.length > 0 && properties.every((property) => isPresentation(property));
}

function keyOf(node: Node): string | undefined {
  return node.type === 'Property' ? ((node.key as Node).name as string | undefined) : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

const opposites: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['>=', '<='],
  '>=': ['<', '>'],
  '>': ['<=', '>='],
  '<=': ['>', '<'],
  '&&': ['||'],
  '||': ['&&'],
};

function editsOf(node: Node, text: string): readonly Edit[] {
  const part = (key: string) => node[key] as Node;
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return [{ ...part('test'), text: `!(${sourceOf(part('test'), text)})` }];
    case 'UnaryExpression':
      return node.operator === '!' ? [{ ...node, text: `Boolean(${sourceOf(part('argument'), text)})` }] : [];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return (opposites[node.operator as string] ?? []).map((operator) => ({
        start: part('left').end,
        end: part('right').start,
        text: text.slice(part('left').end, part('right').start).replace(node.operator as string, operator),
      }));
    case 'CallExpression':
      return callEdits(node);
    default:
      return [];
  }
}

/** `filter` keeps everything; `some` and `every` change places; `find` takes the first. */
function callEdits(node: Node): readonly Edit[] {
  const callee = node.callee as Node;
  if (callee.type !== 'MemberExpression') return [];
  const property = callee.property as Node;
  const { start, end } = property;
  const name = property.name;
  if (name === 'filter') return [{ start: (callee.object as Node).end, end: node.end, text: '' }];
  if (name === 'some') return [{ start, end, text: 'every' }];
  if (name === 'every') return [{ start, end, text: 'some' }];
  return name === 'find' ? [{ start: (callee.object as Node).end, end: node.end, text: '.at(0)' }] : [];
}

function sourceOf({ start, end }: Node, text: string): string {
  return text.slice(start, end);
}

function toMutant(text: string, { start, end, text: replacement }: Edit): Mutant {
  const short = (part: string) => part.replace(/\s+/g, ' ').trim().slice(0, 60);
  return {
    line: text.slice(0, start).split('\n').length,
    change: `${short(text.slice(start, end))}  ->  ${short(replacement) || '(dropped)'}`,
    text: text.slice(0, start) + replacement + text.slice(end),
  };
}
