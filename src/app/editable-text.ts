/** The text of a file as it can be edited and written back byte for byte, or why it cannot. */
import { decodeText } from '../manifests/yaml/decode-text.ts';
import type { Files } from '../ports/files.ts';

/** UTF-8 starts with this when somebody marked it. */
export const byteOrderMark = '\ufeff';

/** `mark` is the byte order mark or nothing; `text` is what was judged. */
export type EditableText = { readonly mark: string; readonly text: string } | { readonly refused: string };

export function editableText(files: Files, path: string): EditableText {
  if (isLink(files, path)) return { refused: 'The file is a symbolic link; name the file that it leads to.' };
  if (files.stat(path)?.readOnly) return { refused: 'The file is read-only.' };
  const bytes = Uint8Array.from(files.read(path));
  const text = decodeText(bytes);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? byteOrderMark : '';
  if (text === undefined || !Buffer.from(mark + text).equals(bytes)) {
    return { refused: 'The file is not UTF-8; save it as UTF-8 first.' };
  }
  return { mark, text };
}

/** Folders on the way may be links: the person named them. */
function isLink(files: Files, path: string): boolean {
  const slash = path.lastIndexOf('/');
  const folder = slash === -1 ? '.' : path.slice(0, slash) || '/';
  return files.realPath(path) !== `${files.realPath(folder).replace(/\/$/, '')}/${path.slice(slash + 1)}`;
}
