/** `docs/architecture.md`: the layers, and what each file is for in its own words. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesUnder } from '../generated-files.ts';
import { mayImport } from '../layers.ts';
import { purposeOf } from '../purpose.ts';
import type { Artefact } from './artefact.ts';
import { code, fillBlocks, table } from './markdown.ts';

const path = 'docs/architecture.md';

/** The folders that the page tells about. */
const described = ['src', 'emulators', 'scripts'];

export const architecture: Artefact = {
  generate: async (root) => {
    const page = readFileSync(join(root, path), 'utf8');
    return new Map([[path, fillBlocks(page, { layers: layerTable(), files: fileTables(root) })]]);
  },
};

function layerTable(): string {
  const rows = [...mayImport].map(([layer, below]) => [code(layer), below.map(code).join(' ') || '–']);
  return table(['Layer', 'May import'], rows);
}

function fileTables(root: string): string {
  const purposes = new Map<string, string[][]>();
  for (const file of described.flatMap((folder) => filesUnder(root, folder)).filter((file) => file.endsWith('.ts'))) {
    const purpose = purposeOf(readFileSync(join(root, file), 'utf8'));
    if (!purpose) throw new Error(`${file}: start the file with one sentence of purpose in a /** … */ comment.`);
    const folder = posix.dirname(file);
    purposes.set(folder, [...(purposes.get(folder) ?? []), [`[${posix.basename(file)}](../${file})`, purpose]]);
  }
  return [...purposes].map(([folder, rows]) => `### ${folder}\n\n${table(['File', 'Purpose'], rows)}`).join('\n\n');
}
