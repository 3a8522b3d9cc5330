/** What the scripts, workflows and instructions of a repository do, all together: read only where a cheap look says so. */
import type { DeclaredCredential, DeclaredServiceAccount } from '../model/federation.ts';
import type { PartialText } from '../model/partial-text.ts';
import type { Source } from '../model/source.ts';
import type { Repository, ScriptFacts } from '../model/world.ts';
import type { Files } from '../ports/files.ts';
import { declarationFileKind } from './declared/declaration-files.ts';
import { mayHoldScriptFacts, scriptFacts } from './declared/script-facts.ts';
import type { DiscoveredFile } from './discover.ts';
import { distinctRoots } from './gitops/distinct-roots.ts';
import type { GitopsFiles } from './gitops/gitops-files.ts';
import { helmCallsOf, mayCallHelm } from './gitops/helm-calls.ts';
import type { TextReader } from './kubernetes.ts';
import { readPlaceholders } from './placeholders.ts';
import type { RootRequest } from './render/root.ts';
import { decodeText } from './yaml/decode-text.ts';

/** Facts of all texts together, and everything that they declare. */
export interface RepositoryScripts extends ScriptFacts {
  readonly credentials: readonly DeclaredCredential[];
  readonly serviceAccounts: readonly DeclaredServiceAccount[];
  /** Literals that some script replaces: they are placeholders wherever they stand. */
  readonly substitutes: ReadonlySet<string>;
  /** Some script fills `${NAME}` from the environment. */
  readonly substitutesVariables: boolean;
  /** Charts and folders that are deployed by literal calls. */
  readonly roots: readonly RootRequest[];
  /** The texts that were read, since findings may point at them. */
  readonly sources: readonly Source[];
}

/** Larger ones are no scripts of people. */
const mostBytes = 512 * 1024;

/** Reads the scripts among the files that were discovered, workflows and pipelines among the manifests included. */
export function repositoryScripts(
  files: Files,
  discovered: readonly DiscoveredFile[],
  folders: GitopsFiles,
): RepositoryScripts {
  const sources = discovered.filter(isScript).flatMap(({ path }) => scriptSource(files, path) ?? []);
  const readings = sources.filter(({ text }) => mayHoldScriptFacts(text)).map((source) => scriptFacts(source));
  // What a document says may be done; what is deployed is only told by what runs.
  const running = sources.filter(({ path }) => declarationFileKind(path) !== 'document');
  return {
    annotatesAccounts: readings.some((reading) => reading.annotatesAccounts),
    createsAccounts: readings.some((reading) => reading.createsAccounts),
    credentials: readings.flatMap((reading) => reading.credentials),
    serviceAccounts: readings.flatMap((reading) => reading.serviceAccounts),
    substitutes: new Set(readings.flatMap((reading) => reading.substitutes)),
    substitutesVariables: readings.some((reading) => reading.substitutesVariables),
    roots: distinctRoots(running.flatMap((source) => helmCallsOf(source, folders))),
    sources,
  };
}

/** Scripts by their names; of YAML only what pipelines and task runners are called or lies where they look. */
function isScript({ path, class: fileClass }: DiscoveredFile): boolean {
  if (path === '-') return false;
  if (fileClass === 'script') return true;
  return (
    /\.ya?ml$/.test(path) &&
    /(?:^|\/)(?:\.github\/|\.pipelines?\/|\.azure-?pipelines\/|\.azuredevops\/|\.?azure-pipelines?[^/]*$|\.?pipelines?\/|\.gitlab-ci|azure[\w-]*\.ya?ml$|skaffold|[^/]*pipeline[^/]*\.ya?ml$)/i.test(
      path,
    )
  );
}

function scriptSource(files: Files, path: string): Source | undefined {
  const bytes = files.read(path);
  if (bytes.length > mostBytes || !mayMatter(bytes)) return undefined;
  const text = decodeText(bytes);
  return text === undefined ? undefined : { path, text };
}

/** One-byte view of the raw bytes: every word that is looked for is ASCII. A text in two bytes is decoded to know. */
function mayMatter(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return mayHoldScriptFacts(view) || mayCallHelm(view) || view.includes('\0');
}

/** A repository with what its scripts tell. */
export function withScripts(repository: Repository, scripts: RepositoryScripts): Repository {
  return {
    ...repository,
    credentials: [...repository.credentials, ...scripts.credentials],
    scripts: {
      annotatesAccounts: repository.scripts.annotatesAccounts || scripts.annotatesAccounts,
      createsAccounts: repository.scripts.createsAccounts || scripts.createsAccounts,
    },
  };
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
