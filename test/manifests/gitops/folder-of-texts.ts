/** A repository of a few texts, for tests of what is read from GitOps objects. */
import type { GitopsFiles } from '../../../src/manifests/gitops/gitops-files.ts';
import { loadTolerantParser } from '../../../src/manifests/yaml/load-tolerant-parser.ts';
import { parseDocument } from '../../../src/manifests/yaml/parse-document.ts';
import { splitDocuments } from '../../../src/manifests/yaml/split-documents.ts';
import type { Manifest } from '../../../src/model/manifest.ts';

await loadTolerantParser();

/** The texts as files, and the manifests in them. */
export interface TextFolder {
  readonly files: GitopsFiles;
  readonly manifests: readonly Manifest[];
}

export function folderOfTexts(texts: Readonly<Record<string, string>>): TextFolder {
  const paths = Object.keys(texts);
  const known = new Map<string, readonly Manifest[]>();
  const documents = (file: string) => {
    const found = known.get(file) ?? documentsOf(file, texts[file]);
    known.set(file, found);
    return found;
  };
  const below = (folder: string) => (folder === '' ? paths : paths.filter((file) => file.startsWith(`${folder}/`)));
  return {
    files: {
      kind: (file) => (texts[file] !== undefined ? 'file' : below(file).length > 0 ? 'directory' : undefined),
      source: (file) => (texts[file] === undefined ? undefined : { path: file, text: texts[file] }),
      documents,
      below,
    },
    manifests: paths.filter((file) => /\.(?:ya?ml|json)$/.test(file)).flatMap(documents),
  };
}

function documentsOf(file: string, text: string | undefined): readonly Manifest[] {
  if (text === undefined) return [];
  const source = { path: file, text };
  return splitDocuments(text).spans.flatMap(({ start, end }) => {
    const { root } = parseDocument(source, start, end);
    if (root?.type !== 'map') return [];
    const textAt = (key: string) => {
      const value = root.entries.find((entry) => entry.key.text === key)?.value;
      return value?.type === 'scalar' ? value.text : '';
    };
    return [{ source, root, apiVersion: textAt('apiVersion'), kind: textAt('kind'), start, end }];
  });
}
