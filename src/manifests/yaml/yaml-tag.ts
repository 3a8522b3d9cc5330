/** Explicit tags: one short form whatever way they were written, and which of them Kubernetes knows. */

const coreNamespace = 'tag:yaml.org,2002:';

/** The types of YAML 1.1 (yaml.org/type); kubectl reads a map or sequence under any tag as what it looks like. */
const coreTags: ReadonlySet<string> = new Set(
  ['binary', 'bool', 'float', 'int', 'map', 'merge', 'null', 'omap', 'pairs', 'seq', 'set', 'str', 'timestamp']
    .concat('value', 'yaml')
    .map((name) => `!!${name}`)
    .concat('!'),
);

/** Tags whose scalars must look like their type, or kubectl refuses the document. */
const typedTags: ReadonlySet<string> = new Set(['!!bool', '!!float', '!!int', '!!null']);

/** Tag handles of the `%TAG` lines of a document, by handle (`!e!` to `tag:example.com,2000:`). */
export type TagHandles = ReadonlyMap<string, string>;

/** `!!int` for `!!int`, `!<tag:yaml.org,2002:int>` and its `%TAG` spellings; other tags with their prefix written out. */
export function shortTag(written: string, handles: TagHandles): string {
  return shortName(written.startsWith('!<') ? written.slice(2, -1) : writtenOut(written, handles));
}

/** The short form of a tag's full name. */
export function shortName(full: string): string {
  return full.startsWith(coreNamespace) ? `!!${full.slice(coreNamespace.length)}` : full;
}

function writtenOut(written: string, handles: TagHandles): string {
  const handle = /^![\w-]*!/.exec(written)?.[0] ?? '!';
  const prefix = handles.get(handle) ?? (handle === '!!' ? coreNamespace : handle);
  return prefix + written.slice(handle.length);
}

/** What a person should know about a tag on a scalar (with its value) or a collection; undefined for nothing. */
export function tagRemark(tag: string, value?: unknown): string | undefined {
  if (typedTags.has(tag) && typeof value === 'string') {
    return `The value "${value}" does not fit its tag ${tag}. kubectl refuses such a document.`;
  }
  if (coreTags.has(tag)) return undefined;
  return `The tag ${tag} means nothing to Kubernetes; kubectl ignores it and reads what follows as plain text or as a plain map or list.`;
}
