/** Checks the wiring: load the files, run the rules, report; no network, whatever happens. */
import type { Outcome } from '../model/report.ts';
import { wiresAtFault } from '../model/wire.ts';
import { buildReport } from '../report/build.ts';
import { type CheckInputs, type CheckPorts, judgeRepository } from './judge-repository.ts';

/** Throws `InputError` for a path or a configuration that is wrong; a rule that throws is in the report, beside all else. */
export async function check(inputs: CheckInputs, ports: CheckPorts): Promise<Outcome> {
  const { repository, findings, bugs, gaps, stats, sourceLine } = await judgeRepository(inputs, ports);
  const report = buildReport({
    command: 'check',
    findings,
    failures: bugs,
    gaps,
    stats: stats(),
    failOn: inputs.failOn,
  });
  return { report, sourceLine, wires: () => wiresAtFault(repository, findings) };
}
