/** The events of js-yaml turned into a tree: what they leave out, ends and places of absent values, is found here. */
import {
  COLLECTION_STYLE,
  type DocumentEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml/browser';
import type { ScalarNode, ScalarStyle } from '../../model/manifest.ts';
import { resolveScalar } from './resolve-scalar.ts';
import { isBlank, skipBlank } from './skip-blank.ts';
import type { TreeBuilder } from './tree-builder.ts';
import { Unreadable } from './yaml-problem.ts';
import { shortTag, type TagHandles, tagRemark } from './yaml-tag.ts';

/** By js-yaml's numbers for styles, which start at 1. */
const styles: readonly ScalarStyle[] = ['plain', 'plain', 'single', 'double', 'literal', 'folded'];

/** js-yaml's offset of what is not there. */
const absent = -1;

/** Feeds the events of one document to a builder. `text` is the document, `offset` its place in the source. */
export class EventReader {
  readonly #text: string;
  readonly #offset: number;
  readonly #builder: TreeBuilder;
  /** End of what was read last. */
  #cursor = 0;
  #handles: TagHandles | undefined;
  /** The brackets that will end the open collections; the empty string where indentation does, or the document. */
  readonly #closers: string[] = [];

  constructor(text: string, offset: number, builder: TreeBuilder) {
    this.#text = text;
    this.#offset = offset;
    this.#builder = builder;
  }

  /** Throws `Unreadable`. */
  read(events: readonly Event[]): void {
    for (const event of events) {
      if (event.type === EVENT_ID.SCALAR) this.#scalar(event);
      else if (event.type === EVENT_ID.POP) this.#close();
      else if (event.type === EVENT_ID.MAPPING) this.#open('map', event);
      else if (event.type === EVENT_ID.SEQUENCE) this.#open('sequence', event);
      else if (event.type === EVENT_ID.ALIAS) this.#alias(event.anchorStart, event.anchorEnd);
      else this.#document(event);
    }
  }

  #document(event: DocumentEvent): void {
    if (this.#handles) {
      const at = this.#offset + this.#cursor;
      throw new Unreadable('syntax', 'A second document starts behind this place, where only one is expected.', at, at);
    }
    if (event.explicitStart) this.#cursor = this.#text.search(/^---(?=\s|$)/m) + 3;
    const tags = event.directives.filter((directive) => directive.kind === 'tag');
    this.#handles = new Map(tags.map((tag) => [tag.handle, tag.prefix]));
    this.#closers.push('');
  }

  #open(type: 'map' | 'sequence', event: MappingEvent | SequenceEvent): void {
    const { start, style } = event;
    const flow = style === COLLECTION_STYLE.FLOW;
    const bracket = flow ? this.#text[start] : undefined;
    // A single pair in a flow sequence, [a: b], is a flow map without brackets.
    const closer = bracket === '{' ? '}' : bracket === '[' ? ']' : '';
    this.#closers.push(closer);
    this.#cursor = closer ? start + 1 : start;
    const tag = this.#tag(event);
    if (tag) this.#remarkOnTag(tag, undefined, event);
    this.#builder.open(type, this.#offset + start, flow, this.#anchor(event));
  }

  #close(): void {
    const closer = this.#closers.pop();
    if (this.#closers.length === 0) return;
    if (closer) {
      let at = skipBlank(this.#text, this.#cursor, this.#text.length);
      if (this.#text[at] === ',') at = skipBlank(this.#text, at + 1, this.#text.length);
      this.#cursor = at + 1;
    }
    this.#builder.close(this.#offset + this.#cursor);
  }

  #scalar(event: ScalarEvent): void {
    const style = styles[event.style] as ScalarStyle;
    const start = this.#scalarStart(event);
    const end = this.#scalarEnd(event, start);
    this.#cursor = end;
    const text = getScalarValue(this.#text, event);
    const tag = this.#tag(event);
    const value = resolveScalar(text, style, tag);
    if (tag) this.#remarkOnTag(tag, value, event);
    const isMerge = text === '<<' && (tag ? tag === '!!merge' : style === 'plain');
    const node: ScalarNode = {
      type: 'scalar',
      value,
      text,
      style,
      start: this.#offset + start,
      end: this.#offset + end,
    };
    this.#builder.scalar(node, isMerge, this.#anchor(event));
  }

  /** js-yaml tells where content starts: quotes and the header of a block scalar stand before it. */
  #scalarStart(event: ScalarEvent): number {
    if (event.valueStart === absent) return this.#absentPlace(event);
    if (event.style === SCALAR_STYLE.PLAIN) return event.valueStart;
    if (event.style <= SCALAR_STYLE.DOUBLE_QUOTED) return event.valueStart - 1;
    let at = this.#skipBlank(Math.max(this.#cursor, event.tagEnd, event.anchorEnd));
    while (isIndicator(this.#text[at])) at = this.#skipBlank(at + 1);
    return at;
  }

  /** A block scalar ends with its last line that says something, so that a range never reaches into the next entry. */
  #scalarEnd(event: ScalarEvent, start: number): number {
    if (event.valueStart === absent) return start;
    if (event.style === SCALAR_STYLE.PLAIN) return event.valueEnd;
    if (event.style <= SCALAR_STYLE.DOUBLE_QUOTED) return event.valueEnd + 1;
    let end = event.valueEnd;
    while (isBlank(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }

  /** An absent value stands right behind its tag or anchor, else behind the mark that announces it. */
  #absentPlace(event: ScalarEvent): number {
    const properties = Math.max(event.tagEnd, event.anchorEnd);
    if (properties !== absent) return properties;
    const at = this.#skipBlank(this.#cursor);
    const mark = this.#text[at];
    const { role } = this.#builder;
    if (role === 'key') return mark === '?' ? at + 1 : at;
    const announced = (role === 'value' && mark === ':') || (role === 'item' && mark === '-');
    return announced ? at + 1 : this.#cursor;
  }

  #alias(nameStart: number, end: number): void {
    this.#cursor = end;
    const name = this.#text.slice(nameStart, end);
    this.#builder.alias(name, this.#offset + nameStart - 1, this.#offset + end);
  }

  #anchor({ anchorStart, anchorEnd }: Properties): string | undefined {
    return anchorStart === absent ? undefined : this.#text.slice(anchorStart, anchorEnd);
  }

  #tag({ tagStart, tagEnd }: Properties): string | undefined {
    if (tagStart === absent) return undefined;
    return shortTag(this.#text.slice(tagStart, tagEnd), this.#handles as TagHandles);
  }

  #remarkOnTag(tag: string, value: unknown, { tagStart, tagEnd }: Properties): void {
    const message = tagRemark(tag, value);
    if (message) this.#builder.remark('tag', message, this.#offset + tagStart, this.#offset + tagEnd);
  }

  #skipBlank(from: number): number {
    return skipBlank(this.#text, from, this.#text.length);
  }
}

type Properties = Pick<ScalarEvent, 'anchorStart' | 'anchorEnd' | 'tagStart' | 'tagEnd'>;

/** What can stand between a node and the header of a block scalar. */
function isIndicator(character: string | undefined): boolean {
  return character === ':' || character === '-' || character === '?';
}
