/** The report as JSON: the versioned contract, byte for byte the same for the same input. */
import type { Outcome } from '../model/report.ts';
import { escapeJson } from './escape.ts';

/** Every key of the contract in the order in which it is written, whatever object it stands in. */
const keys = `
  version command conclusion findings plan applied fixes proofs gaps counts stats
  rule severity confidence message what why remedy by root safety edits refused written mended left
  file line column endLine endColumn note text docs related fingerprint
  digest complete changes unchanged left
  action identity name issuer subject audience owned origin fields blocked reason field from to outcome error
  errors warnings notes files documents parsed rendered durationMs diff fix suppressed`.match(/\w+/g) as string[];

/** Two-space indented, ends with a line feed. Parses to the report itself. */
export function renderJson({ report }: Outcome): string {
  return `${escapeJson(JSON.stringify(report, keys, 2))}\n`;
}
