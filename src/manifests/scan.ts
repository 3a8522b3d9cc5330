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
import { isWanted, mayBeIn, type Wanted } from './relevance.ts';
import { decodeText } from './yaml/decode-text.ts';
import { defaultLimits } from './yaml/limits.ts';
import { loadTolerantParser } from './yaml/load-tolerant-parser.ts';
import { parseDocument } from './yaml/parse-document.ts';
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
  await scanner.parsePending();
  if (!options.exhaustive) {
    const wanted = options.wanted(scanner.manifests, scanner.keptSources);
    for (const path of paths) scanner.readSecond(path, wanted);
    await scanner.parsePending();
  }
  return scanner.result(paths.length);
}

/** A document that is to be parsed. */
interface Pending {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** What the first pass keeps of a file it did not need, joined by newlines: accounts its pods use, and `@` accounts it declares. */
type Names = string;

class Scanner {
  readonly manifests: Manifest[] = [];
  private readonly sources = new Map<string, Source>();
  private readonly problems: ReadProblem[] = [];
  private readonly names = new Map<string, Names>();
  private readonly done = new Set<string>();
  private pending: Pending[] = [];
  private documents = 0;
  private parsed = 0;
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

  /** First pass over a file: documents that matter by themselves are queued, of the others the names are kept. */
  readFirst({ path, bytes, interesting, names, documents }: FirstLook): void {
    this.documents += documents;
    const always = this.options.exhaustive || isKustomizationPath(path);
    if (!always && !interesting) {
      this.remember(path, names);
      return;
    }
    const text = decodeText(bytes());
    if (text === undefined) return;
    const source = { path, text };
    const { spans, truncated } = splitDocuments(text, defaultLimits.documents);
    if (truncated) this.problems.push(tooMany(source, spans.length));
    const others: string[] = [];
    for (const span of spans) {
      const document = text.slice(span.start, span.end);
      if (always || isInteresting(document)) {
        this.pending.push({ source, ...span });
        this.done.add(keyOf(path, span.start));
      } else others.push(...namesIn(document));
    }
    this.remember(path, others);
    if (this.pending.at(-1)?.source === source) this.sources.set(path, source);
  }

  /** Keeps names that the second pass may ask for; copied, since a slice would keep the whole text alive. */
  private remember(path: string, names: readonly string[]): void {
    if (names.length === 0) return;
    const joined = names.join('\n');
    this.names.set(path, joined === 'default' ? 'default' : Buffer.from(joined, 'latin1').toString('latin1'));
  }

  /** Second pass: documents that an object of the first pass leads to. */
  readSecond(path: string, wanted: Wanted): void {
    const names = this.names.get(path);
    if (names === undefined || !(namesWanted(names.split('\n'), wanted) || wanted.namespaces.size > 0)) return;
    const source = this.sources.get(path) ?? { path, text: decodeText(this.files.read(path)) ?? '' };
    for (const span of splitDocuments(source.text, defaultLimits.documents).spans) {
      if (this.done.has(keyOf(path, span.start))) continue;
      const text = source.text.slice(span.start, span.end);
      const names = namesIn(text);
      const inJudgedNamespace = names.some((name) => !name.startsWith('@')) && mayBeIn(text, wanted.namespaces);
      if (!namesWanted(names, wanted) && !inJudgedNamespace) continue;
      this.pending.push({ source, ...span });
      this.sources.set(path, source);
    }
  }

  /** Parses what is queued; the tolerant parser is only loaded when the fast one refuses a text. */
  async parsePending(): Promise<void> {
    const queue = this.pending;
    this.pending = [];
    const refused: Pending[] = [];
    for (const item of queue) if (!this.parse(item, false)) refused.push(item);
    if (refused.length === 0) return;
    await loadTolerantParser();
    for (const item of refused) this.parse(item, true);
  }

  /** False when the text was refused and another parser may still read it. */
  private parse({ source, start, end }: Pending, final: boolean): boolean {
    const { root, problems } = parseDocument(source, start, end);
    const syntax = problems.some((problem) => problem.kind === 'syntax');
    if (syntax && !final) return false;
    this.parsed += 1;
    const text = source.text.slice(start, end);
    if (isTemplate(text, root)) return true;
    // In exhaustive mode as in the two passes, only documents that can matter are judged for how they are written.
    const relevant = isInteresting(text) || isKustomizationPath(source.path);
    if (relevant) {
      for (const problem of problems) {
        const spot = { source, start: problem.start, end: problem.end };
        this.problems.push({
          kind: problem.kind,
          message: problem.message,
          spot,
          manifestLike: looksLikeManifest(text),
        });
      }
    }
    if (root) this.manifests.push(...manifestsIn(source, root, start, end));
    return true;
  }

  result(files: number): Scan {
    return {
      // In the order of the files whatever the pass, since what is judged must not depend on when it was read.
      manifests: this.manifests.toSorted((a, b) => compareText(a.source.path, b.source.path) || a.start - b.start),
      sources: this.keptSources,
      problems: this.problems,
      files,
      documents: this.documents,
      parsed: this.parsed,
    };
  }
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

/** Directives of Go templates, Jinja, ERB and Terraform on a line of their own, or an expression where a value stands. */
const directive = /^[ \t]*(?:-[ \t]+)?(?:\{\{|\{%|<%|%\{)|:[ \t]+(?:\{\{|\{%)/m;

/**
 * Whether a text is the input of a template engine. A text that parses is judged even when a scalar of it holds
 * `{{ }}` (a Vault annotation, an ApplicationSet value); an unquoted `{{ }}` reads as a map and gives itself away.
 */
function isTemplate(text: string, root: YamlNode | undefined): boolean {
  if (!text.includes('{{') && !text.includes('{%') && !text.includes('<%') && !text.includes('%{')) return false;
  return root === undefined ? directive.test(text) : holdsExpressionMap(root);
}

function holdsExpressionMap(node: YamlNode): boolean {
  if (node.type === 'scalar') return false;
  if (node.type === 'sequence') return node.items.some(holdsExpressionMap);
  if (node.flow && node.entries.some((entry) => entry.key.text === '' || entry.key.text.startsWith('{'))) return true;
  return node.entries.some((entry) => holdsExpressionMap(entry.value));
}

/** Plainly a manifest: it says what it is at the start of lines. */
function looksLikeManifest(text: string): boolean {
  return /^(?:apiVersion|["']apiVersion["'])[ \t]*:/m.test(text) && /^(?:kind|["']kind["'])[ \t]*:/m.test(text);
}

function tooLarge(path: string, size: number): ReadProblem {
  const source = { path, text: '' };
  const limit = Math.round(defaultLimits.fileBytes / 1024 / 1024);
  return {
    kind: 'limit',
    message: `The file has ${Math.round(size / 1024 / 1024)} MiB, more than the ${limit} MiB that are read; nothing in it was checked.`,
    spot: { source, start: 0, end: 0 },
    manifestLike: true,
  };
}

function tooMany(source: Source, count: number): ReadProblem {
  return {
    kind: 'limit',
    message: `The file holds more than ${count} documents; the rest was not checked.`,
    spot: { source, start: 0, end: 0 },
    manifestLike: true,
  };
}
