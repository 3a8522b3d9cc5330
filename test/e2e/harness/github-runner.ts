/** The environment that a GitHub runner gives a JavaScript action, with its files, and what they hold afterwards. */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { fileCommandsIn } from './runner-commands.ts';

export interface GithubEvent {
  /** `push`, `pull_request`, `schedule`. */
  readonly name: string;
  readonly payload?: unknown;
  readonly ref?: string;
  readonly actor?: string;
}

/** What the runner collects from the files it named in the environment. */
export interface GithubFiles {
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly exported: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface GithubStep {
  readonly environment: Record<string, string>;
  collect(): GithubFiles;
}

const repository = 'contoso/shop';
const pushed: GithubEvent = { name: 'push' };

/**
 * Makes the files of a step below `folder` and the variables of github/docs "Variables reference". Inputs that are not
 * given have the default of `action.yml`, else the empty text, as actions/runner ActionRunner.cs sets them.
 */
export function githubStep(
  folder: string,
  options: {
    readonly workspace: string;
    readonly actionFile: string;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly event?: GithubEvent;
  },
): GithubStep {
  const file = (name: string, contents = '') => {
    const full = path.join(folder, name);
    fs.writeFileSync(full, contents);
    return full;
  };
  const files = {
    output: file('output'),
    state: file('state'),
    env: file('env'),
    path: file('path'),
    summary: file('summary'),
  };
  const { name, payload, ref = 'refs/heads/main', actor = 'octocat' } = options.event ?? pushed;
  const environment = {
    ...fixedVariables,
    GITHUB_WORKSPACE: options.workspace,
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload ?? defaultPayload)),
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_ACTOR: actor,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_ENV: files.env,
    GITHUB_PATH: files.path,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: folder,
    RUNNER_TOOL_CACHE: path.join(folder, 'tools'),
    RUNNER_WORKSPACE: path.dirname(options.workspace),
    ...inputVariables(options.actionFile, options.inputs ?? {}),
  };
  const read = (full: string) => fs.readFileSync(full, 'utf8');
  return {
    environment,
    collect: () => ({
      outputs: fileCommandsIn(read(files.output)),
      state: fileCommandsIn(read(files.state)),
      exported: fileCommandsIn(read(files.env)),
      summary: read(files.summary),
    }),
  };
}

const defaultPayload = { repository: { full_name: repository, default_branch: 'main' }, sender: { type: 'User' } };

const fixedVariables = {
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTION: '__contoso_idwire',
  GITHUB_ACTION_REPOSITORY: 'contoso/idwire',
  GITHUB_ACTION_REF: 'v1',
  GITHUB_ACTOR_ID: '1',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_BASE_REF: '',
  GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
  GITHUB_HEAD_REF: '',
  GITHUB_JOB: 'check',
  GITHUB_REF_PROTECTED: 'false',
  GITHUB_REPOSITORY: repository,
  GITHUB_REPOSITORY_ID: '10',
  GITHUB_REPOSITORY_OWNER: 'contoso',
  GITHUB_REPOSITORY_OWNER_ID: '11',
  GITHUB_RETENTION_DAYS: '90',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_RUN_ID: '100',
  GITHUB_RUN_NUMBER: '5',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_WORKFLOW: 'ci',
  GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/ci.yml@refs/heads/main`,
  GITHUB_WORKFLOW_SHA: '0123456789abcdef0123456789abcdef01234567',
  RUNNER_ARCH: 'X64',
  RUNNER_ENVIRONMENT: 'github-hosted',
  RUNNER_NAME: 'runner',
  RUNNER_OS: 'Linux',
};

/** `INPUT_` and the name in upper case, blanks as `_`, hyphens kept. */
function inputVariables(actionFile: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const { inputs = {} } = parse(fs.readFileSync(actionFile, 'utf8')) as {
    inputs?: Record<string, { default?: string | number | boolean } | null>;
  };
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}.`);
  const variables: Record<string, string> = {};
  for (const [name, definition] of Object.entries(inputs)) {
    const value = given[name] ?? evaluated(String(definition?.default ?? ''));
    variables[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
  }
  return variables;
}

/** The one expression that a default of ours may hold. */
function evaluated(text: string): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (whole, expression) => {
    if (expression !== 'github.token') throw new Error(`No runner here evaluates ${whole}.`);
    return ['job', 'token'].join('-');
  });
}
