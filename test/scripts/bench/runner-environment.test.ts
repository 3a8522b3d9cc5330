/** The runner's variables: inputs with the defaults of the definition, and exchange files that exist. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runnerEnvironment } from '../../../scripts/bench/runner-environment.ts';
import { temporaryFolder } from './temporary-folder.ts';

const definition = `inputs:
  fail-on: { default: error }
  only-changed: { default: false }
  render: { default: auto }
  config: { description: no default }
  github-token: { default: "\${{ github.token }}" }
`;

test('inputs are the defaults of action.yml under those that are given', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'action.yml');
  writeFileSync(path, definition);
  const inputs = { render: 'never' };
  const environment = runnerEnvironment({ workspace: '/w', temporary: folder, definition: path, inputs });
  expect(environment).toMatchObject({
    'INPUT_FAIL-ON': 'error',
    'INPUT_ONLY-CHANGED': 'false',
    INPUT_RENDER: 'never',
    INPUT_CONFIG: '',
    GITHUB_WORKSPACE: '/w',
    GITHUB_EVENT_NAME: 'pull_request',
  });
  expect(environment['INPUT_GITHUB-TOKEN']).not.toContain('$');
  expect(environment.GITHUB_SHA).toMatch(/^[0-9a-f]{40}$/);
});

test('the files that runner and action exchange exist, and no host is named but this machine', () => {
  const temporary = temporaryFolder();
  const environment = runnerEnvironment({
    workspace: '/w',
    temporary,
    definition: join(temporary, 'none'),
    inputs: {},
  });
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_EVENT_PATH']) {
    expect(existsSync(environment[name] ?? ''), name).toBe(true);
  }
  const event: unknown = JSON.parse(readFileSync(environment.GITHUB_EVENT_PATH ?? '', 'utf8'));
  expect(event).toMatchObject({ repository: { full_name: environment.GITHUB_REPOSITORY } });
  const hosts = Object.values(environment).flatMap((value) => /^https?:\/\/([^/:]+)/.exec(value)?.[1] ?? []);
  expect(new Set(hosts)).toEqual(new Set(['127.0.0.1']));
});
