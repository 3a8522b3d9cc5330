/** Which credentials the pipelines of the configuration need, from what their hosts say of their tokens. */
import {
  type ConnectionTrust,
  describeMismatch,
  isRetiringIssuer,
  ownIssuerRetirement,
  successorOf,
} from '../model/azure-devops-subject.ts';
import type { Configuration, Configured, ConfiguredIdentity, ConfiguredPipeline } from '../model/configuration.ts';
import {
  contextOf,
  type GithubSubjects,
  githubPrefixes,
  githubSubject,
  usualGithubIssuer,
} from '../model/github-subject.ts';
import type { Gap } from '../model/report.ts';
import type { Spot } from '../model/source.ts';
import type { PipelineHosts, Unproven } from '../ports/pipeline-hosts.ts';
import type { Wish } from './wish.ts';

/** A wish of a pipeline: its identity is known by its entry in the configuration, not by a client id. */
export interface PipelineWish extends Omit<Wish, 'identity' | 'cluster'> {
  readonly entry: ConfiguredIdentity;
  /** The client id that the pipeline signs in with, where its host says so. */
  readonly clientId: string | undefined;
}

export interface DesiredPipelines {
  readonly wishes: readonly PipelineWish[];
  readonly gaps: readonly Gap[];
}

type GithubPipeline = Extract<ConfiguredPipeline, { kind: 'github' }>;
type AzurePipeline = Extract<ConfiguredPipeline, { kind: 'azure-pipelines' }>;

/** What one pipeline needs: trusts with the reasons for and against them. */
interface Found {
  readonly trusts: readonly (Pick<PipelineWish, 'issuer' | 'subject' | 'proven' | 'blocked'> & {
    readonly reason?: string;
    readonly at: Spot;
    readonly clientId?: string | undefined;
  })[];
  readonly gaps: readonly Gap[];
}

/** Asks each host about each pipeline at once. Never throws for what a host refuses: that is a gap. */
export async function desiredPipelines(
  configuration: Configuration,
  audience: string,
  hosts: PipelineHosts,
): Promise<DesiredPipelines> {
  const found = await Promise.all(
    configuration.pipelines.map(async (pipeline) => {
      const entry = configuration.identities.find(({ name }) => name?.value === pipeline.identity.value);
      if (!entry) return undefined;
      const { trusts, gaps } =
        pipeline.kind === 'github' ? await githubTrusts(pipeline, hosts) : await connectionTrusts(pipeline, hosts);
      const wishes = trusts.map(
        ({ at, clientId, ...trust }): PipelineWish => ({
          ...trust,
          entry,
          clientId,
          audience,
          origin: at,
          leftTo: undefined,
        }),
      );
      return { wishes, gaps };
    }),
  );
  const all = found.filter((one) => one !== undefined);
  return { wishes: all.flatMap(({ wishes }) => wishes), gaps: all.flatMap(({ gaps }) => gaps) };
}

async function githubTrusts(pipeline: GithubPipeline, hosts: PipelineHosts): Promise<Found> {
  const repository = pipeline.repository?.value ?? hosts.repository;
  if (pipeline.prefix) return githubGiven(pipeline, pipeline.prefix, hosts);
  if (repository === undefined) {
    const why = 'the repository is not known outside a job of GitHub';
    return {
      trusts: [],
      gaps: [gapOf('the pipeline of this repository', { why, remedy: 'Write `repository: owner/name`.' })],
    };
  }
  const proof = await hosts.github(repository);
  if (!proof.proven) return githubGuess(pipeline, repository, hosts, proof);
  const { subjects, source } = proof;
  const written = pipeline.issuer?.value;
  // The API does not tell the issuer: only there the configuration may know better.
  const issuer = source === 'api' ? (written ?? subjects.issuer) : subjects.issuer;
  const disagree = written !== undefined && written !== issuer;
  const blocked = disagree
    ? `idwire.yaml gives the issuer ${written}, the tokens of the repository give ${issuer}`
    : null;
  const parts = pipeline.subjects.map((part) => ofPart(pipeline, subjects, part, repository));
  return {
    trusts: parts.flatMap(({ forms }) => forms.map((form) => ({ ...form, issuer, proven: true, blocked }))),
    gaps: parts.flatMap(({ gaps }) => gaps),
  };
}

/** The prefix that a person wrote is proof enough, and stands beside what the tokens say now while a repository changes. */
function githubGiven(pipeline: GithubPipeline, prefix: Configured<string>, hosts: PipelineHosts): Found {
  const issuer = pipeline.issuer?.value ?? usualGithubIssuer(hosts.githubUrl);
  const trusts = pipeline.subjects.map(({ value, at }) => ({
    issuer,
    subject: `${prefix.value}:${contextOf(value)}`,
    proven: true,
    blocked: null,
    at,
  }));
  return { trusts, gaps: [] };
}

/** The form by names alone was right for every repository until 2026-07-15: worth showing, never worth writing. */
function githubGuess(pipeline: GithubPipeline, repository: string, hosts: PipelineHosts, why: Unproven): Found {
  const [owner = '', name = ''] = repository.split('/');
  const issuer = pipeline.issuer?.value ?? usualGithubIssuer(hosts.githubUrl);
  const trusts = pipeline.subjects.map(({ value, at }) => ({
    issuer,
    subject: `${githubPrefixes({ owner, name }).name}:${contextOf(value)}`,
    proven: false,
    blocked: null,
    at,
  }));
  return { trusts, gaps: [gapOf(`the subjects of ${repository}`, why)] };
}

function ofPart(
  { bothForms }: GithubPipeline,
  subjects: GithubSubjects,
  part: Configured<string>,
  repository: string,
): {
  readonly forms: readonly { readonly subject: string; readonly at: Spot; readonly reason?: string }[];
  readonly gaps: readonly Gap[];
} {
  const what = `the subject of ${part.value} in ${repository}`;
  const own = githubSubject(subjects, part.value);
  if ('unknownKey' in own) {
    const why = `its subjects follow a template with ${own.unknownKey}, whose value depends on the job`;
    const remedy = 'Leave that key out of the template, or write the credential by hand.';
    return { forms: [], gaps: [gapOf(what, { why, remedy })] };
  }
  const at = part.at;
  if (!bothForms) return { forms: [{ subject: own.subject, at }], gaps: [] };
  if (subjects.otherPrefix === undefined) {
    const why = 'the ids of the repository and its owner are not known';
    const remedy =
      'Run in a job of the repository with `id-token: write`, or write the other `prefix` as an entry of its own.';
    return { forms: [{ subject: own.subject, at }], gaps: [gapOf(`the other form of ${what}`, { why, remedy })] };
  }
  const other = githubSubject(subjects, part.value, subjects.otherPrefix);
  const reason =
    subjects.form === 'name'
      ? 'both forms during the change to immutable subjects: add both, opt in, then take both-forms away'
      : 'the form before immutable subjects, kept while both-forms is set';
  return {
    forms: [{ subject: own.subject, at }, ...('subject' in other ? [{ subject: other.subject, at, reason }] : [])],
    gaps: [],
  };
}

async function connectionTrusts(pipeline: AzurePipeline, hosts: PipelineHosts): Promise<Found> {
  const { organization, project, serviceConnection, issuer, subject, at } = pipeline;
  const names = { organization: organization.value, project: project.value, connection: serviceConnection.value };
  const what = `the service connection ${names.connection} of ${names.organization}/${names.project}`;
  const proof = await hosts.serviceConnection(names);
  const place = serviceConnection.at ?? at;
  if (!proof.proven) {
    if (!issuer || !subject) return { trusts: [], gaps: [gapOf(what, proof)] };
    const trust = { issuer: issuer.value, subject: subject.value };
    return { trusts: [{ ...trust, ...judged(trust), proven: true, at: subject.at }], gaps: [] };
  }
  const { endpoint } = proof;
  const successor = successorOf(endpoint);
  const differing =
    disagreement('issuer', issuer?.value, endpoint.issuer) ?? disagreement('subject', subject?.value, endpoint.subject);
  const of = { at: place, clientId: endpoint.clientId, proven: true };
  const current = judged(endpoint);
  return {
    trusts: [
      ...(successor ? [{ ...successor, ...of, blocked: differing, reason: successorReason }] : []),
      {
        ...of,
        ...current,
        issuer: endpoint.issuer,
        subject: endpoint.subject,
        blocked: differing ?? current.blocked ?? foreignId(endpoint),
      },
    ],
    gaps: [],
  };
}

const successorReason = `what the service connection says once it is converted: Azure DevOps stops its own issuer on ${ownIssuerRetirement}; convert the connection after this credential exists`;
const retiringReason = `Azure DevOps stops this issuer on ${ownIssuerRetirement}; convert the service connection before`;

function judged(trust: ConnectionTrust): { readonly blocked: string | null; readonly reason?: string } {
  return { blocked: describeMismatch(trust), ...(isRetiringIssuer(trust.issuer) && { reason: retiringReason }) };
}

/** A renamed or converted connection has other words than a person once copied. */
function disagreement(what: string, written: string | undefined, told: string): string | null {
  return written === undefined || written === told
    ? null
    : `idwire.yaml gives the ${what} ${written}, the service connection gives ${told}`;
}

/** Subjects of Entra end in the id of their connection. */
function foreignId({ id, subject }: { readonly id: string; readonly subject: string }): string | null {
  return subject.startsWith('/eid1/') && !subject.toLowerCase().endsWith(`/${id.toLowerCase()}`)
    ? `the subject names another service connection than ${id}`
    : null;
}

function gapOf(what: string, { why, remedy }: Pick<Gap, 'why' | 'remedy'>): Gap {
  return { what, why, remedy };
}
