/** Compares repository, clusters and Azure, and reports each difference on the line that asked for it. */
import type { Outcome } from '../model/report.ts';
import { buildReport } from '../report/build.ts';
import { type LiveInputs, type LivePorts, observeLive } from './observe-live.ts';
import { proofRows, withProofs } from './prove.ts';

export interface DriftInputs extends LiveInputs {
  /** Also offer real tokens to Entra. */
  readonly prove: boolean;
}

/** Throws `InputError` without a usable configuration, `AccessError` when sign-in fails; refused reads are gaps. */
export async function drift(inputs: DriftInputs, ports: LivePorts): Promise<Outcome> {
  const observed = await observeLive(inputs, ports, 'everything');
  const { state, gaps } = inputs.prove ? await withProofs(observed, inputs, ports) : observed;
  const { findings, bugs, sourceLine } = observed.judged.judgeLive(state);
  const report = buildReport({
    command: 'drift',
    findings,
    failures: bugs,
    ...(inputs.prove && { proofs: proofRows(state) }),
    gaps,
    stats: observed.judged.stats(),
    failOn: inputs.failOn,
  });
  return { report, sourceLine };
}
