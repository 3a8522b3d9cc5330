/** What no single value of `idwire.yaml` can tell: names that stand twice, and names that nothing bears. */
import type { ScalarNode, YamlNode } from '../model/manifest.ts';
import { didYouMean, type Reader } from './shape.ts';

/** Works on the tree, so that a mistake elsewhere in an entry does not hide its name. */
export function checkReferences(root: YamlNode, reader: Reader): void {
  const clusters = entriesOf(at(root, 'clusters'));
  const identities = entriesOf(at(root, 'identities'));
  const clusterNames = uniqueNames(clusters, 'cluster', reader);
  const identityNames = uniqueNames(identities, 'identity', reader);
  for (const identity of identities) {
    for (const allowed of entriesOf(at(identity, 'allow', 'clusters'))) {
      const pattern = scalarOf(allowed);
      if (pattern && !pattern.text.includes('*')) checkKnown(pattern, 'cluster', clusterNames, reader);
    }
  }
  for (const pipeline of entriesOf(at(root, 'pipelines'))) {
    const name = scalarOf(at(pipeline, 'identity'));
    if (!name) continue;
    checkKnown(name, 'identity', identityNames, reader);
    const named = identities.find((identity) => scalarOf(at(identity, 'name'))?.text === name.text);
    if (named && at(named, 'resource-group'))
      reader.fault(name, `The identity ${name.text} is a whole resource group; a pipeline signs in as one identity.`);
  }
}

function uniqueNames(entries: readonly YamlNode[], what: string, reader: Reader): ReadonlySet<string> {
  const names = new Set<string>();
  for (const entry of entries) {
    const name = scalarOf(at(entry, 'name'));
    if (!name) continue;
    if (names.has(name.text)) reader.fault(name, `The name ${name.text} is given to more than one ${what}.`);
    names.add(name.text);
  }
  return names;
}

function checkKnown(name: ScalarNode, what: string, known: ReadonlySet<string>, reader: Reader): void {
  if (known.has(name.text)) return;
  const allowed = known.size === 0 ? 'none has a name' : `allowed: ${[...known].join(', ')}`;
  reader.fault(name, `There is no ${what} ${JSON.stringify(name.text)}${didYouMean(name.text, known)}; ${allowed}.`);
}

function at(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  let found = node;
  for (const key of keys) {
    found = found?.type === 'map' ? found.entries.find((entry) => entry.key.text === key)?.value : undefined;
  }
  return found;
}

function entriesOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.type === 'sequence' ? node.items : [];
}

function scalarOf(node: YamlNode | undefined): ScalarNode | undefined {
  return node?.type === 'scalar' && node.text !== '' ? node : undefined;
}
