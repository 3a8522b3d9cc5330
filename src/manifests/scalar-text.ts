/** How a text is written as a scalar so that every reader of YAML takes it for text. */
import { resolveScalar } from './yaml/resolve-scalar.ts';

/** In double quotes, which YAML and JSON read alike. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Keeps the quotes that a person chose for what is written now; without any, quotes only what needs them. */
export function withStyleOf(written: string, text: string): string {
  if (written.startsWith('"')) return quoted(text);
  if (written.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  return isPlain(text) ? text : quoted(text);
}

/** Words, names and GUIDs that stand for themselves in block and flow, in YAML 1.1 and 1.2. */
function isPlain(text: string): boolean {
  return /^[A-Za-z0-9][\w./-]*$/.test(text) && typeof resolveScalar(text, 'plain', undefined) === 'string';
}
