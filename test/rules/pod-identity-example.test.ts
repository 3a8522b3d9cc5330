/** The example of retired pod identity: each marked line fires exactly what its comment says, and nothing else does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/generated-files.ts';
import { check } from '../../src/app/check.ts';
import { rules } from '../../src/rules/index.ts';
import { memoryFiles } from './memory-files.ts';

const folder = join(projectRoot, 'examples/pod-identity');
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
);

/** `file:line rule` for each rule that a comment names. */
const marked = Object.entries(files).flatMap(([path, text]) =>
  text
    .split('\n')
    .flatMap((line, index) =>
      (/ # <-- ([a-z0-9 -]+)$/.exec(line)?.[1] ?? '')
        .split(' ')
        .flatMap((rule) => (rule === '' ? [] : [`${path}:${index + 1} ${rule}`])),
    ),
);
const ruleOf = (mark: string) => mark.slice(mark.indexOf(' ') + 1);

/** Rules that say that something retired is there at all, and so fire wherever it is. */
const presence = ['pod-identity-components', 'pod-identity-label', 'pod-identity-resource'];

async function found(exhaustive: boolean): Promise<readonly string[]> {
  const log = { progress() {}, notice() {}, debug() {} };
  const clock = { monotonic: () => 0, sleep: async () => {} };
  const { report } = await check(
    { paths: ['.'], exhaustive, failOn: 'never' },
    { files: memoryFiles(files), log, clock },
  );
  return report.findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`).sort();
}

describe('examples/pod-identity', () => {
  it.each([false, true])('fires exactly what is marked (exhaustive: %s)', async (exhaustive) => {
    expect(await found(exhaustive)).toEqual([...marked].sort());
  });

  it('shows every rule about pod identity, and each fault once', () => {
    const group = rules.filter((rule) => rule.group === 'Pod identity and migration').map(({ id }) => id);
    expect([...new Set(marked.map(ruleOf))].sort()).toEqual(group);
    const faults = marked.map(ruleOf).filter((rule) => !presence.includes(rule));
    expect([...faults].sort()).toEqual([...new Set(faults)].sort());
  });

  it('says once of each object that it is retired', () => {
    const kinds = Object.values(files).flatMap((text) => text.match(/^kind: Azure\w+/gm) ?? []);
    const said = marked.filter((mark) => /pod-identity-(?:resource|assigned-committed)$/.test(mark));
    expect(said).toHaveLength(kinds.length);
    expect(new Set(kinds).size).toBe(4);
  });

  it('has its components in both modes', () => {
    const components = Object.entries(files).filter(([path]) => path.endsWith('/components.yaml'));
    const images = components.map(([path, text]) => [path, text.match(/aad-pod-identity\/(?:mic|nmi)/g)]);
    expect(Object.fromEntries(images)).toEqual({
      'managed/components.yaml': ['aad-pod-identity/nmi'],
      'standard/components.yaml': ['aad-pod-identity/mic', 'aad-pod-identity/nmi'],
    });
  });
});
