/** What a run saw of Azure and of the clusters beside the repository: the state that the live rules judge. */
import type { ClusterContents } from './cluster-contents.ts';
import type { Configuration } from './configuration.ts';
import type { FederatedCredential, Identity, ManagedCluster, ManagedIdentity } from './identity.ts';
import type { ServiceAccount } from './kubernetes.ts';
import type { Place } from './manifest.ts';
import type { KnownRole } from './roles.ts';
import type { Spot } from './source.ts';
import type { Repository, World } from './world.ts';

/** A configured cluster, with what Resource Manager and its API server told of it. Absent parts could not be read. */
export interface LiveCluster {
  readonly name: string;
  /** Its name in `idwire.yaml`. */
  readonly at: Spot;
  readonly worlds: readonly World[];
  /** The issuer that `idwire.yaml` gives. */
  readonly written: { readonly issuer: string; readonly at: Spot } | undefined;
  /** The issuer that its tokens have: Resource Manager's word, else the API server's, else the written one. */
  readonly issuer: string | undefined;
  readonly managed: ManagedCluster | undefined;
  /** Minor versions that AKS supports where the cluster is. */
  readonly supportedVersions: readonly string[] | undefined;
  readonly contents: ClusterContents | undefined;
}

export interface LiveCredential extends FederatedCredential {
  /** Whether its name bears our mark. */
  readonly owned: boolean;
}

/** A role on a scope, as far as roles are worth a word. */
export interface LiveRole {
  readonly scope: string;
  readonly role: KnownRole;
}

/** An identity that is wired or configured. */
export interface LiveIdentity {
  readonly identity: Identity;
  /** Its entry in `idwire.yaml`, else the first line that asks for it. */
  readonly at: Place | Spot;
  /** Absent when they could not be read. */
  readonly credentials: readonly LiveCredential[] | undefined;
  /** Number of role assignments, and those of roles that reach far. Absent when they could not be read. */
  readonly roles: { readonly count: number; readonly far: readonly LiveRole[] } | undefined;
}

/** One credential that the repository asks for, and whom it found. */
export interface LiveWire {
  readonly clientId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  readonly at: Place | Spot;
  /** For ServiceAccounts; absent for pipelines. */
  readonly cluster: LiveCluster | undefined;
  readonly account: ServiceAccount | undefined;
  readonly target: LiveIdentity | undefined;
  /** Whether it is certain that no identity has this client id. */
  readonly nobody: boolean;
  /** Whether the line that asks for it is new in the change under review: it is planned, not missing. */
  readonly planned: boolean;
  /** Whether issuer and subject are known for sure: a token, the host or the configuration says them in full. */
  readonly proven: boolean;
  /** `file:line` of the declaration that makes the credential instead of us. */
  readonly leftTo: string | undefined;
}

/** Somebody whose object id stands where a client id belongs. */
export interface KnownObject {
  readonly objectId: string;
  readonly clientId: string;
  readonly name: string;
}

/** A service connection of Azure DevOps: what it records of itself, and what was configured. */
export interface LiveConnection {
  readonly name: string;
  readonly at: Spot;
  readonly recorded: { readonly issuer: string; readonly subject: string };
  readonly wanted: { readonly issuer: string | undefined; readonly subject: string | undefined };
}

/** The issuer, subject and audience that a token says. */
export interface TokenClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** What came of offering a real token to Entra. */
export interface Proof {
  readonly at: Place | Spot;
  readonly who: string;
  readonly clientId: string;
  readonly claims: TokenClaims;
  readonly outcome: { readonly accepted: true } | { readonly accepted: false; readonly evidence: string };
  /** The credentials that Entra compared with; absent when they could not be read. */
  readonly recorded: readonly FederatedCredential[] | undefined;
}

export interface LiveState {
  readonly repository: Repository;
  readonly configuration: Configuration;
  /** Whether everything that could want a credential was read: only then is one that nobody wants stray. */
  readonly complete: boolean;
  readonly clusters: readonly LiveCluster[];
  readonly wires: readonly LiveWire[];
  readonly identities: readonly LiveIdentity[];
  readonly objects: readonly KnownObject[];
  readonly connections: readonly LiveConnection[];
  readonly proofs: readonly Proof[];
}

/** What was read, before it is joined with the repository. Maps have no entry for what could not be read. */
export interface Observed {
  /** By the name in `idwire.yaml`. */
  readonly managed: ReadonlyMap<string, ManagedCluster>;
  readonly contents: ReadonlyMap<string, ClusterContents>;
  /** By the name in `idwire.yaml`. */
  readonly supportedVersions: ReadonlyMap<string, readonly string[]>;
  /** All identities of all listed subscriptions, and the applications that were looked up. */
  readonly identities: readonly Identity[];
  /** Client ids, in lower case, that certainly belong to nobody. */
  readonly nobody: ReadonlySet<string>;
  readonly objects: readonly KnownObject[];
  /** By `normalResource` of the identity. */
  readonly credentials: ReadonlyMap<string, readonly FederatedCredential[]>;
  /** By principal id in lower case; absent when the assignments of its subscription could not be read. */
  readonly roles: ReadonlyMap<string, NonNullable<LiveIdentity['roles']>>;
  readonly connections: readonly LiveConnection[];
  readonly proofs: readonly Proof[];
}

/** The principal of a managed identity; applications have roles through their service principal, which is not read. */
export function principalOf(identity: Identity): string | undefined {
  return identity.kind === 'managed-identity' ? (identity as ManagedIdentity).principalId.toLowerCase() : undefined;
}
