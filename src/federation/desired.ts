/** Reads from the repository which credentials its ServiceAccounts need on which clusters. */

import type { TextReader } from '../manifests/kubernetes.ts';
import { locate } from '../manifests/locate.ts';
import type { DeclaredCredential } from '../model/federation.ts';
import type { Finding } from '../model/finding.ts';
import type { ServiceAccount } from '../model/kubernetes.ts';
import { compareTexts, literalOf, literalText } from '../model/partial-text.ts';
import type { Gap } from '../model/report.ts';
import { nameOf, type Repository, templatesOf, type World } from '../model/world.ts';
import { describeNotGuid } from '../rules/guid.ts';
import { bindingAnnotation } from '../rules/identity-bindings.ts';
import type { Wish } from './wish.ts';

/** A configured cluster and what its tokens say. */
export interface TrustedCluster {
  readonly name: string;
  readonly environment: string | undefined;
  readonly issuer: string;
  /** Why nothing may be written for it, or null: its issuer is not vouched for. */
  readonly blocked: string | null;
}

export interface Desired {
  readonly wishes: readonly Wish[];
  /** Wires that cannot be resolved: the plan is incomplete. */
  readonly gaps: readonly Gap[];
}

export interface DesireRequest {
  readonly repository: Repository;
  readonly clusters: readonly TrustedCluster[];
  readonly audience: string;
  readonly read: TextReader;
  readonly findings: readonly Finding[];
}

/** One wish for each account with a client id, on each cluster whose sources hold it, whether it has pods or not. */
export function desiredCredentials(request: DesireRequest): Desired {
  const wishes: Wish[] = [];
  const gaps: Gap[] = [];
  for (const world of request.repository.worlds) {
    const cluster = request.clusters.find(({ name }) => name === world.cluster);
    if (!cluster) continue;
    for (const account of world.serviceAccounts) {
      if (!account.clientId?.text || usesBindingOnly(world, account)) continue;
      const wish = wishOf(request, world, cluster, account);
      if ('why' in wish) gaps.push(wish);
      else wishes.push(wish);
    }
  }
  return { wishes, gaps };
}

/** Pods with an identity binding exchange their token through AKS, which keeps the credential itself. */
function usesBindingOnly(world: World, account: ServiceAccount): boolean {
  const pods = templatesOf(world, account);
  return pods.length > 0 && pods.every(({ template }) => bindingAnnotation(template) !== undefined);
}

function wishOf(request: DesireRequest, world: World, cluster: TrustedCluster, account: ServiceAccount): Wish | Gap {
  const name = literalOf(account.name);
  const namespace = account.namespaceGiven ? literalOf(account.namespace) : undefined;
  const clientId = literalOf(request.read(account.clientId?.text ?? ''));
  if (name === undefined || namespace === undefined || clientId === undefined) {
    const { file, line } = locate((account.metadata.nameField ?? account.root).place);
    const what = name === undefined ? 'name' : namespace === undefined ? 'namespace' : 'client id';
    return {
      what: `ServiceAccount ${nameOf(account)} of cluster ${cluster.name}`,
      why: `its ${what} is not known from the repository (${file}:${line})`,
      remedy: 'Give placeholders their values under substitutions in idwire.yaml, and write the namespace.',
    };
  }
  const subject = `system:serviceaccount:${namespace}:${name}`;
  return {
    identity: { clientId },
    issuer: cluster.issuer,
    subject,
    audience: request.audience,
    origin: (account.clientId ?? account.root).place,
    cluster: { name: cluster.name, environment: cluster.environment, namespace },
    proven: true,
    blocked: cluster.blocked ?? faultOf(request.findings, world, account) ?? notGuid(clientId),
    leftTo: declarationOf(request.repository.credentials, cluster.issuer, subject),
  };
}

function notGuid(clientId: string): string | null {
  const fault = describeNotGuid(clientId);
  return fault ? `the client id is ${fault.description}` : null;
}

/** An error on the account, or on pods that run as it, blocks this wire and no other. */
function faultOf(findings: readonly Finding[], world: World, account: ServiceAccount): string | null {
  const owners = [account, ...templatesOf(world, account).map(({ workload }) => workload)];
  const spots = owners.map(({ root, manifest }) => {
    const first = locate(root.place);
    const lines = manifest.rendered ? 0 : manifest.source.text.slice(manifest.start, manifest.end).split('\n').length;
    return { file: first.file, from: first.line, to: first.line + lines };
  });
  const fault = findings.find(
    (finding) =>
      finding.severity === 'error' &&
      !finding.suppressed &&
      spots.some(({ file, from, to }) => finding.file === file && finding.line >= from && finding.line <= to),
  );
  return fault ? `${fault.rule} at ${fault.file}:${fault.line}` : null;
}

/**
 * `file:line` of a declaration that makes this credential. One that can only partly be read counts when what can be read
 * of it fits and says more than the shape of a subject: when in doubt, it is not ours.
 */
function declarationOf(
  credentials: readonly DeclaredCredential[],
  issuer: string,
  subject: string,
): string | undefined {
  const declaring = credentials.find((credential) => {
    if (credential.language === 'cli' || credential.language === 'config' || !credential.subject) return false;
    if (credential.issuer && compareTexts(credential.issuer.text, literalText(issuer)) === 'different') return false;
    const fit = compareTexts(credential.subject.text, literalText(subject));
    const readable = credential.subject.text.pieces
      .join('')
      .replace(/^system:serviceaccount:/, '')
      .replaceAll(':', '');
    return fit === 'same' || (fit === 'unknown' && readable !== '');
  });
  if (!declaring) return undefined;
  const { file, line } = locate(declaring.at);
  return `${file}:${line}`;
}

/** The wish as a person would say it. */
export function describeWish(wish: Wish): string {
  const { file, line } = locate(wish.origin);
  return `${wish.subject} (${file}:${line})`;
}
