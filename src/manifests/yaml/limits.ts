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
  // The largest manifests people keep are bundles of CustomResourceDefinitions of 2 to 4 MB, and the Kubernetes API server
  // itself takes requests of 3 MB; beyond 8 MiB a file is data that merely happens to end in .yaml.
  fileBytes: 8 * 1024 * 1024,
  // A rendered fleet holds a few thousand objects in one stream. A megabyte of bare `---` would be 250,000 documents.
  documents: 10_000,
  // Ten times what hand-written files reach; nine anchors that each repeat the one before ten times ask for 10^9.
  aliasNodes: 100_000,
  // Schemas inside CustomResourceDefinitions nest about 60 deep. All later steps walk trees by recursion: 200 levels fit
  // every stack, the 100,000 of a file of brackets fit none.
  depth: 200,
  // The tolerant parser is about ten times slower, so it only sees documents a person could have written.
  tolerantLength: 1024 * 1024,
  // A file with a thousand duplicate keys has one fault a thousand times.
  problems: 100,
};

/** The default limits with some of them replaced. */
export function limitsWith(changes: Partial<Limits> | undefined): Limits {
  return changes ? { ...defaultLimits, ...changes } : defaultLimits;
}
