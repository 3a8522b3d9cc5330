/** Reads `idwire.yaml`: every mistake in it is told at once, each with its place. */
import { decodeText } from '../manifests/yaml/decode-text.ts';
import { loadTolerantParser } from '../manifests/yaml/load-tolerant-parser.ts';
import { type ParsedDocument, parseDocument } from '../manifests/yaml/parse-document.ts';
import { splitDocuments } from '../manifests/yaml/split-documents.ts';
import type { Configuration } from '../model/configuration.ts';
import { InputError } from '../model/errors.ts';
import type { YamlNode } from '../model/manifest.ts';
import { locationOf, type Source } from '../model/source.ts';
import type { Files } from '../ports/files.ts';
import { configurationShape } from './config-schema.ts';
import { checkReferences } from './references.ts';
import type { Reader } from './shape.ts';

/** One mistake; `line` and `column` are 1-based. */
export interface ConfigurationFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Throws an `InputError` that names every mistake of the file, or the file when it cannot be read. */
export async function readConfiguration(files: Pick<Files, 'read'>, path: string): Promise<Configuration> {
  const text = decodeText(files.read(path));
  if (text === undefined) throw wrongConfiguration(path, ['The file holds bytes that are no text.']);
  const source: Source = { path, text };
  const { configuration, faults } = await inspectConfiguration(source);
  if (configuration) return configuration;
  throw wrongConfiguration(
    path,
    faults.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`),
  );
}

/** The error for one or more mistakes in the configuration, each a sentence that begins with its place. */
export function wrongConfiguration(path: string, faults: readonly string[]): InputError {
  const problem = faults.length === 1 ? `${path} has a mistake.` : `${path} has ${faults.length} mistakes.`;
  return new InputError({ problem, evidence: faults.join('\n'), remedy: 'Correct it and run again.' });
}

/** The configuration of a text, or else all of its faults in the order of the file. An empty text is a right one. */
export async function inspectConfiguration(
  source: Source,
): Promise<{ configuration?: Configuration; faults: readonly ConfigurationFault[] }> {
  const faults: (ConfigurationFault & { readonly start: number })[] = [];
  const fault = ({ start, end }: { start: number; end: number }, message: string) => {
    const { line, column } = locationOf(source, start, end);
    faults.push({ line, column, message, start });
  };
  const reader: Reader = { spot: ({ start, end }) => ({ source, start, end }), fault };
  const { spans } = splitDocuments(source.text, 2);
  const parsed: ParsedDocument = spans[0] ? await parse(source, spans[0]) : { root: undefined, problems: [] };
  for (const problem of parsed.problems) fault(problem, problem.message);
  if (spans[1]) fault(spans[1], 'The file holds more than one document; put everything into one.');
  const values = faults.length === 0 || parsed.root ? read(parsed.root, source, reader) : undefined;
  if (values && faults.length === 0) return { configuration: { source, ...values }, faults };
  const sorted = faults.sort((a, b) => a.start - b.start);
  return { faults: sorted.map(({ line, column, message }) => ({ line, column, message })) };
}

const nothing: YamlNode = { type: 'map', entries: [], flow: false, start: 0, end: 0 };

function read(root: YamlNode | undefined, source: Source, reader: Reader) {
  checkReferences(root ?? nothing, reader);
  return configurationShape.read(root ?? { ...nothing, end: source.text.length }, '', reader);
}

/** The tolerant parser is only loaded when the fast one refuses the text. */
async function parse(source: Source, { start, end }: { start: number; end: number }): Promise<ParsedDocument> {
  const parsed = parseDocument(source, start, end);
  if (!parsed.problems.some((problem) => problem.kind === 'syntax')) return parsed;
  await loadTolerantParser();
  return parseDocument(source, start, end);
}
