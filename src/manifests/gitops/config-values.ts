/** Finds the ConfigMaps and Secrets that other objects take values from, in manifests and in generators of kustomizations. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';
import { resolvePath } from '../kustomizations.ts';
import { folderOf, type GitopsFiles, namesOf, type Reach, textsOf } from './gitops-files.ts';

/** One value of a ConfigMap or Secret: its text, and either its field or the file that it is made of. */
export interface ConfigValue {
  readonly text: string;
  readonly field?: Field;
  readonly file?: string;
}

/** The data of one ConfigMap or Secret, as far as it is readable. */
export interface ConfigData {
  readonly values: ReadonlyMap<string, ConfigValue>;
  /** Keys may be missing: it is encrypted, or written by something else as well. */
  readonly open: boolean;
}

/** The ConfigMap or Secret of a name among what is applied together; undefined when the repository does not hold it. */
export function configData(
  kind: string,
  name: string,
  reaches: readonly Reach[],
  files: GitopsFiles,
): ConfigData | undefined {
  for (const reach of reaches) {
    for (const { path } of reach.files) {
      const text = files.source(path)?.text;
      if (!text?.includes(kind) || !text.includes(name)) continue;
      const manifest = files.documents(path).find((found) => found.kind === kind && namesOf(found).name === name);
      if (manifest) return dataOf(manifest);
    }
    for (const kustomization of reach.kustomizations) {
      const generated = generatedData(kind, name, kustomization, files);
      if (generated) return generated;
    }
  }
  return undefined;
}

/** A Secret's `data` is base64; `stringData` wins over it, as the API server has it. SOPS leaves no readable value. */
function dataOf(manifest: Manifest): ConfigData {
  const root = fieldsOf(manifest);
  const secret = manifest.kind === 'Secret';
  if (root.get('sops')) return { values: new Map(), open: true };
  const values = new Map<string, ConfigValue>();
  for (const [key, field] of textsOf(root.get('data'))) {
    const text = field.text as string;
    values.set(key, { text: secret ? Buffer.from(text, 'base64').toString() : text, field });
  }
  for (const [key, field] of textsOf(root.get('stringData'))) values.set(key, { text: field.text as string, field });
  return { values, open: false };
}

function generatedData(
  kind: string,
  name: string,
  kustomization: Manifest,
  files: GitopsFiles,
): ConfigData | undefined {
  const field = kind === 'Secret' ? 'secretGenerator' : 'configMapGenerator';
  const generators = fieldsOf(kustomization).get(field)?.items() ?? [];
  const generator = generators.find((item) => item.get('name')?.text === name);
  if (!generator) return undefined;
  const folder = folderOf(kustomization.source.path);
  const values = new Map<string, ConfigValue>();
  const textsIn = (key: string) => (generator.get(key)?.items() ?? []).flatMap((item) => item.text ?? []);
  for (const env of [...textsIn('envs'), generator.get('env')?.text ?? []].flat()) {
    for (const line of files.source(resolvePath(folder, env))?.text.split(/\r?\n/) ?? []) setPair(values, line);
  }
  for (const literal of textsIn('literals')) setPair(values, literal.replace(/=(["'])(.*)\1$/s, '=$2'));
  for (const written of textsIn('files')) {
    const [key = '', path = key] = written.split('=');
    const file = resolvePath(folder, path);
    const text = files.source(file)?.text;
    const name = written.includes('=') ? key : file.slice(file.lastIndexOf('/') + 1);
    if (text !== undefined) values.set(name, { text, file });
  }
  return { values, open: [...values.values()].some(({ text }) => text.includes('ENC[')) };
}

function setPair(values: Map<string, ConfigValue>, line: string): void {
  const [, key, text] = /^([\w.-]+)=(.*)$/s.exec(line) ?? [];
  if (key !== undefined) values.set(key, { text: text as string });
}
