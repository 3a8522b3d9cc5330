/** What Idwire needs of a file system; synchronous, since cached reads are several times faster that way. */

export interface DirectoryEntry {
  readonly name: string;
  /** `link` stands for a symbolic link whatever it points at. */
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

export interface FileStatus {
  readonly kind: 'file' | 'directory' | 'other';
  /** In bytes. */
  readonly size: number;
  /** Nobody may write it, or this user may not. */
  readonly readOnly: boolean;
}

/** Paths are relative to the working directory, or absolute, with `/`. */
export interface Files {
  /** Entries of a directory in no particular order. Throws when it cannot be read. */
  list(directory: string): readonly DirectoryEntry[];
  /** What stands at a path, links followed; undefined when nothing does. */
  stat(path: string): FileStatus | undefined;
  /** The bytes of a file. The buffer is only valid until the next read: decode or copy before it. */
  read(path: string): Uint8Array;
  /** The real absolute path, links resolved. Throws when nothing stands there. */
  realPath(path: string): string;
  /** Writes a whole file, atomically where the system can. */
  write(path: string, text: string): void;
}
