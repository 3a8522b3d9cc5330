/** Reads files in two passes: documents that can matter by themselves, then the pods that use an identity account. */
import { compareText } from '../model/finding.ts';
import type { Manifest, YamlNode } from '../model/manifest.ts';
import type { Source } from '../model/source.ts';
import type { ReadProblem } from '../model/world.ts';
import type { Files } from '../ports/files.ts';
import type { DiscoveredFile } from './discover.ts';
import { type FirstLook, FirstPass, namesIn } from './first-pass.ts';
import { isInteresting } from './interests.ts';
import { isKustomizationPath } from './kustomizations.ts';
import { isWanted, mayBeIn, namesOf, type Wanted } from './relevance.ts';
import { tooLarge, tooMany } from './scan-limits.ts';
import { isTemplate } from './template-text.ts';
import { decodeText } from './yaml/decode-text.ts';
import { defaultLimits } from './yaml/limits.ts';
import { loadTolerantParser } from './yaml/load-tolerant-parser.ts';
import { parseDocument, type YamlProblem } from './yaml/parse-document.ts';
import { splitDocuments } from './yaml/split-documents.ts';

/** What a scan read. `sources` are the texts that were kept because something in them can matter. */
export interface Scan {
  readonly manifests: readonly Manifest[];
  readonly sources: readonly Source[];
  readonly problems: readonly ReadProblem[];
  readonly files: number;
  readonly documents: number;
  readonly parsed: number;
}

export interface ScanOptions {
  /** Parse every document; must find the same as the two passes. */
  readonly exhaustive: boolean;
  /** Files that are never judged as they stand (chart templates). */
  readonly skip: (path: string) => boolean;
  /** What the first pass leads to. */
  readonly wanted: (manifests: readonly Manifest[], sources: readonly Source[]) => Wanted;
  /** Called now and then with the number of files read. */
  readonly onProgress?: (files: number, total: number) => void;
}

/** Scans the manifest files among those discovered. */
export async function scan(files: Files, discovered: readonly DiscoveredFile[], options: ScanOptions): Promise<Scan> {
  const scanner = new Scanner(files, options);
  const paths = discovered
    .filter((file) => file.class === 'manifest' && !options.skip(file.path))
    .map((file) => file.path);
  const firstPass = new FirstPass((look) => scanner.readFirst(look));
  for (const [index, path] of paths.entries()) {
    const bytes = files.read(path);
    if (bytes.length > defaultLimits.fileBytes) scanner.refuse(path, bytes.length);
    else firstPass.add(path, bytes);
    if ((index & 1023) === 1023) options.onProgress?.(index + 1, paths.length);
  }
  firstPass.flush();
  await scanner.parseRefused();
  const wanted = options.wanted(scanner.manifests, scanner.keptSources);
  for (const path of paths) scanner.readSecond(path, wanted);
  await scanner.parseRefused();
  return scanner.result(paths.length);
}

/** A document that is to be parsed. */
interface Stretch {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  /** Something led to it, so that it is kept whatever it holds. */
  readonly wanted: boolean;
}

/** What is kept of a file that was not needed, joined by newlines: accounts its pods use, and `@` accounts it declares. */
type Names = string;

class Scanner {
  readonly manifests: Manifest[] = [];
  private readonly sources = new Map<string, Source>();
  private readonly problems: ReadProblem[] = [];
  private readonly names = new Map<string, Names>();
  private readonly done = new Set<string>();
  private refused: Stretch[] = [];
  private documents = 0;
  /** Documents by path and offset; some are parsed twice. */
  private readonly parsed = new Set<string>();
  private readonly files: Files;
  private readonly options: ScanOptions;

  constructor(files: Files, options: ScanOptions) {
    this.files = files;
    this.options = options;
  }

  get keptSources(): readonly Source[] {
    return [...this.sources.values()];
  }

  refuse(path: string, size: number): void {
    this.problems.push(tooLarge(path, size));
  }

  /** First pass over a file: documents that matter by themselves are parsed, of the others the names are kept. */
  readFirst({ path, bytes, interesting, names, documents }: FirstLook): void {
    this.documents += documents;
    // Standard input cannot be read again.
    const once = path === '-';
    const always = once || this.options.exhaustive || isKustomizationPath(path);
    if (!always && !interesting) {
      this.remember(path, names);
      return;
    }
    const text = decodeText(bytes());
    if (text === undefined) return;
    const source = { path, text };
    const { spans, truncated } = splitDocuments(text, defaultLimits.documents);
    if (truncated) this.problems.push(tooMany(source, spans.length));
    for (const { start, end } of spans) {
      const document = text.slice(start, end);
      if (always || isInteresting(document)) this.parse({ source, start, end, wanted: once });
      else this.remember(path, namesIn(document));
    }
  }

  /** Keeps names that the second pass may ask for; copied, since a slice would keep the whole text alive. */
  private remember(path: string, names: readonly string[]): void {
    if (names.length === 0) return;
    const joined = [...(this.names.get(path)?.split('\n') ?? []), ...names].join('\n');
    this.names.set(path, joined === 'default' ? 'default' : Buffer.from(joined, 'latin1').toString('latin1'));
  }

  /** Second pass: documents that an object of the first pass leads to. */
  readSecond(path: string, wanted: Wanted): void {
    const names = this.names.get(path);
    if (names === undefined || !(namesWanted(names.split('\n'), wanted) || wanted.namespaces.size > 0)) return;
    const source = this.sources.get(path) ?? { path, text: decodeText(this.files.read(path)) ?? '' };
    for (const { start, end } of splitDocuments(source.text, defaultLimits.documents).spans) {
      if (this.done.has(keyOf(path, start))) continue;
      // What the raw text says is not asked in exhaustive mode, which is there to show that nothing hides from it.
      if (this.options.exhaustive || leadsTo(source.text.slice(start, end), wanted))
        this.parse({ source, start, end, wanted: true });
    }
  }

  /** Parses what the fast parser refused with the tolerant one, which is loaded only now. */
  async parseRefused(): Promise<void> {
    const refused = this.refused;
    this.refused = [];
    if (refused.length === 0) return;
    await loadTolerantParser();
    for (const stretch of refused) this.parse(stretch, true);
  }

  private parse(stretch: Stretch, final = false): void {
    const { source, start, end, wanted } = stretch;
    this.parsed.add(keyOf(source.path, start));
    const { root, problems } = parseDocument(source, start, end);
    if (!final && problems.some((problem) => problem.kind === 'syntax')) {
      this.refused.push(stretch);
      return;
    }
    const text = source.text.slice(start, end);
    // In exhaustive mode as in the two passes, only documents that can matter are judged for how they are written.
    const relevant = isInteresting(text) || isKustomizationPath(source.path);
    if (relevant || wanted) {
      this.sources.set(source.path, source);
      this.done.add(keyOf(source.path, start));
    }
    if (isTemplate(text, root)) return;
    if (relevant) this.problems.push(...problems.map((problem) => problemIn(source, text, problem)));
    const manifests = root ? manifestsIn(source, root, start, end) : [];
    if (relevant || wanted) this.manifests.push(...manifests);
    // Trees are large: of an object that may matter yet, the names are kept as they were read, and it is read again.
    else this.remember(source.path, manifests.flatMap(namesOf));
  }

  result(files: number): Scan {
    return {
      // In the order of the files whatever the pass, since what is judged must not depend on when it was read.
      manifests: this.manifests.toSorted((a, b) => compareText(a.source.path, b.source.path) || a.start - b.start),
      sources: this.keptSources,
      problems: this.problems,
      files,
      documents: this.documents,
      parsed: this.parsed.size,
    };
  }
}

function problemIn(source: Source, text: string, { kind, message, start, end }: YamlProblem): ReadProblem {
  return { kind, message, spot: { source, start, end }, manifestLike: looksLikeManifest(text) };
}

/** The objects of a parsed document: itself, or the items of a `List`. */
export function manifestsIn(source: Source, root: YamlNode, start: number, end: number): readonly Manifest[] {
  if (root.type !== 'map') return [];
  const apiVersion = textAt(root, 'apiVersion');
  const kind = textAt(root, 'kind');
  const items = root.entries.find((entry) => entry.key.text === 'items')?.value;
  if (kind.endsWith('List') && items?.type === 'sequence')
    return items.items.flatMap((item) => manifestsIn(source, item, item.start, item.end));
  if ((kind === '' || apiVersion === '') && !isKustomizationPath(source.path)) return [];
  return [{ source, root, apiVersion, kind, start, end }];
}

function keyOf(path: string, start: number): string {
  return `${path}\n${start}`;
}

/** Whether something wanted may stand in the text of a document: an account, pods of one, pods of a namespace. */
function leadsTo(text: string, wanted: Wanted): boolean {
  const names = namesIn(text);
  const holdsPods = names.some((name) => !name.startsWith('@'));
  return namesWanted(names, wanted) || (holdsPods && mayBeIn(text, wanted.namespaces));
}

function namesWanted(names: readonly string[], wanted: Wanted): boolean {
  const declared = names.filter((name) => name.startsWith('@')).map((name) => name.slice(1));
  const used = names.filter((name) => !name.startsWith('@'));
  return isWanted(used, wanted.pods) || isWanted(declared, wanted.accounts);
}

function textAt(root: YamlNode, key: string): string {
  if (root.type !== 'map') return '';
  const value = root.entries.find((entry) => entry.key.text === key)?.value;
  return value?.type === 'scalar' && typeof value.value === 'string' ? value.value : '';
}

/** Plainly a manifest: it says what it is at the start of lines. */
function looksLikeManifest(text: string): boolean {
  return /^(?:apiVersion|["']apiVersion["'])[ \t]*:/m.test(text) && /^(?:kind|["']kind["'])[ \t]*:/m.test(text);
}
