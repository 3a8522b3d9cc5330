/** The blocks and attributes of a Terraform file, from native syntax. */
import type { Node } from 'web-tree-sitter';
import type { Source, Spot } from '../../model/source.ts';
import type { Expression } from './expression.ts';
import type { Grammar } from './grammar.ts';
import { type HclText, hclExpression, partsOf, spotOf } from './hcl-expression.ts';

/** `resource "type" "name" { … }`: `at` covers the words before the brace. */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: ReadonlyMap<string, HclAttribute>;
  readonly blocks: readonly HclBlock[];
  readonly at: Spot;
}

export interface HclAttribute {
  readonly name: Spot;
  readonly value: Expression;
}

/** What a file holds, and the first spot at which its syntax broke. */
export interface HclFile {
  readonly body: HclBlock;
  readonly broken: Spot | undefined;
}

/** Blocks nest four deep at most in the resources that matter; deeper ones are not followed. */
const deepest = 20;

/** A block at the top of a file starts its line, as `terraform fmt` has it. */
const heading = /^([a-z]\w*)(?:[ \t]+"([^"\n]*)")?(?:[ \t]+"[^"\n]*")?[ \t]*\{/gm;
const indentedHeading = /^[ \t]+(?:resource|data|module|variable|locals)[ \t]*["{]/m;

/** Types whose attributes are read, or referred to by those that are. */
const relevantType =
  /^(?:azurerm_federated_|azurerm_user_assigned_identity$|azuread_application|azapi_resource$|kubectl_manifest$|helm_release$|kubernetes_(?:service_account|default_service_account|manifest|annotations|namespace))/;

/**
 * Reads a file in native syntax (`.tf`, `.tfvars`): the blocks that matter, each parsed by itself, since most of a file
 * is about other resources. A file that is laid out in other ways is parsed as a whole. Broken blocks are left out.
 */
export function readHcl(source: Source, grammar: Grammar): HclFile {
  const { text } = source;
  const headings = indentedHeading.test(text) ? [] : [...text.matchAll(heading)];
  if (headings.length === 0) return readStretch(source, 0, text.length, grammar);
  const stretches = headings.flatMap((match, index) => {
    const end = headings[index + 1]?.index ?? text.length;
    return isRelevant(match) ? [readStretch(source, match.index, end, grammar)] : [];
  });
  const broken = stretches.find((stretch) => stretch.broken)?.broken;
  const whole = broken && readStretch(source, 0, text.length, grammar);
  if (whole && !whole.broken) return whole;
  const blocks = stretches.flatMap(({ body }) => body.blocks);
  const at: Spot = { source, start: 0, end: 0 };
  return { body: { type: '', labels: [], attributes: new Map(), blocks, at }, broken };
}

function isRelevant([, word, label]: RegExpMatchArray): boolean {
  if (word === 'resource' || word === 'data') return relevantType.test(label ?? '');
  return word === 'locals' || word === 'variable' || word === 'module';
}

function readStretch(source: Source, start: number, end: number, grammar: Grammar): HclFile {
  return grammar.read(source.text.slice(start, end), (root) => {
    const text: HclText = { source, shift: start };
    return {
      body: blockOf('', [], { source, start, end: start }, topLevel(root), text, 0),
      broken: root.hasError ? firstError(root, text) : undefined,
    };
  });
}

/** An attribute's or a template's text as an expression: `raw` is the stretch of the source from `start` on. */
export function readHclExpression(source: Source, start: number, end: number, grammar: Grammar): Expression {
  const lead = '_ = ';
  return grammar.read(lead + source.text.slice(start, end), (root) => {
    const text: HclText = { source, shift: start - lead.length };
    const attribute = root.descendantsOfType('attribute')[0];
    const value = attribute && partsOf(attribute)[1];
    return value ? hclExpression(value, text) : { kind: 'opaque', at: { source, start, end } };
  });
}

/** Blocks and attributes of a file, those beside a broken stretch included. */
function topLevel(node: Node): readonly Node[] {
  return partsOf(node).flatMap((child) => (child.type === 'body' || child.isError ? topLevel(child) : [child]));
}

/** The first broken stretch of a tree, as the spot to show. */
export function firstError(node: Node, text: HclText): Spot {
  let at = node;
  for (let next: Node | undefined = at; next; next = at.children.find((child) => child.hasError || child.isMissing)) {
    at = next;
    if (at.isError || at.isMissing) break;
  }
  return spotOf(at, text);
}

function blockOf(
  type: string,
  labels: readonly string[],
  at: Spot,
  children: readonly Node[],
  text: HclText,
  depth: number,
): HclBlock {
  const attributes = new Map<string, HclAttribute>();
  const blocks: HclBlock[] = [];
  for (const child of children) {
    const [name, value] = partsOf(child);
    if (child.type === 'attribute' && name && value) {
      attributes.set(name.text, { name: spotOf(name, text), value: hclExpression(value, text) });
    } else if (child.type === 'block' && depth < deepest) {
      blocks.push(nestedBlock(child, text, depth + 1));
    }
  }
  return { type, labels, attributes, blocks, at };
}

function nestedBlock(node: Node, text: HclText, depth: number): HclBlock {
  const parts = partsOf(node);
  const words = parts.filter((part) => part.type === 'identifier' || part.type === 'string_lit');
  const labels = words.slice(1).map((word) => word.text.replace(/^"|"$/g, ''));
  const header = { ...spotOf(node, text), end: (words.at(-1) ?? node).endIndex + text.shift };
  const body = parts.find((part) => part.type === 'body');
  return blockOf(words[0]?.text ?? '', labels, header, body ? partsOf(body) : [], text, depth);
}
