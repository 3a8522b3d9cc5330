/** Values of a chart that another object holds as text: parsed where they stand, so that every key keeps its line. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { YamlNode } from '../../model/manifest.ts';
import type { Source } from '../../model/source.ts';
import { parseDocument } from '../yaml/parse-document.ts';

/** The map that a text holds; undefined when it is none. A block keeps its places in the file around it. */
export function embeddedMap(field: Field): Field | undefined {
  const { node, manifest } = field;
  if (node.type !== 'scalar') return node.type === 'map' ? field : undefined;
  const { source } = manifest;
  if (node.style === 'literal') {
    const start = source.text.indexOf('\n', node.start) + 1;
    return start > 0 && start < node.end ? mapIn(source, start, node.end) : undefined;
  }
  return mapIn({ path: source.path, text: node.text }, 0, node.text.length);
}

/** The map of a whole file. */
export function mapIn(source: Source, start = 0, end = source.text.length): Field | undefined {
  const { root } = parseDocument(source, start, end);
  return root && isMap(root) ? fieldsOf({ source, root, apiVersion: '', kind: '', start, end }) : undefined;
}

function isMap(node: YamlNode): node is Extract<YamlNode, { type: 'map' }> {
  return node.type === 'map';
}
