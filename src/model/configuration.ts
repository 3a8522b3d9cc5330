/** What a person configured in `idwire.yaml`: validated and typed, and every value still knows where it stands. */
import type { RuleLevel } from './finding.ts';
import type { Source, Spot } from './source.ts';

/** A value together with its place, so that a finding or a row of a plan can point at it. */
export interface Configured<Value> {
  readonly value: Value;
  readonly at: Spot;
}

/** An entry of a list or a map that has keys; `at` is its first line. */
interface Entry {
  readonly at: Spot;
}

/** A chart that is rendered for a cluster. */
export interface ConfiguredChart extends Entry {
  /** Folder of the chart, relative to the working directory. */
  readonly chart: Configured<string>;
  /** Values files as written: below the chart, or relative to the working directory. */
  readonly values: readonly Configured<string>[];
  readonly namespace?: Configured<string>;
  readonly release?: Configured<string>;
}

export interface ConfiguredCluster extends Entry {
  readonly name: Configured<string>;
  /** ARM id; its issuer is read from Azure. */
  readonly resource?: Configured<string>;
  /** As written: issuers compare byte for byte. */
  readonly issuer?: Configured<string>;
  readonly trustExternalIssuer: boolean;
  readonly environment?: Configured<string>;
  /** Folders, files and globs, relative to the working directory. */
  readonly sources: readonly Configured<string>[];
  readonly helm: readonly ConfiguredChart[];
}

/** Where an identity may be wired. `*` stands for any part of a name. */
export interface IdentityAllowance extends Entry {
  readonly clusters: readonly Configured<string>[];
  readonly namespaces: readonly Configured<string>[];
}

interface CommonIdentity extends Entry {
  /** The name that pipelines use. */
  readonly name?: Configured<string>;
  /** Without it, no ServiceAccount may be wired to the identity. */
  readonly allow?: IdentityAllowance;
  /** A `pull_request` subject may stand beside subjects of branches and environments. */
  readonly allowPullRequest: boolean;
}

/** What apply may write to: one managed identity, every identity of a resource group, or an app registration. */
export type ConfiguredIdentity =
  | (CommonIdentity & {
      readonly kind: 'resource';
      /** ARM id. */
      readonly resource: Configured<string>;
      readonly clientId?: Configured<string>;
    })
  | (CommonIdentity & {
      readonly kind: 'resource-group';
      /** ARM id. */
      readonly resourceGroup: Configured<string>;
    })
  | (CommonIdentity & {
      readonly kind: 'application';
      /** Application id, which is also its client id. */
      readonly application: Configured<string>;
    });

/** A pipeline that signs in as an identity; `identity` is the name of one of `identities`. */
export type ConfiguredPipeline =
  | (Entry & {
      readonly kind: 'github';
      readonly identity: Configured<string>;
      /** `owner/name`; without it, the repository itself. */
      readonly repository?: Configured<string>;
      /** What follows the repository in a subject: `environment:production`, `pull_request`. */
      readonly subjects: readonly Configured<string>[];
      /** What stands before it, as `repo:owner@12/name@34`; without it, learnt from a token or the API. */
      readonly prefix?: Configured<string>;
      /** The subject without and the one with ids are both wanted, while a repository changes from one to the other. */
      readonly bothForms: boolean;
      readonly issuer?: Configured<string>;
    })
  | (Entry & {
      readonly kind: 'azure-pipelines';
      readonly identity: Configured<string>;
      readonly organization: Configured<string>;
      readonly project: Configured<string>;
      readonly serviceConnection: Configured<string>;
      /** Without it, read from the service connection. */
      readonly issuer?: Configured<string>;
      readonly subject?: Configured<string>;
    });

export const namedClouds = ['public', 'usgov', 'china'] as const;
export type NamedCloud = (typeof namedClouds)[number];

/** Endpoints of a cloud that has no name here; all but the audience are https URLs. */
export interface CustomCloud extends Entry {
  readonly authority: Configured<string>;
  readonly resourceManager: Configured<string>;
  readonly graph?: Configured<string>;
  /** Audience of federated credentials. */
  readonly audience?: Configured<string>;
}

/** Kinds whose objects make ServiceAccounts, by API group (empty for the core group) and kind. */
export interface AccountMaker {
  readonly group: string;
  readonly kind: string;
}

/** One `idwire.yaml`. What was left out is absent, or an empty list. */
export interface Configuration {
  readonly source: Source;
  /** The mark of ownership in the names of credentials. */
  readonly owner?: Configured<string>;
  readonly tenant?: Configured<string>;
  readonly subscriptions: readonly Configured<string>[];
  readonly cloud?: Configured<NamedCloud> | CustomCloud;
  readonly clusters: readonly ConfiguredCluster[];
  readonly identities: readonly ConfiguredIdentity[];
  readonly pipelines: readonly ConfiguredPipeline[];
  /** By the bare name of a placeholder: `CLIENT_ID` for `${CLIENT_ID}`. */
  readonly substitutions: ReadonlyMap<string, Configured<string>>;
  /** Globs in git's syntax, relative to the working directory. */
  readonly ignore: readonly Configured<string>[];
  readonly makesServiceAccounts: readonly Configured<AccountMaker>[];
  readonly rules: ReadonlyMap<string, Configured<RuleLevel>>;
}
