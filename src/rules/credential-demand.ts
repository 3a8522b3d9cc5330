/** Counts the federated credentials that the accounts and declarations of a repository need on each identity. */

import type { DeclaredCredential } from '../model/federation.ts';
import type { ServiceAccount } from '../model/kubernetes.ts';
import type { Place } from '../model/manifest.ts';
import { literalOf, writtenText } from '../model/partial-text.ts';
import { type Repository, templatesOf, type World } from '../model/world.ts';
import { describeNotGuid } from './guid.ts';
import { bindingAnnotation } from './identity-bindings.ts';
import type { At } from './rule.ts';

/** One credential that an identity needs. */
export interface Need {
  readonly at: At;
  /** False when it is only needed if two worlds of one environment are two clusters. */
  readonly certain: boolean;
}

/** What is needed on one identity, in the order of the files. `identity` is a client id, or the owner as declared. */
export interface Demand {
  readonly identity: string;
  readonly needs: readonly Need[];
}

/** The accounts that need a credential for one subject, by cluster, and the credentials declared for it, by issuer. */
interface SubjectDemand {
  readonly clusters: Map<string, Need>;
  readonly issuers: Map<string, Need>;
}

/** Azure keeps a credential for each issuer and subject; one per cluster that an account lives in. */
export function credentialDemands(repository: Repository): readonly Demand[] {
  const identities = new Map<string, Map<string, SubjectDemand>>();
  const subjectOf = (identity: string, subject: string): SubjectDemand => {
    const subjects = identities.get(identity) ?? new Map<string, SubjectDemand>();
    identities.set(identity, subjects);
    const demand = subjects.get(subject) ?? { clusters: new Map(), issuers: new Map() };
    subjects.set(subject, demand);
    return demand;
  };
  for (const world of repository.worlds) {
    for (const account of world.serviceAccounts) addAccount(subjectOf, world, account);
  }
  for (const credential of repository.credentials) addDeclared(subjectOf, credential);
  return [...identities].map(([identity, subjects]) => ({ identity, needs: [...subjects.values()].flatMap(needsOf) }));
}

type SubjectOf = (identity: string, subject: string) => SubjectDemand;

function addAccount(subjectOf: SubjectOf, world: World, account: ServiceAccount): void {
  const clientId = account.clientId?.string;
  if (!account.clientId || !clientId || describeNotGuid(clientId)) return;
  const at: Place = account.clientId.place;
  const identity = clientId.toLowerCase();
  if (usesBindingsOnly(world, account)) {
    // AKS writes one credential for all bindings of an identity (azure-aks-docs identity-bindings-concepts).
    subjectOf(identity, 'identity binding').clusters.set('', { at, certain: true });
    return;
  }
  const subject = `system:serviceaccount:${writtenText(account.namespace)}:${writtenText(account.name)}`;
  const { clusters } = subjectOf(identity, subject);
  const environment = world.environmentOf(account.manifest) ?? '';
  const certain = ![...clusters.keys()].some((known) => known.startsWith(`${environment}\n`));
  const cluster = `${environment}\n${world.name}`;
  if (!clusters.has(cluster)) clusters.set(cluster, { at, certain });
}

function usesBindingsOnly(world: World, account: ServiceAccount): boolean {
  const pods = templatesOf(world, account);
  return pods.length > 0 && pods.every(({ template }) => bindingAnnotation(template));
}

function addDeclared(subjectOf: SubjectOf, credential: DeclaredCredential): void {
  const owner = (credential.clientId && literalOf(credential.clientId.text)) ?? ownerOf(credential);
  // A loop or condition may make it often, or never.
  if (owner === undefined || credential.conditional || !credential.subject) return;
  const issuer = credential.issuer ? writtenText(credential.issuer.text) : '';
  const { issuers } = subjectOf(owner.toLowerCase(), writtenText(credential.subject.text));
  if (!issuers.has(issuer)) issuers.set(issuer, { at: credential.at, certain: true });
}

/** Only an owner that is fully written means the same identity wherever it stands. */
function ownerOf({ identity }: DeclaredCredential): string | undefined {
  const text = identity && literalOf(identity.text);
  return text?.startsWith('/') ? text : undefined;
}

/** An account that is also declared needs its credential once; issuers beyond its clusters are other clusters. */
function needsOf({ clusters, issuers }: SubjectDemand): readonly Need[] {
  return [...clusters.values(), ...[...issuers.values()].slice(clusters.size)];
}
