/** Findings that do not count: those an earlier report holds, and those the change under review does not touch. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../src/adapters/files.ts';
import { createGitChanges } from '../../src/adapters/git.ts';
import { check } from '../../src/app/check.ts';
import type { CheckInputs } from '../../src/app/judge-repository.ts';
import { InputError } from '../../src/model/errors.ts';
import { renderJson } from '../../src/report/json.ts';
import { inRepository, rightClientId, serviceAccount, wrongClientId } from '../entry/repositories.ts';

const clock = { monotonic: () => 0, sleep: async () => {} };

/** Checks a folder against its branch `main`; findings as `file:line`, with what sets them aside. */
async function checked(
  folder: string,
  inputs: Partial<CheckInputs> = {},
  bases: readonly string[] = ['refs/heads/main'],
) {
  const notices: string[] = [];
  const log = { progress() {}, debug() {}, notice: (message: string) => void notices.push(message) };
  const changes = createGitChanges({ directory: folder, environment: process.env, bases });
  const ports = { files: createFiles(folder), log, clock, changes };
  const outcome = await check({ paths: ['.'], exhaustive: false, failOn: 'error', ...inputs }, ports);
  const findings = outcome.report.findings.map(({ file, line, suppressed }) => [
    `${file}:${line}`,
    suppressed?.by ?? 'counts',
  ]);
  return { outcome, findings, notices, conclusion: outcome.report.conclusion };
}

const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main'];
const git = (cwd: string, ...args: readonly string[]) =>
  execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const commit = (cwd: string) => {
  git(cwd, 'add', '.');
  git(cwd, 'commit', '--quiet', '--message', 'change');
};
const write = (folder: string, file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), text);
};

/** A clone whose `main` holds two faults, one of them in a file with an awkward name. */
const repository = {
  'k8s/old.yaml': serviceAccount(wrongClientId),
  'k8s/"a b" é.yaml': serviceAccount(wrongClientId, 'b'),
};

function inClone<T>(work: (folder: string) => Promise<T>): Promise<T> {
  return inRepository(repository, async (folder) => {
    git(folder, 'init', '--quiet');
    commit(folder);
    git(folder, 'switch', '--quiet', '--create', 'feature');
    return work(folder);
  });
}

describe('only-changed', () => {
  const onlyChanged = { onlyChanged: true };

  it('sets aside what the change does not touch', () =>
    inClone(async (folder) => {
      expect(await checked(folder, onlyChanged)).toMatchObject({
        findings: [
          ['k8s/"a b" é.yaml:7', 'unchanged'],
          ['k8s/old.yaml:7', 'unchanged'],
        ],
        notices: [],
        conclusion: 'success',
      });
    }));

  it.each(['committed', 'not committed', 'staged'])('reports lines that are changed, %s', (how) =>
    inClone(async (folder) => {
      write(folder, 'k8s/"a b" é.yaml', serviceAccount('/subscriptions/other', 'b'));
      write(folder, 'k8s/new.yaml', serviceAccount(wrongClientId, 'new'));
      if (how === 'committed') commit(folder);
      if (how === 'staged') git(folder, 'add', '.');
      expect(await checked(folder, onlyChanged)).toMatchObject({
        findings: [
          ['k8s/"a b" é.yaml:7', 'counts'],
          ['k8s/new.yaml:7', 'counts'],
          ['k8s/old.yaml:7', 'unchanged'],
        ],
        conclusion: 'failure',
      });
    }),
  );

  it('takes another line of the same file for no change of this one, and a removed neighbour for one', () =>
    inClone(async (folder) => {
      const old = serviceAccount(wrongClientId);
      write(folder, 'k8s/old.yaml', old.replace('  name: orders\n', '  name: orders # renamed\n'));
      expect((await checked(folder, onlyChanged)).findings.at(-1)).toEqual(['k8s/old.yaml:7', 'unchanged']);
      write(folder, 'k8s/old.yaml', old.replace('  namespace: shop\n', ''));
      expect((await checked(folder, onlyChanged)).findings.at(-1)).toEqual(['k8s/old.yaml:6', 'unchanged']);
      write(folder, 'k8s/old.yaml', `${old}  labels:\n    a: b\n`);
      commit(folder);
      git(folder, 'branch', '--force', 'main', 'HEAD');
      write(folder, 'k8s/old.yaml', old);
      expect((await checked(folder, onlyChanged)).findings.at(-1)).toEqual(['k8s/old.yaml:7', 'counts']);
    }));

  it('is relative to the folder it runs in', () =>
    inClone(async (folder) => {
      write(folder, 'k8s/new.yaml', serviceAccount(wrongClientId, 'new'));
      commit(folder);
      expect((await checked(path.join(folder, 'k8s'), onlyChanged)).findings).toEqual([
        ['"a b" é.yaml:7', 'unchanged'],
        ['new.yaml:7', 'counts'],
        ['old.yaml:7', 'unchanged'],
      ]);
    }));

  it('reports a finding whose related line is touched', () =>
    inRepository({ 'sa.yaml': serviceAccount(rightClientId).replace('shop', 'bank') }, async (folder) => {
      const pod = [
        'apiVersion: v1',
        'kind: Pod',
        'metadata:',
        '  name: orders',
        '  namespace: bank',
        '  labels: {azure.workload.identity/use: "true"}',
        'spec:',
        '  serviceAccountName: orders',
        '  containers: [{name: app, image: app:1}]',
        '',
      ];
      write(folder, 'pod.yaml', pod.join('\n'));
      git(folder, 'init', '--quiet');
      commit(folder);
      write(folder, 'sa.yaml', serviceAccount(rightClientId));
      const { outcome } = await checked(folder, onlyChanged);
      const finding = outcome.report.findings.find(({ rule }) => rule === 'service-account-wrong-namespace');
      expect(finding).toMatchObject({ file: 'pod.yaml', suppressed: null, related: [{ file: 'sa.yaml', line: 5 }] });
    }));

  const unknown: [string, string[], RegExp][] = [
    ['no base', [], /what started this run is no change under review/],
    ['a base that the clone lacks', ['refs/remotes/origin/main'], /no commit in common with .*fetch-depth: 0/],
    ['a base that looks like an option', ['--output=x'], /no commit in common/],
  ];
  it.each(unknown)('reports everything, with one notice, for %s', (_, bases, notice) =>
    inClone(async (folder) => {
      const { findings, notices } = await checked(folder, onlyChanged, bases);
      expect(findings.map(([, by]) => by)).toEqual(['counts', 'counts']);
      expect(notices).toEqual([expect.stringMatching(notice)]);
      expect(fs.existsSync(path.join(folder, 'x'))).toBe(false);
    }),
  );

  it('reports everything outside a clone', () =>
    inRepository(repository, async (folder) => {
      const { findings, notices } = await checked(folder, onlyChanged);
      expect(findings.map(([, by]) => by)).toEqual(['counts', 'counts']);
      expect(notices).toEqual([expect.stringMatching(/git says: .*not a git repository/)]);
    }));
});

describe('baseline', () => {
  it('sets aside what the earlier report holds, wherever it moved', () =>
    inRepository(repository, async (folder) => {
      write(folder, 'before.json', renderJson((await checked(folder)).outcome));
      write(folder, 'k8s/old.yaml', `# moved\n${serviceAccount(wrongClientId)}`);
      write(folder, 'k8s/new.yaml', serviceAccount(wrongClientId, 'new'));
      expect(await checked(folder, { baseline: 'before.json' })).toMatchObject({
        findings: [
          ['k8s/"a b" é.yaml:7', 'baseline'],
          ['k8s/new.yaml:7', 'counts'],
          ['k8s/old.yaml:8', 'baseline'],
        ],
        conclusion: 'failure',
      });
    }));

  const bad: [string, RegExp][] = [
    ['no', /It is not JSON/],
    ['[]', /no list of findings/],
    ['{"findings": []}', /version is missing; allowed: 1/],
    ['{"version": 2, "findings": []}', /version is 2/],
    ['{"version": 1, "findings": [{}]}', /findings\[0\] has no fingerprint/],
  ];
  it.each(bad)('refuses %s', (text, evidence) =>
    inRepository({ 'b.json': text }, async (folder) => {
      const error = await checked(folder, { baseline: 'b.json' }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).evidence).toMatch(evidence);
    }),
  );
});
