/** What the objects of all worlds declare: federated credentials, and ServiceAccounts that operators make for them. */
import type { DeclarationLanguage, DeclaredCredential, DeclaredServiceAccount } from '../model/federation.ts';
import type { Field } from '../model/field.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';
import type { Manifest } from '../model/manifest.ts';
import type { World } from '../model/world.ts';
import { declaresCredential, kubernetesCredentials } from './declared/kubernetes-declarations.ts';
import { readObject } from './kubernetes.ts';
import { readPlaceholders } from './placeholders.ts';

/** The credentials of Azure Service Operator and Crossplane; an object that is in several worlds counts once. */
export function credentialsOfWorlds(worlds: readonly World[]): readonly DeclaredCredential[] {
  const manifests = new Set(worlds.flatMap((world) => world.objects.map((object) => object.manifest)));
  return [...manifests].filter(declaresCredential).flatMap((manifest) => kubernetesCredentials(manifest));
}

/** Where the kinds of known operators name the account they make (Altinn/altinn-platform, micosolutions). */
const makers: Readonly<Record<string, readonly string[]>> = {
  'application.dis.altinn.cloud/ApplicationIdentity': ['metadata', 'name'],
  'workloadidentity.azure.micosolutions.se/WorkloadIdentity': ['spec', 'serviceAccount', 'name'],
};

/** Accounts that an operator makes, in the namespace of the object that asks for them. */
export function accountsOfOperators(worlds: readonly World[]): readonly DeclaredServiceAccount[] {
  const seen = new Map<Manifest, DeclaredServiceAccount>();
  for (const object of worlds.flatMap((world) => world.objects)) {
    const path = makers[`${object.group}/${object.kind}`];
    const name = path && (object.root.get(...path) ?? object.metadata.nameField);
    if (name) seen.set(object.manifest, madeAccount(object, name, 'aso'));
  }
  return [...seen.values()];
}

/** Accounts in files that something fills in and applies: of these no more than the name can be relied upon. */
export function accountsOfTemplates(manifests: readonly Manifest[]): readonly DeclaredServiceAccount[] {
  return manifests
    .filter((manifest) => manifest.kind === 'ServiceAccount')
    .map((manifest) => readObject(manifest))
    .flatMap((object) =>
      object.metadata.nameField ? [madeAccount(object, object.metadata.nameField, 'terraform')] : [],
    );
}

function madeAccount(object: KubernetesObject, name: Field, language: DeclarationLanguage): DeclaredServiceAccount {
  const { source, start, end } = object.manifest;
  return {
    language,
    name: { text: readPlaceholders(name.text ?? ''), at: name.place },
    ...(object.namespaceGiven && { namespace: { text: object.namespace, at: name.place } }),
    created: true,
    at: { source, start, end },
  };
}
