/** The report as JSON: the versioned contract, byte for byte the same for the same input. */
import type { Outcome } from '../model/report.ts';
import { escapeJson } from './escape.ts';

/** Every key of the contract in the order in which it is written, whatever object it stands in. */
const keys = `
  version command conclusion findings plan applied proofs gaps counts stats
  rule severity confidence message what why remedy by reason root safety edits
  file line column endLine endColumn note text docs related fingerprint
  digest complete changes unchanged left
  action identity name issuer subject audience owned origin fields blocked field from to outcome error
  errors warnings notes files documents parsed rendered durationMs fix suppressed`.match(/\w+/g) as string[];

/** Two-space indented, ends with a line feed. Parses to the report itself. */
export function renderJson({ report }: Outcome): string {
  return `${escapeJson(JSON.stringify(report, keys, 2))}\n`;
}
