/** Asks Entra to accept a real token of each wire, and says which it refused and why. Tokens are never shown. */
import { proveWires } from '../federation/prove.ts';
import type { LiveState } from '../model/live.ts';
import type { Gap, Outcome, ProofRow } from '../model/report.ts';
import { buildReport } from '../report/build.ts';
import { type LiveInputs, type LivePorts, type ObservedLive, observeLive } from './observe-live.ts';

/** Throws `InputError` without a usable configuration, `AccessError` when sign-in fails. */
export async function prove(inputs: LiveInputs, ports: LivePorts): Promise<Outcome> {
  const observed = await observeLive(inputs, ports, 'wires');
  const { state, gaps } = await withProofs(observed, inputs, ports);
  // Only what Entra said is reported: everything else is the part of drift.
  const { findings, bugs, sourceLine } = observed.judged.judgeLive({ ...silent(state), proofs: state.proofs });
  const report = buildReport({
    command: 'prove',
    findings,
    failures: bugs,
    proofs: proofRows(state),
    gaps,
    stats: observed.judged.stats(),
    failOn: inputs.failOn,
  });
  return { report, sourceLine };
}

function silent(state: LiveState): LiveState {
  return { ...state, clusters: [], wires: [], identities: [], connections: [], proofs: [] };
}

/** The state with a proof of each wire that could be tried. */
export async function withProofs(
  { state, session, reached, cloud, gaps }: ObservedLive,
  inputs: Pick<LiveInputs, 'tenantId'>,
  { log, pipelineToken }: LivePorts,
): Promise<{ readonly state: LiveState; readonly gaps: readonly Gap[] }> {
  log.progress(`Offering tokens of ${state.wires.length} wires to Entra`);
  const asksPipeline = state.wires.some(({ cluster }) => !cluster);
  const proved = await proveWires({
    wires: state.wires,
    clusters: new Map(reached.map(({ name, cluster }) => [name, cluster])),
    pipelineToken: asksPipeline ? await pipelineToken?.(cloud.audience) : undefined,
    exchange: session.tokenExchange,
    tenant: inputs.tenantId ?? state.configuration.tenant?.value ?? session.tenantId,
  });
  const accepted = proved.proofs.filter(({ outcome }) => outcome.accepted).length;
  log.notice(`Entra accepted ${accepted} of ${proved.proofs.length} tokens.`);
  return { state: { ...state, proofs: proved.proofs }, gaps: [...gaps, ...proved.gaps] };
}

export function proofRows({ proofs }: LiveState): readonly ProofRow[] {
  return proofs.map(({ clientId, claims, outcome }) => ({
    identity: clientId,
    ...claims,
    outcome: outcome.accepted ? 'accepted' : 'refused',
    error: outcome.accepted ? null : outcome.evidence,
  }));
}
