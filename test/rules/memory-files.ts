/** A file system in memory, for tests that judge many small repositories. */
import type { DirectoryEntry, Files } from '../../src/ports/files.ts';

/** Files by path relative to the working directory. */
export function memoryFiles(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  const bytesOf = (path: string) => {
    const content = contents[path];
    if (content === undefined) throw new Error(`no file ${path}`);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  const paths = Object.keys(contents);
  return {
    list(directory) {
      const prefix = directory === '.' || directory === '' ? '' : `${directory}/`;
      const entries = new Map<string, DirectoryEntry>();
      for (const path of paths.filter((candidate) => candidate.startsWith(prefix))) {
        const [name = '', ...rest] = path.slice(prefix.length).split('/');
        entries.set(name, { name, kind: rest.length > 0 ? 'directory' : 'file' });
      }
      return [...entries.values()];
    },
    stat(path) {
      if (contents[path] !== undefined) return { kind: 'file', size: bytesOf(path).length, readOnly: false };
      const folder = path === '.' || path === '' || paths.some((candidate) => candidate.startsWith(`${path}/`));
      return folder ? { kind: 'directory', size: 0, readOnly: false } : undefined;
    },
    read: bytesOf,
    realPath: (path) => (path === '.' ? '/' : `/${path}`),
    write() {
      throw new Error('nothing is written in a check');
    },
  };
}
