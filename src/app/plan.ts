/** Shows the changes that an apply would make, beside the findings of a check; nothing is written. */
import type { Outcome } from '../model/report.ts';
import { buildReport } from '../report/build.ts';
import { type PlanPorts, planRepository } from './azure-plan.ts';
import type { PlanInputs } from './planning-scope.ts';

export async function plan(inputs: PlanInputs, ports: PlanPorts): Promise<Outcome> {
  const { judged, plan, gaps } = await planRepository(inputs, ports, { owner: false });
  const report = buildReport({
    command: 'plan',
    findings: judged.findings,
    failures: judged.bugs,
    plan,
    gaps,
    stats: judged.stats(),
    failOn: inputs.failOn,
  });
  return { report, sourceLine: judged.sourceLine };
}
