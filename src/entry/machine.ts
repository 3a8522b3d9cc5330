/** The ports of this process: its folder, its standard error, its clock, its tools. */
import { systemClock } from '../adapters/clock.ts';
import { createFiles } from '../adapters/files.ts';
import { createLog } from '../adapters/log.ts';
import type { Inputs } from '../config/inputs.ts';
import type { ServiceConnection } from '../hosts/azure-pipelines/service-connection.ts';
import { isCrowded } from '../hosts/budget.ts';
import type { Environment } from '../hosts/environment.ts';
import type { Outcome } from '../model/report.ts';
import type { ChangeSet, Changes } from '../ports/changes.ts';
import { escapeLine } from '../report/escape.ts';
import { runPlace } from './run-place.ts';
import { isTerminal } from './standard-output.ts';
import type { Ports } from './use-cases.ts';

type MachinePorts = Pick<Ports, 'files' | 'log' | 'clock' | 'createRenderer'>;

/** `close` wipes what a terminal still shows of progress; call it before anything is printed. */
export function thisMachine(environment: Environment): MachinePorts & { close(): void } {
  const debug = environment.RUNNER_DEBUG === '1' || environment.SYSTEM_DEBUG?.toLowerCase() === 'true';
  const stream = { isTTY: isTerminal(2, environment), write: (text: string) => process.stderr.write(text) };
  const log = createLog({ stream, clock: systemClock, escape: escapeLine, debug });
  return {
    // Relative, since the system would look up every folder above this one again for each file.
    files: createFiles('.'),
    log,
    clock: systemClock,
    createRenderer: async (options) => {
      const { createRenderer } = await import('../adapters/tools/renderer.ts');
      return createRenderer({ ...options, workingDirectory: process.cwd(), environment });
    },
    close: () => log.close(),
  };
}

/** What changed since the first of the bases that the clone in this folder holds. Git is only asked when a run wants to know. */
export function changesSince(bases: readonly string[], environment: Environment): Changes {
  return {
    async read() {
      const { createGitChanges } = await import('../adapters/git.ts');
      return createGitChanges({ directory: process.cwd(), environment, bases }).read();
    },
  };
}

export interface Run {
  readonly machine: MachinePorts;
  readonly environment: Environment;
  /** What the change under review touches. */
  readonly changes: Changes;
  readonly connection?: ServiceConnection | undefined;
  /** The kubeconfig that a Kubernetes service connection holds. */
  readonly kubeconfig?: string | undefined;
}

/** Everything that a use case may ask for in this process. What only some commands use loads when they ask. */
export function portsOf(inputs: Inputs, { machine, environment, changes, connection, kubeconfig }: Run): Ports {
  return {
    ...machine,
    changes,
    place: runPlace(environment, machine.files, inputs.defaultBranch),
    stopSignal,
    pipelineHosts: async () => {
      const { createPipelineHosts } = await import('./pipeline-hosts.ts');
      return createPipelineHosts({ inputs, environment, files: machine.files, accessToken: connection?.accessToken });
    },
    clusters: async () => {
      const { openNamedClusters } = await import('./kubernetes.ts');
      return openNamedClusters(inputs, kubeconfig);
    },
    pipelineToken: environment.ACTIONS_ID_TOKEN_REQUEST_URL
      ? async (audience) => (await import('../hosts/github/id-token.ts')).idToken(audience)
      : undefined,
    signIn: async (cloud, tenant) => {
      const { signInToAzure } = await import('./azure.ts');
      return signInToAzure({ inputs, environment, log: machine.log, connection }, cloud, tenant);
    },
  };
}

/** What the first source that knows it says; asked once, and only if a run wants to know. */
export function firstKnown(sources: readonly Changes[]): Changes {
  let answer: Promise<ChangeSet> | undefined;
  const ask = async () => {
    const unknown: Extract<ChangeSet, { known: false }>[] = [];
    for (const source of sources) {
      const set = await source.read();
      if (set.known) return set;
      unknown.push(set);
    }
    const sentences = (of: 'why' | 'remedy') => unknown.flatMap((set) => set[of] || []).join(' ');
    return { known: false, why: sentences('why'), remedy: sentences('remedy') } as const;
  };
  return {
    read() {
      answer ??= ask();
      return answer;
    },
  };
}

/** Inputs with what the host knows instead: the subscription of the connection, or of the environment. */
export function withSubscription(inputs: Inputs, environment: Environment, connection?: ServiceConnection): Inputs {
  const subscriptionId =
    inputs.subscriptionId ?? connection?.subscriptionId ?? (environment.AZURE_SUBSCRIPTION_ID || undefined);
  return { ...inputs, subscriptionId };
}

/** Ctrl-C once lets the write in flight end and the report be told; twice ends the process. Runners send both signals. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

/** The files that changed, where there is no room for all findings and it matters which come first. */
export async function filesToShowFirst(
  { report }: Outcome,
  changes: Changes,
): Promise<{ readonly changedFiles?: ReadonlySet<string> }> {
  const set = isCrowded(report.findings) ? await changes.read() : undefined;
  return set?.known ? { changedFiles: new Set(set.files.keys()) } : {};
}
