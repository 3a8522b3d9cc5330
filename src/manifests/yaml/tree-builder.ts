/** The tree of one document, built from its nodes in the order they are written; aliases, merges and bounds live here. */
import type { ScalarNode, YamlNode } from '../../model/manifest.ts';
import type { Limits } from './limits.ts';
import { MapEntries } from './map-entries.ts';
import { tooDeep, tooManyAliases, Unreadable, type YamlProblem } from './yaml-problem.ts';

/** What the next node will be to the collection it stands in. */
export type Role = 'root' | 'key' | 'value' | 'item';

/** A named node; without `node` while it is still being read. */
interface Anchored {
  node: YamlNode | undefined;
  /** Nodes in it with every alias written out, and how deep they nest. */
  size: number;
  height: number;
}

interface Frame {
  readonly start: number;
  readonly flow: boolean;
  /** Of a map; `items` of a sequence. */
  readonly entries: MapEntries | undefined;
  readonly items: YamlNode[];
  readonly anchored: Anchored | undefined;
  readonly nodesBefore: number;
  /** How deep it nests so far, itself included. */
  height: number;
  /** The key whose value is awaited. */
  key: ScalarNode | undefined;
  /** Whether that key is a merge key. */
  merging: boolean;
}

/** Takes the nodes of one document in order, with offsets in the whole source. Throws `Unreadable`. */
export class TreeBuilder {
  readonly problems: YamlProblem[] = [];
  root: YamlNode | undefined;

  readonly #limits: Limits;
  readonly #frames: Frame[] = [];
  readonly #anchors = new Map<string, Anchored>();
  #frame: Frame | undefined;
  /** Nodes so far with every alias written out, and how many of them aliases and merges have brought. */
  #nodes = 0;
  #repeated = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get role(): Role {
    const frame = this.#frame;
    if (!frame) return 'root';
    if (!frame.entries) return 'item';
    return frame.key ? 'value' : 'key';
  }

  /** Starts a collection; its nodes follow until `close`. */
  open(type: 'map' | 'sequence', start: number, flow: boolean, anchor?: string): void {
    if (this.role === 'key') throw new Unreadable('syntax', unreadableKey, start, start + 1);
    if (this.#frames.length >= this.#limits.depth) throw tooDeep(this.#limits, start, start + 1);
    this.#frame = {
      start,
      flow,
      entries: type === 'map' ? new MapEntries() : undefined,
      items: [],
      anchored: anchor === undefined ? undefined : this.#announce(anchor),
      nodesBefore: this.#nodes++,
      height: 1,
      key: undefined,
      merging: false,
    };
    this.#frames.push(this.#frame);
  }

  /** Ends the collection that was opened last. */
  close(end: number): void {
    const { start, flow, entries, items, anchored, nodesBefore, height } = this.#frames.pop() as Frame;
    this.#frame = this.#frames.at(-1);
    const node: YamlNode = entries
      ? { type: 'map', entries: entries.finish(), flow, start, end }
      : { type: 'sequence', items: items.slice(), flow, start, end };
    if (anchored) Object.assign(anchored, { node, size: this.#nodes - nodesBefore, height });
    this.#place(node, height, false);
  }

  /** `isMerge`: written as the merge key `<<`, which only counts where a key stands. */
  scalar(node: ScalarNode, isMerge: boolean, anchor?: string): void {
    this.#nodes++;
    if (anchor !== undefined) Object.assign(this.#announce(anchor), { node });
    if (this.role === 'key') this.#setKey(node, isMerge);
    else this.#place(node, 0, false);
  }

  /** The node that has the name stands here again: the same node object, but for a key, which gets its own place. */
  alias(name: string, start: number, end: number): void {
    const anchored = this.#anchors.get(name);
    if (!anchored) throw new Unreadable('syntax', unknownAnchor(name), start, end);
    const { node, size, height } = anchored;
    if (!node) throw new Unreadable('syntax', containsItself(name), start, end);
    this.#repeat(size, start, end);
    this.#nodes += size;
    if (this.role === 'key') {
      if (node.type !== 'scalar') throw new Unreadable('syntax', unreadableKey, start, end);
      this.#setKey({ ...node, start, end }, false);
      return;
    }
    if (this.#frames.length + height > this.#limits.depth) throw tooDeep(this.#limits, start, end);
    this.#place(node, height, true);
  }

  /** Tells about something that leaves the tree readable. */
  remark(kind: 'duplicate-key' | 'tag', message: string, start: number, end: number): void {
    if (this.problems.length < this.#limits.problems) this.problems.push({ kind, message, start, end });
  }

  #announce(anchor: string): Anchored {
    const anchored: Anchored = { node: undefined, size: 1, height: 0 };
    this.#anchors.set(anchor, anchored);
    return anchored;
  }

  #setKey(key: ScalarNode, isMerge: boolean): void {
    const frame = this.#frame as Frame;
    frame.key = key;
    frame.merging = isMerge;
  }

  #place(node: YamlNode, height: number, aliased: boolean): void {
    const frame = this.#frame;
    if (!frame) {
      this.root = node;
      return;
    }
    if (height >= frame.height) frame.height = height + 1;
    if (!frame.entries) {
      frame.items.push(node);
      return;
    }
    const key = frame.key as ScalarNode;
    frame.key = undefined;
    if (frame.merging) this.#merge(frame.entries, key, node, aliased);
    else if (frame.entries.add({ key, value: node })) {
      this.remark('duplicate-key', duplicateKey(key.text), key.start, key.end);
    }
  }

  /** A map, or a list of maps written in place, of which the first one that has a key gives it. */
  #merge(entries: MapEntries, key: ScalarNode, node: YamlNode, aliased: boolean): void {
    const maps = node.type === 'sequence' && !aliased ? node.items.toReversed() : [node];
    for (const map of maps) {
      if (map.type !== 'map') throw new Unreadable('syntax', unreadableMerge, key.start, key.end);
      this.#repeat(map.entries.length, key.start, key.end);
      entries.merge(map.entries);
    }
  }

  /** Counts what stands for more than it costs to write: the way small texts become huge trees. */
  #repeat(nodes: number, start: number, end: number): void {
    this.#repeated += nodes;
    if (this.#repeated > this.#limits.aliasNodes) throw tooManyAliases(this.#limits, start, end);
  }
}

const unreadableKey = 'A map or a list stands where a key is expected; Kubernetes takes text as keys only.';
const unreadableMerge = 'The merge key << takes a map, or a list of maps.';

function unknownAnchor(name: string): string {
  return `The alias *${name} names no anchor: nothing before it is marked &${name}.`;
}

function containsItself(name: string): string {
  return `The alias *${name} stands inside the very value that &${name} marks.`;
}

function duplicateKey(name: string): string {
  return `The key "${name}" stands twice in this map; only the last one counts.`;
}
