/** The outputs of a run, the same for both hosts. */
import { type OutputName, readyOutputs } from '../config/outputs.ts';
import type { AppliedChange, ChangeAction } from '../model/change.ts';
import type { Report } from '../model/report.ts';

/** Files that the run wrote, as the person named them; empty text for those that were not asked for. */
export interface WrittenFiles {
  readonly report: string;
  readonly sarif: string;
}

/** The values of the outputs that this version sets, by their name in `action.yml`, in the order of the table. */
export function outputValues(report: Report, written: WrittenFiles): readonly (readonly [OutputName, string])[] {
  const { counts, plan, applied = [] } = report;
  const values: Readonly<Record<OutputName, string | number>> = {
    conclusion: report.conclusion,
    errors: counts.errors,
    warnings: counts.warnings,
    notes: counts.notes,
    planned: plan?.changes.length ?? 0,
    created: doneCount(applied, 'create'),
    updated: doneCount(applied, 'update'),
    deleted: doneCount(applied, 'delete'),
    failed: applied.filter((change) => change.outcome === 'failed').length,
    digest: plan?.digest ?? '',
    'report-file': written.report,
    'sarif-file': written.sarif,
  };
  return readyOutputs().map(({ name }) => [name, String(values[name])]);
}

function doneCount(applied: readonly AppliedChange[], action: ChangeAction): number {
  return applied.filter((change) => change.action === action && change.outcome === 'done').length;
}
