/** Writes what was mended, judges it where it now lies, and puts back what did not turn out as tried. */
import type { Outcome } from '../model/report.ts';
import type { Files } from '../ports/files.ts';
import { type Judge, type Mended, stayedOf } from './mend.ts';
import type { Texts } from './overlay.ts';

/** The texts of these files as they are, byte order marks kept. They are known to be UTF-8. */
export function originalTexts(files: Files, edited: Texts): Texts {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return new Map([...edited.keys()].map((path) => [path, decoder.decode(files.read(path))]));
}

/** Throws `InputError` for a file that cannot be written, after putting back those that were. */
export async function write(files: Files, tried: Mended, originals: Texts, judge: Judge): Promise<Mended> {
  if (tried.texts.size === 0) return tried;
  writeAll(files, tried.texts, originals);
  const outcome = await judge(files);
  const stayed = stayedOf(tried.findings, tried.outcome.report.findings, outcome.report.findings);
  if (stayed.length === 0) return { ...tried, outcome };
  const filesOf = (finding: Mended['findings'][number]) => finding.fix?.edits.map(({ file }) => file) ?? [];
  const unmended = new Set(stayed.flatMap(filesOf));
  for (const path of unmended) files.write(path, originals.get(path) as string);
  const why = 'The finding was still there after the file was written, so the file was put back as it was.';
  const again: Outcome = await judge(files);
  return {
    texts: new Map([...tried.texts].filter(([path]) => !unmended.has(path))),
    outcome: again,
    findings: tried.findings.filter((finding) => !filesOf(finding).some((path) => unmended.has(path))),
    refused: new Map([
      ...tried.refused,
      ...again.report.findings
        .filter(({ file }) => unmended.has(file))
        .map(({ fingerprint }) => [fingerprint, why] as const),
    ]),
  };
}

function writeAll(files: Files, texts: Texts, originals: Texts): void {
  const written: string[] = [];
  try {
    for (const [path, text] of texts) {
      files.write(path, text);
      written.push(path);
    }
  } catch (thrown) {
    for (const path of written) files.write(path, originals.get(path) as string);
    throw thrown;
  }
}
