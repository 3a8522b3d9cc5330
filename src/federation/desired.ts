/** Reads from the repository which credentials its ServiceAccounts need on which clusters. */

import type { TextReader } from '../manifests/kubernetes.ts';
import { locate } from '../manifests/locate.ts';
import type { DeclaredCredential, DeclaredValue } from '../model/federation.ts';
import type { Field } from '../model/field.ts';
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
  /** Undefined while it cannot be known: such wires are weighed, and never written. */
  readonly issuer: string | undefined;
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
  /** The kustomization that a raw file may be input of, when there is one that was not rendered. */
  readonly unrenderedOver: (path: string) => string | undefined;
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
    issuer: cluster.issuer ?? '',
    subject,
    audience: request.audience,
    origin: (account.clientId ?? account.root).place,
    cluster: { name: cluster.name, environment: cluster.environment, namespace },
    proven: true,
    blocked:
      cluster.blocked ??
      notGuid(clientId) ??
      faultOf(request.findings, world, account) ??
      unrendered(request, world, account),
    leftTo: declarationOf(request.repository.credentials, { issuer: cluster.issuer, subject, clientId }),
  };
}

/** What a kustomization would still do to a name or a namespace is not known before it is rendered. */
function unrendered({ unrenderedOver }: DesireRequest, world: World, account: ServiceAccount): string | null {
  if (world.complete || account.manifest.rendered) return null;
  const kustomization = unrenderedOver(account.manifest.source.path);
  return kustomization ? `${kustomization} was not rendered, so the final name of the account is not known` : null;
}

function notGuid(clientId: string): string | null {
  const fault = describeNotGuid(clientId);
  return fault ? `the client id is ${fault.description}` : null;
}

/** An error on the account, or on pods that run as it, blocks this wire and no other. */
function faultOf(findings: readonly Finding[], world: World, account: ServiceAccount): string | null {
  const errors = findings.filter(stands);
  if (errors.length === 0) return null;
  const owners = [account, ...templatesOf(world, account).map(({ workload }) => workload)];
  const lines = new Set(owners.flatMap(({ root }) => linesOf(root)));
  const fault = errors.find(({ file, line }) => lines.has(`${file}:${line}`));
  return fault ? `${fault.rule} at ${fault.file}:${fault.line}` : null;
}

/** A person who suppressed an error with a reason answers for it; an old or untouched error is an error still. */
function stands({ severity, suppressed }: Finding): boolean {
  return severity === 'error' && suppressed?.by !== 'comment' && suppressed?.by !== 'annotation';
}

/** Every line that a person would edit for a part of the object, as `file:line`. */
function linesOf(field: Field): readonly string[] {
  const own = [field.place, field.keyPlace].map((place) => {
    const { file, line } = locate(place);
    return `${file}:${line}`;
  });
  return [...own, ...[...field.entries(), ...field.items()].flatMap(linesOf)];
}

/**
 * `file:line` of a declaration that makes this credential. One that can only partly be read counts when what can be read
 * of it fits and says more than the shape of a subject: when in doubt, it is not ours.
 */
function declarationOf(
  credentials: readonly DeclaredCredential[],
  wanted: { readonly issuer: string | undefined; readonly subject: string; readonly clientId: string },
): string | undefined {
  const differs = (declared: DeclaredValue | undefined, text: string | undefined) =>
    declared !== undefined &&
    text !== undefined &&
    compareTexts(declared.loose ?? declared.text, literalText(text)) === 'different';
  const declaring = credentials.find(({ language, issuer, subject, clientId }) => {
    if (language === 'cli' || language === 'config' || !subject) return false;
    if (differs(issuer, wanted.issuer) || differs(clientId, wanted.clientId)) return false;
    if (compareTexts(subject.text, literalText(wanted.subject)) === 'same') return true;
    const saysMore = (subject.loose ?? subject.text).pieces.join('').replace(/^system:serviceaccount:/, '');
    return !differs(subject, wanted.subject) && saysMore.replaceAll(':', '') !== '';
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
