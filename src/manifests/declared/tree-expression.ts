/** Turns a parsed JSON or YAML tree into expressions of the common language. */
import type { ScalarNode, YamlNode } from '../../model/manifest.ts';
import type { Source } from '../../model/source.ts';
import { parseDocument } from '../yaml/parse-document.ts';
import type { Expression } from './expression.ts';

/** How a language reads a string of its JSON form; keys are always plain. */
export type ReadString = (node: ScalarNode) => Expression;

/** The value of a JSON text, comments allowed; undefined when it does not parse. */
export function jsonExpression(source: Source, readString: ReadString): Expression | undefined {
  const text = withoutComments(source.text);
  const { root } = parseDocument({ path: source.path, text }, 0, text.length);
  return root && treeExpression(root, source, readString);
}

/** Converts a tree; `readString` decides what texts are: templates in Terraform, `[…]` expressions in ARM. */
function treeExpression(node: YamlNode, source: Source, readString: ReadString): Expression {
  const at = { source, start: node.start, end: node.end };
  if (node.type === 'scalar') {
    return typeof node.value === 'string' ? readString(node) : { kind: 'literal', text: node.text, at };
  }
  if (node.type === 'sequence') {
    return { kind: 'list', items: node.items.map((item) => treeExpression(item, source, readString)), at };
  }
  const entries = node.entries.map((entry) => {
    const key: Expression = {
      kind: 'literal',
      text: entry.key.text,
      at: { source, start: entry.key.start, end: entry.key.end },
    };
    return { key, value: treeExpression(entry.value, source, readString) };
  });
  return { kind: 'object', entries, at };
}

/** The same text with its JSON comments made blank, so that offsets stay. */
function withoutComments(text: string): string {
  if (!text.includes('//') && !text.includes('/*')) return text;
  return text.replace(/"(?:[^"\\\n]|\\[\s\S])*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, (match) =>
    match.startsWith('"') ? match : match.replace(/[^\r\n]/g, ' '),
  );
}
