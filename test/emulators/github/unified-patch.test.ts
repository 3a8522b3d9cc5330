/** The patches of the emulator are those that git itself prints. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changesBetween } from '../../../emulators/github/git/file-change.ts';
import { mapLines } from '../../../emulators/github/git/line-map.ts';
import { unifiedPatch } from '../../../emulators/github/git/unified-patch.ts';

const manifest = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  labels:
    app: orders
spec:
  replicas: 2
  template:
    metadata:
      labels:
        app: orders
    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: orders:1
`;

const pairs: Record<string, [string, string]> = {
  'one line in the middle': [manifest, manifest.replace('replicas: 2', 'replicas: 3')],
  'a label added deep inside': [
    manifest,
    manifest.replace(
      '        app: orders\n    spec',
      '        app: orders\n        azure.workload.identity/use: "true"\n    spec',
    ),
  ],
  'an added file': ['', manifest],
  'a removed file': [manifest, ''],
  'one added line': ['', 'a\n'],
  'the first line': ['a\nb\nc\n', 'x\nb\nc\n'],
  'no newline at the end of the old text': ['a\nb', 'a\nb\n'],
  'no newline at the end of the new text': ['a\nb\n', 'a\nb'],
  'lines removed': [manifest, manifest.replace(/ {2}labels:\n {4}app: orders\n/, '')],
  'two hunks': [manifest.repeat(3), `first: line\n${manifest.repeat(3)}last: line\n`],
  'Windows line ends': ['a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
};

/** The hunks of `git diff`, without the file header. */
function gitDiff(before: string, after: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'idwire-diff-'));
  try {
    writeFileSync(join(folder, 'before'), before);
    writeFileSync(join(folder, 'after'), after);
    const git = spawnSync('git', ['-c', 'core.autocrlf=false', 'diff', '--no-index', '--no-color', 'before', 'after'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull },
    });
    return git.stdout.slice(git.stdout.indexOf('@@')).replace(/\n$/, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each(Object.entries(pairs))('%s', (_, [before, after]) => {
  const patch = unifiedPatch({ status: 'modified', path: 'a', before, after });
  expect(patch?.text).toBe(gitDiff(before, after));
});

test('a binary file has no patch', () => {
  expect(unifiedPatch({ status: 'modified', path: 'a', before: 'a\0b', after: 'a\0c' })).toBeUndefined();
});

test('a moved and edited file is a rename, a moved and rewritten one is not', () => {
  const before = new Map([['old.yaml', manifest]]);
  const edited = changesBetween(before, new Map([['new.yaml', manifest.replace('replicas: 2', 'replicas: 3')]]));
  expect(edited).toMatchObject([{ status: 'renamed', path: 'new.yaml', previousPath: 'old.yaml' }]);
  const rewritten = changesBetween(before, new Map([['new.yaml', 'something: else\n']]));
  expect(rewritten.map((change) => change.status)).toEqual(['added', 'removed']);
});

test('lines are followed through a change', () => {
  const map = mapLines('a\nb\nc\nd\n', 'new\na\nB\nd\n');
  expect(map(1)).toEqual({ fate: 'kept', line: 2 });
  expect(map(2)).toEqual({ fate: 'changed', line: 3 });
  expect(map(3)).toEqual({ fate: 'deleted', line: 4 });
  expect(map(4)).toEqual({ fate: 'kept', line: 4 });
});
