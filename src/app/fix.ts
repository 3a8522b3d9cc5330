/** Mends what can be mended safely: tries the fixes out, writes the files, and judges them again. */
import { InputError } from '../model/errors.ts';
import { compareFindings, compareText, type Finding } from '../model/finding.ts';
import type { Fixes, Outcome } from '../model/report.ts';
import { buildReport } from '../report/build.ts';
import { type CheckInputs, type CheckPorts, judgeRepository } from './judge-repository.ts';
import { type Judge, type Mended, mend } from './mend.ts';
import type { Texts } from './overlay.ts';
import { originalTexts, write } from './write-mended.ts';

export interface FixInputs extends CheckInputs {
  /** Show the edits and what they would leave, and write nothing. */
  readonly dryRun: boolean;
}

/** The report is about the edited files. Throws `InputError` for a path that cannot be read or written. */
export async function fix(inputs: FixInputs, ports: CheckPorts): Promise<Outcome> {
  refuseStandardInput(inputs.paths);
  const start = ports.clock.monotonic();
  const judge = judgeWith(inputs, ports);
  const tried = await mend(ports.files, judge);
  const originals = originalTexts(ports.files, tried.texts);
  const { outcome, findings, texts, refused } = inputs.dryRun
    ? tried
    : await write(ports.files, tried, originals, judge);
  const fixes: Fixes = {
    written: !inputs.dryRun,
    mended: findings.toSorted(compareFindings).map(({ rule, file, line }) => ({ rule, file, line })),
    left: outcome.report.findings.flatMap((finding) => leftFinding(finding, refused)),
    files: await diffs(originals, texts),
  };
  const durationMs = Math.round(ports.clock.monotonic() - start);
  const { report } = outcome;
  return { ...outcome, report: { ...report, fixes, stats: { ...report.stats, durationMs } } };
}

/** A rendered object is taken for mended when its source was edited for this rule: writing will show whether it was. */
function judgeWith(inputs: FixInputs, ports: CheckPorts): Judge {
  return async (files, mended = []) => {
    const { findings, bugs, gaps, stats, sourceLine } = await judgeRepository(inputs, { ...ports, files });
    const edited = mended.filter(({ rendered }) => rendered);
    const isMended = ({ rendered, rule, file }: Finding) =>
      edited.some((other) => rendered?.root === other.rendered?.root && rule === other.rule && file === other.file);
    const left = findings.filter((finding) => !finding.rendered || !isMended(finding));
    const { failOn } = inputs;
    const report = buildReport({ command: 'fix', findings: left, failures: bugs, gaps, stats: stats(), failOn });
    return { report, sourceLine };
  };
}

function refuseStandardInput(paths: readonly string[]): void {
  if (!paths.includes('-')) return;
  throw new InputError({
    problem: 'Standard input cannot be mended.',
    evidence: 'One of the paths is "-".',
    remedy: 'Name files or folders instead.',
  });
}

/** A safe fix that was not made, and why. */
function leftFinding({ rule, file, line, fix: own, suppressed, fingerprint }: Finding, refused: Mended['refused']) {
  const why = own?.refused ?? refused.get(fingerprint);
  return own?.safety === 'safe' && !suppressed && why !== undefined ? [{ rule, file, line, why }] : [];
}

async function diffs(originals: Texts, texts: Texts): Promise<Fixes['files']> {
  if (texts.size === 0) return [];
  const { unifiedDiff } = await import('../report/diff.ts');
  return [...texts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([file, text]) => ({ file, diff: unifiedDiff(file, originals.get(file) as string, text) }));
}
