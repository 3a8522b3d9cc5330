/** Which use case serves a command, each loaded only when it is asked for. */
import type { Inputs } from '../config/inputs.ts';
import type { Cloud } from '../model/cloud.ts';
import { InputError } from '../model/errors.ts';
import type { Command, Outcome } from '../model/report.ts';
import type { AzureSession } from '../ports/azure.ts';
import type { Changes } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Clusters } from '../ports/cluster.ts';
import type { Files } from '../ports/files.ts';
import type { Log } from '../ports/log.ts';
import type { PipelineHosts } from '../ports/pipeline-hosts.ts';
import type { Renderer, RendererOptions } from '../ports/renderer.ts';
import type { RunPlace } from '../ports/run-place.ts';

export interface Ports {
  readonly files: Files;
  readonly log: Log;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly createRenderer: (options: RendererOptions) => Promise<Renderer>;
  readonly place: RunPlace;
  readonly signIn: (cloud: Cloud, tenant: string | undefined) => Promise<AzureSession>;
  readonly pipelineHosts: () => Promise<PipelineHosts>;
  readonly clusters: () => Promise<Clusters | undefined>;
  readonly pipelineToken: ((audience: string) => Promise<string>) | undefined;
  readonly stopSignal: () => AbortSignal;
}

/** Does the work of a command. Throws an `IdwireError` when it cannot be done at all. */
export type UseCase = (inputs: Inputs, ports: Ports) => Promise<Outcome>;

const useCases: Partial<Readonly<Record<Command, () => Promise<UseCase>>>> = {
  check: async () => (await import('../app/check.ts')).check,
  fix: async () => (await import('../app/fix.ts')).fix,
  plan: async () => (await import('../app/plan.ts')).plan,
  apply: async () => (await import('../app/apply.ts')).apply,
  drift: async () => (await import('../app/drift.ts')).drift,
  prove: async () => (await import('../app/prove.ts')).prove,
};

/** The use case of a command. Throws an `InputError` for a command that this version lacks. */
export async function useCaseOf(command: Command): Promise<UseCase> {
  const load = useCases[command];
  if (load) return load();
  throw new InputError({
    problem: `The command ${command} is not part of this version.`,
    evidence: '',
    remedy: `Choose one of ${Object.keys(useCases).join(', ')}.`,
  });
}
