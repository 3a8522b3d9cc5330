/** Reads parsed manifests into the typed slices of the model. */
import { type Field, fieldsOf } from '../model/field.ts';
import {
  entryOf,
  identityKeys,
  type KubernetesObject,
  type ObjectMetadata,
  type ServiceAccount,
} from '../model/kubernetes.ts';
import type { Manifest } from '../model/manifest.ts';
import { type PartialText, unknownText } from '../model/partial-text.ts';
import { readPlaceholders } from './placeholders.ts';

/** Turns text into pieces and symbols; resolves symbols where the repository says how. */
export type TextReader = (text: string) => PartialText;

/** Metadata under a field (an object's root, or a pod template). */
export function readMetadata(owner: Field | undefined): ObjectMetadata {
  const field = owner?.get('metadata');
  const labelsField = field?.get('labels');
  const annotationsField = field?.get('annotations');
  return {
    field,
    nameField: field?.get('name'),
    namespaceField: field?.get('namespace'),
    labelsField,
    annotationsField,
    labels: labelsField?.entries() ?? [],
    annotations: annotationsField?.entries() ?? [],
  };
}

/** The kinds that live outside namespaces and that we read; all others are namespaced. */
const clusterScoped = new Set([
  'Namespace',
  'ClusterRole',
  'ClusterRoleBinding',
  'StorageClass',
  'PersistentVolume',
  'CustomResourceDefinition',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
]);

/** Reads what all kinds share. `namespace` is what a renderer or configuration gives to objects that name none. */
export function readObject(
  manifest: Manifest,
  read: TextReader = readPlaceholders,
  namespace?: string,
): KubernetesObject {
  const root = fieldsOf(manifest);
  const metadata = readMetadata(root);
  const slash = manifest.apiVersion.indexOf('/');
  const written = metadata.namespaceField?.text || namespace;
  return {
    manifest,
    root,
    group: slash === -1 ? '' : manifest.apiVersion.slice(0, slash),
    version: manifest.apiVersion.slice(slash + 1),
    kind: manifest.kind,
    metadata,
    name: nameText(metadata, read),
    namespace: written ? read(written) : unknownText('namespace'),
    namespaceGiven: Boolean(written) || clusterScoped.has(manifest.kind),
  };
}

function nameText(metadata: ObjectMetadata, read: TextReader): PartialText {
  const name = metadata.nameField?.text;
  if (name) return read(name);
  const prefix = metadata.field?.get('generateName')?.text;
  return prefix ? { pieces: [prefix, ''], symbols: ['generateName'] } : unknownText('name');
}

/** Reads a ServiceAccount; the annotations count only on the account itself. */
export function readServiceAccount(object: KubernetesObject): ServiceAccount {
  return {
    ...object,
    clientId: entryOf(object.metadata.annotations, identityKeys.clientId),
    tenantId: entryOf(object.metadata.annotations, identityKeys.tenantId),
  };
}
