/** The name of the repository that the working directory is a checkout of. */
import type { Files } from '../../ports/files.ts';

const remoteSection = /^\s*\[remote "origin"\]\s*$/;
const address =
  /^\s*url\s*=\s*(?:https?:\/\/(?:[^@/\s]*@)?[^/\s]+\/|(?:ssh:\/\/)?[\w.-]+@[^:/\s]+(?::\d+)?[:/])([^/\s]+)\/([^/\s]+?)(?:\.git)?\/?\s*$/;

/**
 * `owner/name` after the remote `origin` of Git; undefined without one, or when its address has another shape (Azure
 * Repos). The file is not part of the repository, so that its content is the checkout's own word.
 */
export function repositoryName(files: Files): string | undefined {
  if (files.stat('.git/config')?.kind !== 'file') return undefined;
  const lines = new TextDecoder().decode(files.read('.git/config')).split('\n');
  const start = lines.findIndex((line) => remoteSection.test(line));
  if (start === -1) return undefined;
  for (const line of lines.slice(start + 1)) {
    if (line.trimStart().startsWith('[')) return undefined;
    const [, owner, name] = address.exec(line) ?? [];
    if (owner && name) return `${owner}/${name}`;
  }
  return undefined;
}
