/** What the scripts and workflows of a repository do to its manifests: literals that they replace, roots that they deploy. */
import type { PartialText } from '../model/partial-text.ts';
import type { Source } from '../model/source.ts';
import type { Files } from '../ports/files.ts';
import { declarationFileKind } from './declared/declaration-files.ts';
import type { DiscoveredFile } from './discover.ts';
import type { TextReader } from './kubernetes.ts';
import { readPlaceholders } from './placeholders.ts';
import type { RootRequest } from './render/root.ts';
import { decodeText } from './yaml/decode-text.ts';

export interface RepositoryScripts {
  /** Literals that some script replaces: they are placeholders wherever they stand. */
  readonly substitutes: ReadonlySet<string>;
  /** Charts and folders that are deployed by literal calls, as far as they are in the repository. */
  readonly roots: (paths: readonly string[]) => readonly RootRequest[];
}

/** Larger ones are no scripts of people. */
const mostBytes = 512 * 1024;

const nothing: RepositoryScripts = { substitutes: new Set(), roots: () => [] };

/** Reads the scripts among the files that were discovered; what reads them is loaded only where one of them tells. */
export async function repositoryScripts(
  files: Files,
  discovered: readonly DiscoveredFile[],
): Promise<RepositoryScripts> {
  const sources = discovered.filter(isScript).flatMap(({ path }) => scriptSource(files, path) ?? []);
  if (sources.length === 0) return nothing;
  const { substitutesOf } = await import('./declared/substituted-literals.ts');
  const { helmCallsOf } = await import('./gitops/helm-calls.ts');
  const { distinctRoots } = await import('./gitops/distinct-roots.ts');
  const { RootFiles } = await import('./render/root-files.ts');
  // What a document says may be done; what is deployed is only told by what runs.
  const running = sources.filter(({ path }) => declarationFileKind(path) !== 'document');
  return {
    substitutes: new Set(sources.flatMap((source) => substitutesOf(source))),
    roots: (paths) => {
      const folders = new RootFiles(files, paths);
      return distinctRoots(running.flatMap((source) => helmCallsOf(source, folders)));
    },
  };
}

const pipelineFile =
  /(?:^|\/)(?:\.github\/|\.pipelines?\/|\.azure-?pipelines\/|\.azuredevops\/|\.?azure-pipelines?[^/]*$|\.?pipelines?\/|\.gitlab-ci|azure[\w-]*\.ya?ml$|skaffold|[^/]*pipeline[^/]*\.ya?ml$)/i;

/** Scripts by their names; of YAML only what pipelines and task runners are called or lies where they look. */
function isScript({ path, class: fileClass }: DiscoveredFile): boolean {
  if (path === '-') return false;
  return fileClass === 'script' || (/\.ya?ml$/.test(path) && pipelineFile.test(path));
}

/** Words without which a script neither replaces a text nor deploys a root, all of them ASCII. */
const telling = /\b(?:sed|perl|helm|kustomize)\b|\bkubectl[^\n]{0,200}[ \t]-k\b|-replace\b|\.Replace\(/i;

function scriptSource(files: Files, path: string): Source | undefined {
  const bytes = files.read(path);
  if (bytes.length > mostBytes) return undefined;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // A text in two bytes is decoded to know.
  if (!telling.test(view) && !view.includes('\0')) return undefined;
  const text = decodeText(bytes);
  return text === undefined ? undefined : { path, text };
}

/** Reads text in which the literals that scripts replace are opaque symbols, beside the placeholders that it reads anyway. */
export function substitutedLiterals(
  substitutes: ReadonlySet<string>,
  read: TextReader = (text) => readPlaceholders(text),
): TextReader {
  // Longest first, so that one that holds another is found whole.
  const literals = [...substitutes].sort((a, b) => b.length - a.length);
  if (literals.length === 0) return read;
  const source = literals.map((literal) => literal.replace(/[^\w]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(${source})`);
  return (text) => withSymbols(read(text), pattern);
}

/** Takes what a pattern of one group finds out of the literal pieces. */
function withSymbols({ pieces, symbols }: PartialText, pattern: RegExp): PartialText {
  if (!pieces.some((piece) => pattern.test(piece))) return { pieces, symbols };
  // Splitting at a group gives literal stretches and finds in turn, so the finds are at the odd places.
  const parts = pieces.flatMap((piece, index) => [...piece.split(pattern), ...symbols.slice(index, index + 1)]);
  return {
    pieces: parts.filter((_, index) => index % 2 === 0),
    symbols: parts.filter((_, index) => index % 2 === 1),
  };
}
