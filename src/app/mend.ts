/** Makes the safe fixes of findings, round after round, on top of the files and without writing any of them. */
import { applyEdits, collide, type OffsetEdit, offsetEdits } from '../manifests/apply-edits.ts';
import type { Finding } from '../model/finding.ts';
import type { Outcome } from '../model/report.ts';
import type { Files } from '../ports/files.ts';
import { editableText } from './editable-text.ts';
import { type Overlay, overlayOn, type Texts } from './overlay.ts';

/** Judges the files. Renderers read the disk, so they cannot show that these findings of rendered objects were mended. */
export type Judge = (files: Files, mended?: readonly Finding[]) => Promise<Outcome>;

export interface Mended {
  /** The edited files by path, byte order marks included. */
  readonly texts: Texts;
  /** What is found in the edited files. */
  readonly outcome: Outcome;
  /** What was mended. */
  readonly findings: readonly Finding[];
  /** Why a fix was not made, by the fingerprint of its finding. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Fixes that overlap take turns; more turns than this no repository needs. */
const mostRounds = 20;

/** A fix is kept only when a second parser sees nothing else change, and when its finding is gone afterwards. */
export async function mend(files: Files, judge: Judge): Promise<Mended> {
  const overlay = overlayOn(files);
  const refused = new Map<string, string>();
  const findings: Finding[] = [];
  let outcome = await judge(overlay);
  for (let round = 0; ; ) {
    const chosen = withoutCollisions(open(outcome, refused));
    if (chosen.length === 0) break;
    if (round === mostRounds) {
      for (const { fingerprint } of chosen)
        refused.set(fingerprint, 'There is too much to mend at once; run fix again.');
      break;
    }
    const before = overlay.edited();
    const made = await makeFixes(overlay, chosen, refused);
    const next = await judge(overlay, [...findings, ...made]);
    const others = outcome.report.findings.filter((finding) => !made.includes(finding));
    const stayed = stayedOf(made, others, next.report.findings);
    if (stayed.length > 0) {
      overlay.replace(before);
      for (const { fingerprint } of stayed) refused.set(fingerprint, 'The finding would still be there afterwards.');
    } else {
      findings.push(...made);
      outcome = next;
      round += 1;
    }
  }
  return { texts: overlay.edited(), outcome, findings, refused };
}

/** Findings that count, have a safe fix, and were not refused. */
function open({ report }: Outcome, refused: ReadonlyMap<string, string>): readonly Finding[] {
  return report.findings.filter(
    ({ suppressed, fix, fingerprint }) =>
      !suppressed && fix?.safety === 'safe' && fix.edits.length > 0 && !refused.has(fingerprint),
  );
}

/** The findings whose fixes can be made together, the first come first. */
function withoutCollisions(findings: readonly Finding[]): readonly Finding[] {
  const taken = new Map<string, OffsetEdit[]>();
  return findings.filter(({ fix }) => {
    const edits = (fix?.edits ?? []).map((edit) => ({
      file: edit.file,
      // Lines and columns in one number, which is enough to compare places.
      start: edit.line * 2 ** 24 + edit.column,
      end: edit.endLine * 2 ** 24 + edit.endColumn,
      text: edit.text,
    }));
    if (edits.some((edit) => taken.get(edit.file)?.some((other) => collide(edit, other)))) return false;
    for (const edit of edits) taken.set(edit.file, [...(taken.get(edit.file) ?? []), edit]);
    return true;
  });
}

/** Makes the fixes together, or one by one when together something is in doubt; returns those that were made. */
async function makeFixes(
  overlay: Overlay,
  chosen: readonly Finding[],
  refused: Map<string, string>,
): Promise<readonly Finding[]> {
  const before = overlay.edited();
  const together = await edited(overlay, chosen);
  if ('texts' in together) {
    overlay.replace(new Map([...before, ...together.texts]));
    return chosen;
  }
  const made: Finding[] = [];
  let texts: Texts = new Map();
  for (const finding of chosen) {
    const result = await edited(overlay, [...made, finding]);
    if ('refused' in result) refused.set(finding.fingerprint, result.refused);
    else {
      made.push(finding);
      texts = result.texts;
    }
  }
  overlay.replace(new Map([...before, ...texts]));
  return made;
}

/** The texts of the files that the fixes edit, or why they must not be edited like this. */
async function edited(
  files: Files,
  findings: readonly Finding[],
): Promise<{ readonly texts: Texts } | { readonly refused: string }> {
  const { doubtAbout } = await import('../manifests/verify-edits.ts');
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  const texts = new Map<string, string>();
  for (const path of new Set(edits.map(({ file }) => file))) {
    const source = editableText(files, path);
    if ('refused' in source) return source;
    const own = offsetEdits(
      { path, text: source.text },
      edits.filter(({ file }) => file === path),
    );
    const after = applyEdits(source.text, own);
    const doubt = doubtAbout(source.text, after, own);
    if (doubt !== undefined) return { refused: doubt };
    texts.set(path, source.mark + after);
  }
  return { texts };
}

/** Those of the mended findings that are there although they were not expected any more. */
export function stayedOf(
  mended: readonly Finding[],
  expected: readonly Finding[],
  actual: readonly Finding[],
): readonly Finding[] {
  const wanted = countFaults(expected);
  const found = countFaults(actual);
  return mended.filter((finding) => (found.get(faultOf(finding)) ?? 0) > (wanted.get(faultOf(finding)) ?? 0));
}

function countFaults(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(faultOf(finding), (counts.get(faultOf(finding)) ?? 0) + 1);
  return counts;
}

/** A fingerprint without the number that tells equal twins apart, since the numbers move up when one is gone. */
function faultOf({ fingerprint }: Finding): string {
  return fingerprint.replace(/-\d+$/, '');
}
