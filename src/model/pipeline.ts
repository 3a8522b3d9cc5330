/** Pipelines as their files declare them: which jobs sign in to Azure, how, and as which subjects their tokens speak. */
import type { Field } from './field.ts';
import type { Manifest } from './manifest.ts';
import type { PartialText } from './partial-text.ts';

export type PipelineHost = 'github' | 'azure-pipelines';

/** A workflow file or an Azure pipeline, with everything that its file leads to. */
export interface Pipeline {
  readonly host: PipelineHost;
  /** The file; it has no apiVersion and no kind. */
  readonly manifest: Manifest;
  /** `owner/name` of the repository that runs it, when something told. */
  readonly repository: string | undefined;
  /** A job that several workflows call stands here once for each of the ways that lead to it. */
  readonly jobs: readonly PipelineJob[];
}

/** One job, in one of the ways that lead to it. */
export interface PipelineJob {
  readonly name: string;
  readonly field: Field;
  /** The jobs that call the workflow of this one, the nearest first; empty for a job that events start. */
  readonly callers: readonly Field[];
  readonly environment: Field | undefined;
  readonly permission: TokenPermission;
  /** Every subject that a token of this job can have; empty for a reusable workflow that nobody here calls. */
  readonly subjects: readonly PipelineSubject[];
  readonly logins: readonly PipelineLogin[];
}

/** Whether a job may ask for an OIDC token; undefined when its files do not tell. */
export interface TokenPermission {
  readonly granted: boolean | undefined;
  /** The `permissions` that refuse it, or the call that passes none on; absent when nothing is written anywhere. */
  readonly at?: Field;
}

/**
 * `oidc`: the token of the job is exchanged. `client-secret`: a stored secret is sent. `service-connection`: Azure
 * Pipelines signs in through a connection, whose kind its project knows alone.
 */
export type LoginKind = 'oidc' | 'client-secret' | 'service-connection';

/** A step that signs in. */
export interface PipelineLogin {
  readonly kind: LoginKind;
  /** What the step uses or sets: where a person would look. */
  readonly at: Field;
  /** What signs in, as written (`azure/login@v2`, `ARM_USE_OIDC`). */
  readonly by: string;
  readonly clientId: PartialText | undefined;
  /** The name of the service connection. */
  readonly connection: PartialText | undefined;
  /** The subjects of the job that are left when the condition of the step holds. */
  readonly subjects: readonly PipelineSubject[];
}

/**
 * `merge-queue` is a ref that differs for each entry of the queue; `unknown` belongs to an event for which nobody
 * documents the subject.
 */
export type SubjectKind = 'environment' | 'pull_request' | 'ref' | 'merge-queue' | 'service-connection' | 'unknown';

/** One subject. Rules of its form: github/docs, content/actions/reference/security/oidc.md. */
export interface PipelineSubject {
  readonly kind: SubjectKind;
  /** The event that starts the run; empty for Azure Pipelines. */
  readonly event: string;
  /** The part behind the repository: `environment:production`, `ref:refs/heads/main`, `pull_request`. */
  readonly context: PartialText;
  /** `repo:OWNER/REPO:<context>`, or `sc://ORGANISATION/PROJECT/CONNECTION`. */
  readonly text: PartialText;
  /** `repo:OWNER@ID/REPO@ID:<context>`, which repositories present that were made or renamed after 2026-07-15. */
  readonly immutable: PartialText | undefined;
  /** False when a condition that cannot be decided here may keep it from ever being presented. */
  readonly certain: boolean;
  /** Whether the run can come from a fork, which gets no token. */
  readonly fork: boolean;
}
