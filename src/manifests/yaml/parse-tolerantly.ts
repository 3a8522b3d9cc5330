/** A second reading of a document that looks broken, by a parser that forgives much of what kubectl forgives. */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { ScalarStyle } from '../../model/manifest.ts';
import type { Limits } from './limits.ts';
import { resolveScalar } from './resolve-scalar.ts';
import { isBlank } from './skip-blank.ts';
import { TreeBuilder } from './tree-builder.ts';
import { tooDeep } from './yaml-problem.ts';
import { shortName, tagRemark } from './yaml-tag.ts';

/** Tags, keys and merges are ours to judge: the parser shall only tell what stands where. */
const options = {
  schema: 'failsafe',
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  strict: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

const styles: Readonly<Record<Scalar.Type, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** A tag at the end of the text before a node, which may have an anchor as well; the parser does not tell its place. */
const writtenTag = /(?<![^\s[{,:])!\S*(?=(?:\s+&\S+)?\s*$)/;
const longestProperties = 300;

/** Undefined when the text is broken for this parser too. Throws `Unreadable`. */
export function parseTolerantly(text: string, offset: number, limits: Limits): TreeBuilder | undefined {
  const document = parseDocument(text, options);
  if (document.errors.some((error) => error.code === 'RESOURCE_EXHAUSTION')) {
    throw tooDeep(limits, offset, offset);
  }
  if (document.errors.length > 0) return undefined;
  const builder = new TreeBuilder(limits);
  if (document.contents) new NodeReader(text, offset, builder).read(document.contents);
  return builder;
}

/** Feeds the nodes of the tolerant parser to a builder, which bounds how deep this goes. */
class NodeReader {
  readonly #text: string;
  readonly #offset: number;
  readonly #builder: TreeBuilder;
  /** End of what was read last. */
  #cursor = 0;

  constructor(text: string, offset: number, builder: TreeBuilder) {
    this.#text = text;
    this.#offset = offset;
    this.#builder = builder;
  }

  read(node: ParsedNode): void {
    if (isAlias(node)) this.#alias(node);
    else if (isScalar(node)) this.#scalar(node);
    else if (isMap(node)) this.#map(node);
    else this.#sequence(node);
  }

  #map(node: YAMLMap.Parsed): void {
    this.#open('map', node);
    for (const { key, value } of node.items) {
      this.read(key);
      if (value) this.read(value);
      else this.#absent();
    }
    this.#close(node);
  }

  #sequence(node: YAMLSeq.Parsed): void {
    this.#open('sequence', node);
    for (const item of node.items) this.read(item as ParsedNode);
    this.#close(node);
  }

  #open(type: 'map' | 'sequence', { range, flow, anchor, tag }: YAMLMap.Parsed | YAMLSeq.Parsed): void {
    this.#remarkOnTag(tag, undefined, range[0]);
    this.#builder.open(type, this.#offset + range[0], flow === true, anchor);
  }

  /** The parser counts the blank lines and comments behind a block collection to it; we do not. */
  #close({ range, flow }: YAMLMap.Parsed | YAMLSeq.Parsed): void {
    if (flow) this.#cursor = range[1];
    this.#builder.close(this.#offset + this.#cursor);
  }

  #scalar({ source: text, type, range, anchor, tag: longTag }: Scalar.Parsed): void {
    const style = styles[type ?? 'PLAIN'];
    const tag = longTag === undefined ? undefined : shortName(longTag);
    const value = resolveScalar(text, style, tag);
    this.#remarkOnTag(longTag, value, range[0]);
    let [start, end] = range;
    while (isBlank(this.#text.charCodeAt(end - 1))) end--;
    if (range[0] === range[1]) start = end;
    this.#cursor = end;
    const isMerge = text === '<<' && (tag ? tag === '!!merge' : style === 'plain');
    const place = { start: this.#offset + start, end: this.#offset + end };
    this.#builder.scalar({ type: 'scalar', value, text, style, ...place }, isMerge, anchor);
  }

  #absent(): void {
    const at = this.#offset + this.#cursor;
    this.#builder.scalar({ type: 'scalar', value: null, text: '', style: 'plain', start: at, end: at }, false);
  }

  #alias({ source, range }: Alias.Parsed): void {
    this.#cursor = range[1];
    this.#builder.alias(source, this.#offset + range[0], this.#offset + range[1]);
  }

  #remarkOnTag(longTag: string | undefined, value: unknown, before: number): void {
    const message = longTag === undefined ? undefined : tagRemark(shortName(longTag), value);
    if (message === undefined) return;
    const from = Math.max(before - longestProperties, 0);
    const properties = writtenTag.exec(this.#text.slice(from, before));
    const start = this.#offset + (properties ? from + properties.index : before);
    this.#builder.remark('tag', message, start, start + (properties?.[0].length ?? 0));
  }
}
