/** Checks a small repository on disk with real renderers, for tests. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createFiles } from '../../../src/adapters/files.ts';
import { createRenderer } from '../../../src/adapters/tools/renderer.ts';
import type { ToolLimits } from '../../../src/adapters/tools/run-tool.ts';
import { check } from '../../../src/app/check.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Report } from '../../../src/model/report.ts';

/** A folder with files and links; links are written as `-> target`. It is removed by `remove`. */
export function repository(files: Readonly<Record<string, string>>): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'idwire-test-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Tools {
  readonly helm?: string;
  readonly kustomize?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly limits?: ToolLimits;
}

/** The report of a check. A tool that is not given is not there. */
export async function reportOf(files: Readonly<Record<string, string>>, tools: Tools): Promise<Report> {
  const { folder, remove } = repository(files);
  const absent = join(folder, 'no-such-program');
  const log = { progress() {}, notice() {}, debug() {} };
  const clock = { monotonic: () => 0, sleep: async () => {} };
  try {
    const { report } = await check(
      { paths: ['.'], exhaustive: false, failOn: 'error', render: 'auto' },
      {
        files: createFiles(folder),
        log,
        clock,
        createRenderer: async () =>
          createRenderer({
            helm: tools.helm ?? absent,
            kustomize: tools.kustomize ?? absent,
            allowRemote: false,
            workingDirectory: folder,
            environment: tools.environment ?? { PATH: '/usr/bin:/bin' },
            ...(tools.limits ? { limits: tools.limits } : {}),
          }),
      },
    );
    return report;
  } finally {
    remove();
  }
}

/** Findings as `file:line rule`, in order. */
export function spotted(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

/** The files after the fix of every finding, each applied on its own. */
export function fixedLine(finding: Finding | undefined, files: Readonly<Record<string, string>>): string | undefined {
  const edit = finding?.fix?.edits[0];
  if (!edit || finding.fix?.edits.length !== 1) return undefined;
  const line = files[edit.file]?.split('\n')[edit.line - 1] ?? '';
  return line.slice(0, edit.column - 1) + edit.text + line.slice(edit.endColumn - 1);
}
