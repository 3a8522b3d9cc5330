/** The environment in which a GitHub runner starts an action, with the files it provides and no host to talk to. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface RunnerOptions {
  /** The checked-out repository. */
  readonly workspace: string;
  /** An existing folder for the files that the runner and the action exchange. */
  readonly temporary: string;
  /** Path of `action.yml`, whose defaults the runner applies; without the file only `inputs` are set. */
  readonly definition: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Files whose paths the runner announces and which exist, empty, when the action starts. */
const exchangeFiles = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'];

/**
 * Variables of a pull request job, as `packages/core` and `packages/github` of actions/toolkit read them.
 *
 * The API URL is a loopback port that nothing listens on: a check has nothing to ask a host and must not reach one.
 */
export function runnerEnvironment(options: RunnerOptions): Readonly<Record<string, string>> {
  const commit = '0123456789abcdef'.repeat(3).slice(0, 40);
  const eventPath = join(options.temporary, 'event.json');
  writeFileSync(eventPath, JSON.stringify(pullRequestEvent(commit)));
  return {
    ...Object.fromEntries(exchangeFiles.map((name) => [name, emptyFile(join(options.temporary, name.toLowerCase()))])),
    ...Object.fromEntries(inputVariables(options)),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'idwire',
    GITHUB_ACTOR: 'contoso',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_BASE_REF: 'main',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/graphql',
    GITHUB_HEAD_REF: 'feature',
    GITHUB_JOB: 'check',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_REPOSITORY: 'contoso/shop',
    GITHUB_REPOSITORY_OWNER: 'contoso',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1',
    GITHUB_SERVER_URL: 'http://127.0.0.1:9',
    GITHUB_SHA: commit,
    GITHUB_WORKFLOW: 'check',
    GITHUB_WORKSPACE: options.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: options.temporary,
  };
}

function pullRequestEvent(commit: string): unknown {
  const repository = { name: 'shop', full_name: 'contoso/shop', default_branch: 'main', owner: { login: 'contoso' } };
  const side = { sha: commit, repo: repository };
  return {
    action: 'synchronize',
    number: 7,
    repository,
    pull_request: { number: 7, head: { ...side, ref: 'feature' }, base: { ...side, ref: 'main' } },
  };
}

function emptyFile(path: string): string {
  writeFileSync(path, '');
  return path;
}

/** `INPUT_<NAME>`: upper case, spaces to underscores, hyphens kept. */
function inputVariables({ definition, inputs }: RunnerOptions): readonly (readonly [string, string])[] {
  const values = { ...defaultInputs(definition), ...inputs };
  return Object.entries(values).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]);
}

function defaultInputs(definition: string): Readonly<Record<string, string>> {
  if (!existsSync(definition)) return {};
  const { inputs = {} }: { inputs?: Record<string, { default?: string | number | boolean } | null> } = parse(
    readFileSync(definition, 'utf8'),
  );
  // The one expression among the defaults is the job's token; any other text of that length does here.
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      const value = String(input?.default ?? '');
      return [name, value.startsWith('${{') ? 'x'.repeat(40) : value];
    }),
  );
}
