/** What makes a document worth parsing, as patterns over raw text: the cheap first pass of a scan. */

/**
 * Pieces of the well-known keys. The first three share no character, so a key with two typing errors, as many as the
 * rule about misspelt keys forgives, still holds one of them whole. `/client` would be found in ordinary addresses.
 */
const keyPieces = ['azure\\.wo', 'rkload\\.i', 'dentity/', 'client-id'];

/**
 * Other words that rules look for inside objects of any kind. Their first letters are few and rare ones on purpose: each
 * further one slows the search of every file.
 */
const words = [
  'aadpodid',
  'aadPodId',
  '(?:AZURE|ARM|AAD)_CLIENT',
  'client[-_]?[sS]ecret',
  'aadClientSecret',
  'AZURE_(?:TENANT|FEDERATED|AUTHORITY)',
  'azure-identity-token',
  'secrets/azure/',
  'secrets-store',
  'usePodIdentity',
  'azure-workload',
  'pod-identity',
  'WithWorkloadIdentity',
  'AzureADTokenExchange',
  'serviceAccountToken',
  // Calls in pipelines, and templates of Azure, that make credentials or accounts.
  'federated-credential',
  'federatedIdentityCredentials',
  '\\bazwi ',
  'create (?:sa|serviceaccount) ',
  'pod-security\\.kubernetes\\.io',
  'kubernetes\\.azure\\.com/tls',
  'idwire',
];

/** Kinds that rules read whatever they hold. */
const kinds = [
  'SecretProviderClass',
  '\\w*NetworkPolicy',
  '(?:Cluster)?Role(?:Binding)?',
  'Azure[A-Za-z]+',
  'FederatedIdentityCredential',
  'UserAssignedIdentity',
  'TriggerAuthentication',
  'ClusterTriggerAuthentication',
  '(?:Cluster)?SecretStore',
  '(?:Cluster)?Issuer',
  'ACRAccessToken',
  '(?:Git|OCI|Image)Repository',
  'HelmRelease',
  'Application(?:Set)?',
  'ManagedCluster',
  'K8sPSPCapabilities',
  'ApplicationIdentity',
  'WorkloadIdentity',
];

/** Matches `kind: X` and `"kind":"X"` for the kinds above. */
const kindPattern = `kind["']?[ \\t]*:[ \\t]*["']?(?:${kinds.join('|')})\\b`;

/** Groups whose objects name what a cluster deploys; they are no identity text of the folders they stand in. */
const deployers = ['kustomize\\.toolkit\\.fluxcd'];

const interesting = new RegExp([...keyPieces, ...words, ...deployers, kindPattern].join('|'));

/** The same, for searching many files as one text. */
export const findInteresting = new RegExp(interesting, 'g');

/** Whether a text (a file's or a document's, one-byte view included) can matter to any rule by itself. */
export function isInteresting(text: string): boolean {
  return interesting.test(text);
}

const identityText = new RegExp([...keyPieces, ...words].join('|'));

/** Whether a text holds a word of the wiring itself; kinds that rules read whatever they hold do not count. */
export function holdsIdentityText(text: string): boolean {
  return identityText.test(text);
}

const identityWord = new RegExp(keyPieces.join('|'));

/** Whether a text holds (nearly) one of the well-known keys, so that an account so annotated has pods that matter. */
export function holdsIdentityWord(text: string): boolean {
  return identityWord.test(text);
}

const accountUse = /serviceAccount(?:Name)?["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;

/**
 * The account names that a text uses, as written. A name that only a parser can read (alias, tag, next line) is `*`,
 * which stands for any.
 */
export function accountsUsed(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of text.matchAll(accountUse)) names.add(readable(match[1] ?? match[2] ?? match[3]));
  return names;
}

const accountKind = /kind["']?[ \t]*:[ \t]*["']?ServiceAccount["']?[ \t]*(?:[#,}\r\n]|$)/;
const accountName = /\bname["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;

/** The names that a text may give to ServiceAccounts, as written; empty when it holds none. */
export function accountsDeclared(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!accountKind.test(text)) return names;
  for (const match of text.matchAll(accountName)) names.add(readable(match[1] ?? match[2] ?? match[3]));
  return names;
}

/** A name that only a parser can read (alias, tag, escape, next line) is `*`. */
function readable(name: string | undefined): string {
  return name === undefined || /^[*&!|>{[]/.test(name) || name.includes('\\') ? '*' : name;
}
