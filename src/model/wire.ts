/** Wires at fault: the chain from pods to a credential, with the links that findings are about. */
import type { DeclaredCredential } from './federation.ts';
import { compareSeverity, type Finding, type Severity } from './finding.ts';
import type { KubernetesObject, PodTemplate, ServiceAccount, Workload } from './kubernetes.ts';
import { couldBe, literalOf, writtenText } from './partial-text.ts';
import { lineAt, type Source } from './source.ts';
import { accountsFor, isLabelled, nameOf, type Repository, type World } from './world.ts';

/** One link as it is shown; `fault` is the worst severity of what was found about it. */
export interface WireEnd {
  readonly name: string;
  readonly fault: Severity | null;
}

/** Undefined where nothing in sight continues the chain. */
export interface Wire {
  readonly pods: WireEnd;
  readonly account: WireEnd | undefined;
  /** The client id as written. */
  readonly identity: WireEnd | undefined;
  /** The subject of a credential that the repository declares for the account. */
  readonly credential: WireEnd | undefined;
}

/** The wires that a finding that counts is about, in the order of the repository, each once. */
export function wiresAtFault(repository: Repository, findings: readonly Finding[]): readonly Wire[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.suppressed) continue;
    const others = byFile.get(finding.file);
    if (others) others.push(finding);
    else byFile.set(finding.file, [finding]);
  }
  if (byFile.size === 0) return [];
  const wires = repository.worlds.flatMap((world) =>
    world.workloads.flatMap((workload) =>
      workload.templates.flatMap((template) => wireOf(world, workload, template, repository.credentials, byFile) ?? []),
    ),
  );
  return [...new Map(wires.map((wire) => [JSON.stringify(wire), wire])).values()];
}

type ByFile = ReadonlyMap<string, readonly Finding[]>;

function wireOf(
  world: World,
  workload: Workload,
  template: PodTemplate,
  credentials: readonly DeclaredCredential[],
  byFile: ByFile,
): Wire | undefined {
  const match = accountsFor(world, workload, template).find(({ certain }) => certain);
  const account = match?.account;
  const pods = { name: `${workload.kind} ${nameOf(workload)}`, fault: faultOf(workload, byFile) };
  const accountFault = account ? faultOf(account, byFile) : null;
  const atIdentity = account?.clientId && faultAt(account, account.clientId.node.start, byFile);
  if (!pods.fault && !accountFault) return undefined;
  // Without a label and without a client id nobody meant a wire to be here.
  if (!account?.clientId && !isLabelled(template)) return undefined;
  const declared = account && credentials.find((credential) => isFor(credential, account));
  return {
    pods,
    account: account && { name: nameOf(account), fault: atIdentity ? null : accountFault },
    identity: account?.clientId && { name: account.clientId.text ?? '', fault: atIdentity ?? null },
    credential: declared?.subject && { name: writtenText(declared.subject.text), fault: placeFault(declared, byFile) },
  };
}

/** `system:serviceaccount:<namespace>:<name>` (kubernetes.io, service account tokens). */
function isFor({ subject }: DeclaredCredential, account: ServiceAccount): boolean {
  const [namespace, name] = [literalOf(account.namespace), literalOf(account.name)];
  if (!subject || namespace === undefined || name === undefined) return false;
  return couldBe(subject.text, `system:serviceaccount:${namespace}:${name}`);
}

/** The worst of what was found within an object; of a rendered one the lines are not its own. */
function faultOf({ manifest }: KubernetesObject, byFile: ByFile): Severity | null {
  return manifest.rendered ? null : worst(byFile, manifest.source, manifest.start, manifest.end - 1);
}

function faultAt({ manifest }: KubernetesObject, offset: number, byFile: ByFile): Severity | null {
  return manifest.rendered ? null : worst(byFile, manifest.source, offset, offset);
}

function placeFault({ at }: DeclaredCredential, byFile: ByFile): Severity | null {
  return 'manifest' in at ? null : worst(byFile, at.source, at.start, at.start);
}

function worst(byFile: ByFile, source: Source, start: number, end: number): Severity | null {
  const inFile = byFile.get(source.path);
  if (!inFile) return null;
  const [from, to] = [lineAt(source, start), lineAt(source, end)];
  const within = inFile.filter(({ line }) => line >= from && line <= to).map(({ severity }) => severity);
  return within.sort(compareSeverity)[0] ?? null;
}
