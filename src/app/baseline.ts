/** Sets aside the findings that an earlier report already holds. */
import { InputError } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';
import type { Files } from '../ports/files.ts';

/** Findings are the same when their fingerprints are. Throws an `InputError` when the file is no report. */
export function suppressBaseline(
  findings: readonly Finding[],
  path: string,
  files: Pick<Files, 'read'>,
): readonly Finding[] {
  const known = fingerprintsIn(path, new TextDecoder().decode(files.read(path)));
  const suppressed = { by: 'baseline', reason: `held by ${path}` } as const;
  return findings.map((finding) =>
    finding.suppressed || !known.has(finding.fingerprint) ? finding : { ...finding, suppressed },
  );
}

function fingerprintsIn(path: string, text: string): ReadonlySet<string> {
  const report = parsed(path, text);
  if (!isRecord(report) || !Array.isArray(report.findings)) throw noReport(path, 'It holds no list of findings.');
  if (report.version !== 1)
    throw noReport(path, `Its version is ${JSON.stringify(report.version) ?? 'missing'}; allowed: 1.`);
  const fingerprints = report.findings.map((finding: unknown, index) => {
    if (isRecord(finding) && typeof finding.fingerprint === 'string') return finding.fingerprint;
    throw noReport(path, `findings[${index}] has no fingerprint.`);
  });
  return new Set(fingerprints);
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw noReport(path, `It is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}.`, thrown);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function noReport(path: string, evidence: string, cause?: unknown): InputError {
  const remedy = 'Give a file that --report-file wrote, or leave the baseline out.';
  return new InputError({ problem: `The baseline ${path} is not a report of Idwire.`, evidence, remedy }, { cause });
}
