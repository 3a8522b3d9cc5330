/** Reads the output of a renderer: the objects that can matter, each with the origin that the renderer names. */
import type { Manifest } from '../../model/manifest.ts';
import type { Source } from '../../model/source.ts';
import { namesIn } from '../first-pass.ts';
import { isInteresting } from '../interests.ts';
import { isWanted, wantedBy } from '../relevance.ts';
import { manifestsIn } from '../scan.ts';
import { defaultLimits } from '../yaml/limits.ts';
import { loadTolerantParser } from '../yaml/load-tolerant-parser.ts';
import { parseDocument } from '../yaml/parse-document.ts';
import { splitDocuments } from '../yaml/split-documents.ts';

/** One object with the file that it was made of, as the renderer writes it. */
export interface RenderedObject {
  readonly manifest: Manifest;
  readonly origin: string | undefined;
}

/** What was read of one output. */
export interface RenderedText {
  readonly objects: readonly RenderedObject[];
  readonly documents: number;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly origin: string | undefined;
}

/** Reads an output of `kustomize build` whose objects bear origin annotations, which are taken out again. */
export function readBuild(path: string, text: string): Promise<RenderedText> {
  const origins: (string | undefined)[] = [];
  const cleaned = text
    .split(/^---[ ]*\n/m)
    .map((document) => {
      const { rest, origin } = withoutOrigin(document);
      origins.push(origin);
      return rest;
    })
    .join('---\n');
  return readPieces({ path, text: cleaned }, (_, index) => origins[index]);
}

/** `    config.kubernetes.io/origin: |` with the lines below it, and `annotations:` above it when nothing else is there. */
const originAnnotation = /^ {4}config\.kubernetes\.io\/origin: \|\n((?: {6}.*\n)+)/m;
const emptyAnnotations = /^ {2}annotations:\n(?! {4})/m;

function withoutOrigin(document: string): { rest: string; origin: string | undefined } {
  const match = originAnnotation.exec(document);
  if (!match) return { rest: document, origin: undefined };
  const rest = document.slice(0, match.index) + document.slice(match.index + match[0].length);
  return { rest: rest.replace(emptyAnnotations, ''), origin: /^ {6}path: (.+)$/m.exec(match[1] ?? '')?.[1] };
}

/** Reads an output of `helm template`, where a comment above each object names its template. */
export function readTemplates(path: string, text: string): Promise<RenderedText> {
  return readPieces({ path, text }, (document) => /^# Source: (.+)$/m.exec(document)?.[1]?.trim());
}

/** Only what can matter is parsed, as in a scan of files: what does so by itself, then the pods it leads to. */
async function readPieces(
  source: Source,
  originOf: (document: string, index: number) => string | undefined,
): Promise<RenderedText> {
  const { spans } = splitDocuments(source.text, defaultLimits.documents);
  const pieces = spans.map((span, index) => {
    const document = source.text.slice(span.start, span.end);
    return { ...span, document, origin: originOf(document, index) };
  });
  const first: RenderedObject[] = [];
  const others: (Piece & { document: string })[] = [];
  for (const piece of pieces) {
    if (isInteresting(piece.document)) first.push(...(await objectsIn(source, piece)));
    else others.push(piece);
  }
  const wanted = wantedBy(first.map(({ manifest }) => manifest));
  const more: RenderedObject[] = [];
  for (const piece of others) {
    const names = namesIn(piece.document);
    const pods = names.filter((name) => !name.startsWith('@'));
    const accounts = names.filter((name) => name.startsWith('@')).map((name) => name.slice(1));
    if (isWanted(pods, wanted.pods) || isWanted(accounts, wanted.accounts))
      more.push(...(await objectsIn(source, piece)));
  }
  return { objects: [...first, ...more], documents: pieces.length };
}

async function objectsIn(source: Source, { start, end, origin }: Piece): Promise<readonly RenderedObject[]> {
  let parsed = parseDocument(source, start, end);
  if (parsed.problems.some((problem) => problem.kind === 'syntax')) {
    await loadTolerantParser();
    parsed = parseDocument(source, start, end);
  }
  if (!parsed.root) return [];
  return manifestsIn(source, parsed.root, start, end).map((manifest) => ({ manifest, origin }));
}
