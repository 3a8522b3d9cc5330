/** What Idwire asks of the hosts of pipelines: what their tokens say, without guessing from names. */
import type { ServiceEndpoint } from '../model/azure-devops-subject.ts';
import type { GithubSubjects } from '../model/github-subject.ts';

/** What could not be learnt, as sentences for a gap. */
export interface Unproven {
  readonly proven: false;
  readonly why: string;
  readonly remedy: string;
}

export type Proof<Facts> = ({ readonly proven: true } & Facts) | Unproven;

/** A connection by the names that people know. */
export interface ConnectionNames {
  readonly organization: string;
  readonly project: string;
  readonly connection: string;
}

export interface PipelineHosts {
  /** The repository that this run is of, as `owner/name`; undefined when it is none of GitHub. */
  readonly repository: string | undefined;
  /** Web address of GitHub, whose usual issuer a guess is made from. */
  readonly githubUrl: string;
  /** How the tokens of a repository read; never throws for what a host refuses. */
  github(repository: string): Promise<Proof<{ readonly subjects: GithubSubjects; readonly source: 'token' | 'api' }>>;
  /** Issuer and subject of a service connection; never throws for what a host refuses. */
  serviceConnection(names: ConnectionNames): Promise<Proof<{ readonly endpoint: ServiceEndpoint }>>;
}
