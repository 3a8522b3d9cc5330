/** A world: the objects that can meet in one cluster, and the joins between them. */
import type { DeclaredCredential, DeclaredServiceAccount } from './federation.ts';
import {
  identityKeys,
  type KubernetesObject,
  type PodTemplate,
  type ServiceAccount,
  type Workload,
} from './kubernetes.ts';
import type { Manifest } from './manifest.ts';
import { compareTexts, literalOf, type PartialText } from './partial-text.ts';
import type { Pipeline } from './pipeline.ts';
import type { Spot } from './source.ts';

/** Objects that were read from the same place and may be applied together. */
export interface World {
  /** How a person would call it: a root's folder, a cluster's name, or `.` for the raw files. */
  readonly name: string;
  /** The cluster of `idwire.yaml` that it is, by name. */
  readonly cluster?: string;
  /** Whether everything that belongs to it could be read; where not, nothing is known to be missing. */
  readonly complete: boolean;
  /** A combination that the repository names nowhere: absence in it proves nothing. */
  readonly guessed: boolean;
  readonly objects: readonly KubernetesObject[];
  readonly workloads: readonly Workload[];
  readonly serviceAccounts: readonly ServiceAccount[];
  /** Whether two objects can meet: raw files are split by environment folders and by duplicates. */
  readonly sees: (a: Manifest, b: Manifest) => boolean;
  /** The environment an object belongs to, when configuration or folder names tell. */
  readonly environmentOf: (manifest: Manifest) => string | undefined;
  /** Names of the variables in a text of an object that its deployer certainly leaves without a value. */
  readonly neverFilled: (manifest: Manifest, text: string) => readonly string[];
}

/** What scripts and other code of the repository do, so far as it explains findings away. */
export interface ScriptFacts {
  /** Something annotates accounts with the client id at deployment (azd, kubectl annotate, kustomize edit). */
  readonly annotatesAccounts: boolean;
  /** Something makes ServiceAccounts (kubectl create serviceaccount, azwi, Terraform, an operator). */
  readonly createsAccounts: boolean;
  /** Literals that some script replaces (`sed s/CLIENT_ID_HERE/…/`): they are placeholders wherever they stand. */
  readonly substitutes: ReadonlySet<string>;
}

/** Something about how a file is written, or a bound it hits; `manifestLike` when it plainly is a manifest. */
export interface ReadProblem {
  readonly kind: 'syntax' | 'duplicate-key' | 'limit' | 'tag';
  readonly message: string;
  readonly spot: Spot;
  readonly manifestLike: boolean;
}

/** Everything that was read of a repository. */
export interface Repository {
  readonly problems: readonly ReadProblem[];
  readonly worlds: readonly World[];
  readonly credentials: readonly DeclaredCredential[];
  /** The pipelines that sign in to Azure. */
  readonly pipelines: readonly Pipeline[];
  /** Accounts that something other than a manifest makes or annotates: Terraform, scripts, operators. */
  readonly declaredAccounts: readonly DeclaredServiceAccount[];
  /**
   * Whether every file that can declare a credential or an account was read whole: no template that nobody rendered,
   * no broken syntax. Where not, nothing is known to be missing.
   */
  readonly complete: boolean;
  readonly scripts: ScriptFacts;
}

const accountIndexes = new WeakMap<World, ReadonlyMap<string, readonly ServiceAccount[]>>();
const templateIndexes = new WeakMap<World, ReadonlyMap<string, readonly WorkloadTemplate[]>>();

/** A template together with the workload it belongs to. */
export interface WorkloadTemplate {
  readonly workload: Workload;
  readonly template: PodTemplate;
}

/** Groups by literal text; texts with symbols share the empty key, and are candidates for every name. */
export function indexBy<Item>(
  items: readonly Item[],
  textOf: (item: Item) => PartialText,
): ReadonlyMap<string, readonly Item[]> {
  const index = new Map<string, Item[]>();
  for (const item of items) {
    const key = literalOf(textOf(item)) ?? '';
    const group = index.get(key);
    if (group) group.push(item);
    else index.set(key, [item]);
  }
  return index;
}

/** What an index holds that has, or may have, a name. */
export function candidates<Item>(index: ReadonlyMap<string, readonly Item[]>, name: PartialText): readonly Item[] {
  const literal = literalOf(name);
  if (literal === undefined) return [...index.values()].flat();
  return [...(index.get(literal) ?? []), ...(literal === '' ? [] : (index.get('') ?? []))];
}

function accountIndex(world: World): ReadonlyMap<string, readonly ServiceAccount[]> {
  let index = accountIndexes.get(world);
  if (!index) {
    index = indexBy(world.serviceAccounts, (account) => account.name);
    accountIndexes.set(world, index);
  }
  return index;
}

/** An account that pods may run as: `certain` when name and namespace are the same for sure. */
export interface AccountMatch {
  readonly account: ServiceAccount;
  readonly certain: boolean;
}

/** The accounts in sight that the pods of a template run as, or may run as. */
export function accountsFor(world: World, workload: Workload, template: PodTemplate): readonly AccountMatch[] {
  const matches: AccountMatch[] = [];
  for (const account of candidates(accountIndex(world), template.account)) {
    if (!world.sees(workload.manifest, account.manifest)) continue;
    const name = compareTexts(template.account, account.name);
    const namespace = compareNamespaces(workload, account);
    if (name === 'different' || namespace === 'different') continue;
    matches.push({ account, certain: name === 'same' && namespace === 'same' });
  }
  return matches;
}

/** Accounts of the same name in sight that are certainly in another namespace. */
export function twinsElsewhere(world: World, workload: Workload, template: PodTemplate): readonly ServiceAccount[] {
  return candidates(accountIndex(world), template.account).filter(
    (account) =>
      world.sees(workload.manifest, account.manifest) &&
      compareTexts(template.account, account.name) === 'same' &&
      compareNamespaces(workload, account) === 'different',
  );
}

/** The templates in sight whose pods run, or may run, as an account. */
export function templatesOf(world: World, account: ServiceAccount): readonly WorkloadTemplate[] {
  let index = templateIndexes.get(world);
  if (!index) {
    const all = world.workloads.flatMap((workload) => workload.templates.map((template) => ({ workload, template })));
    index = indexBy(all, (item) => item.template.account);
    templateIndexes.set(world, index);
  }
  return candidates(index, account.name).filter(
    ({ workload, template }) =>
      world.sees(account.manifest, workload.manifest) &&
      compareTexts(account.name, template.account) !== 'different' &&
      compareNamespaces(account, workload) !== 'different',
  );
}

/** Compares namespaces; one that nobody gave matches any. Two such of one file or render are the same. */
export function compareNamespaces(a: KubernetesObject, b: KubernetesObject): 'same' | 'different' | 'unknown' {
  if (!a.namespaceGiven && !b.namespaceGiven) return 'same';
  if (!a.namespaceGiven || !b.namespaceGiven) return 'unknown';
  return compareTexts(a.namespace, b.namespace);
}

/** `namespace/name` for messages; a namespace that nobody gave, or that the kind does not have, is left out. */
export function nameOf(object: KubernetesObject): string {
  const name = written(object.name) || '(no name)';
  const hasNamespace = object.namespaceGiven && object.namespace.symbols[0] !== 'namespace';
  return hasNamespace ? `${written(object.namespace)}/${name}` : name;
}

function written(text: PartialText): string {
  return text.pieces.map((piece, index) => piece + (text.symbols[index] ?? '')).join('');
}

/** Whether pods of a template ask for the webhook with exactly the value it selects. */
export function isLabelled(template: PodTemplate): boolean {
  return template.metadata.labels.some((label) => label.key === identityKeys.use && label.string === 'true');
}
