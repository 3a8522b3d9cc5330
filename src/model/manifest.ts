/** A parsed document as a tree in which every key and value still knows where it stands in its source. */
import type { Source, Spot } from './source.ts';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** What Kubernetes makes of a scalar (YAML 1.1, as its Go reader resolves it). */
export type ScalarValue = string | number | boolean | null;

/** A scalar: `value` as Kubernetes reads it, `text` as it was written (unquoted and unescaped). */
export interface ScalarNode {
  readonly type: 'scalar';
  readonly value: ScalarValue;
  readonly text: string;
  readonly style: ScalarStyle;
  /** Offsets of the value in the source, quotes included; an absent value has `start === end`. */
  readonly start: number;
  readonly end: number;
}

export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: YamlNode;
}

/** Entries in order of appearance, merge keys already merged in, of duplicate keys the last one only. */
export interface MapNode {
  readonly type: 'map';
  readonly entries: readonly MapEntry[];
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
}

export interface SequenceNode {
  readonly type: 'sequence';
  readonly items: readonly YamlNode[];
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
}

export type YamlNode = ScalarNode | MapNode | SequenceNode;

/** A step down a tree: the key of a map or the 0-based index of a sequence. */
export type PathStep = string | number;

/** One Kubernetes object: a whole document, or an item of a `List`. */
export interface Manifest {
  readonly source: Source;
  readonly root: MapNode;
  /** `apiVersion` and `kind` as written; empty when absent or not text. */
  readonly apiVersion: string;
  readonly kind: string;
  /** Offsets of the object's text in the source (for a document: without its `---`). The start tells objects apart. */
  readonly start: number;
  readonly end: number;
  /** How the object came to be, when a renderer made it. */
  readonly rendered?: RenderedFrom;
}

/** Where a rendered object comes from: what rendered it, and the files that can have fed it. */
export interface RenderedFrom {
  readonly by: 'kustomize' | 'helm';
  /** Folder of the root, relative to the working directory. */
  readonly root: string;
  /** The file that makes it this render: the kustomization, the chart, or the values laid over it. */
  readonly file: string;
  /** The file that the renderer itself names as the origin of this object, if any. */
  readonly origin?: string;
  /** Identifies the render among others of one root: values files, release, namespace. */
  readonly variant?: string;
  /** Where a spot of the object is written in the files that a person edits. */
  readonly trace: (place: Place) => Traced;
}

/** The source of a rendered spot: what feeds it, or else the nearest line that a person would look at. */
export interface Traced {
  readonly spot: Spot;
  /** The same spot in the source, when a change of it there is a change of exactly this. */
  readonly exact?: Place;
}

/** A spot of a manifest, symbolic, so that it can be found again in the source that was rendered into it. */
export interface Place {
  readonly manifest: Manifest;
  readonly path: readonly PathStep[];
  readonly part: 'key' | 'value';
}
