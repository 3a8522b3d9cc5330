/** The bounds that keep one hostile or runaway file from taking a whole run with it. */

/** Every bound names what it counts; going past one is a stated problem, never silence. */
export interface Limits {
  /** Bytes of one file, and UTF-16 code units of one document. */
  readonly fileBytes: number;
  /** Documents in one file. */
  readonly documents: number;
  /** Nodes reached through aliases in one document, counted as if every alias were written out. */
  readonly aliasNodes: number;
  /** Nesting of maps and sequences in one document, aliases followed. */
  readonly depth: number;
  /** UTF-16 code units of a broken document that the tolerant parser may have a second look at. */
  readonly tolerantLength: number;
  /** Problems told about one document; the rest would only repeat them. */
  readonly problems: number;
}

export const defaultLimits: Limits = {
  // The Kubernetes API server takes requests of 3 MiB at most, so no object is larger; bundles of them come to a few
  // megabytes. Beyond this a file is data that merely happens to end in .yaml.
  fileBytes: 8 * 1024 * 1024,
  // A rendered fleet holds a few thousand objects in one stream. A megabyte of bare `---` would be 250,000 documents.
  documents: 10_000,
  // Manifests use a handful of aliases. Ten anchors that each repeat the one before ten times ask for 10^10 nodes.
  aliasNodes: 100_000,
  // Velero's CustomResourceDefinitions nest 23 deep. All later steps walk trees by recursion: 200 levels fit every
  // stack, the 100,000 of a file of brackets fit none.
  depth: 200,
  // The tolerant parser can take eight seconds for a megabyte of nothing but errors. What people write by hand, and so
  // break, is shorter than this.
  tolerantLength: 256 * 1024,
  // A file with a thousand duplicate keys has one fault a thousand times.
  problems: 100,
};

/** The default limits with some of them replaced. */
export function limitsWith(changes: Partial<Limits> | undefined): Limits {
  return changes ? { ...defaultLimits, ...changes } : defaultLimits;
}
