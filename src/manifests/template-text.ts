/** Tells a manifest from the input of a template engine that would make one. */
import type { YamlNode } from '../model/manifest.ts';

/** Directives of Go templates, Jinja, ERB and Terraform on a line of their own, or an expression where a value stands. */
const directive = /^[ \t]*(?:-[ \t]+)?(?:\{\{|\{%|<%|%\{)|:[ \t]+(?:\{\{|\{%)/m;

/**
 * Whether a text is the input of a template engine. A text that parses is judged even when a scalar of it holds
 * `{{ }}` (a Vault annotation, an ApplicationSet value); an unquoted `{{ }}` reads as a map and gives itself away.
 */
export function isTemplate(text: string, root: YamlNode | undefined): boolean {
  if (!text.includes('{{') && !text.includes('{%') && !text.includes('<%') && !text.includes('%{')) return false;
  return root === undefined ? directive.test(text) : holdsExpressionMap(root);
}

function holdsExpressionMap(node: YamlNode): boolean {
  if (node.type === 'scalar') return false;
  if (node.type === 'sequence') return node.items.some(holdsExpressionMap);
  if (node.flow && node.entries.some((entry) => entry.key.text === '' || entry.key.text.startsWith('{'))) return true;
  return node.entries.some((entry) => holdsExpressionMap(entry.value));
}
