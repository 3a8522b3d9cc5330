/** The demo: plays the story of a repository with the real bundles as child processes, on this machine alone. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultText, inputsOn, nameOn } from '../config/inputs.ts';
import { print } from './standard-output.ts';

/** What a bundle printed, and the summary page it left. */
interface Played {
  readonly code: number;
  readonly printed: string;
  readonly summary: string;
}

interface Stage {
  /** A checkout of the shop, and a folder for what the hosts exchange with their jobs. */
  readonly checkout: string;
  readonly temporary: string;
}

/** `dist/` of this installation: the demo runs from it, beside the bundles it plays with. */
const dist = fileURLToPath(new URL('.', import.meta.url));

/** Plays all acts and returns the exit code: 0 when each went as it is told to. */
export function demo(): number {
  const folder = mkdtempSync(join(tmpdir(), 'idwire-demo-'));
  try {
    const stage = { checkout: join(folder, 'shop'), temporary: join(folder, 'job') };
    mkdirSync(stage.temporary);
    return pullRequest(stage) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A pull request breaks the wiring of a shop; both hosts say so on the line, and are quiet once it is mended. */
function pullRequest(stage: Stage): boolean {
  title('A pull request breaks the wiring of a shop (examples/broken)');
  checkOut(stage, 'broken');
  const onGitHub = playGitHub(stage);
  show('GitHub Action', onGitHub);
  const onAzure = playAzurePipelines(stage);
  show('Azure Pipelines task', onAzure);
  title('The author mends it (examples/clean)');
  checkOut(stage, 'clean');
  const mended = [playGitHub(stage), playAzurePipelines(stage)] as const;
  show('GitHub Action', mended[0]);
  show('Azure Pipelines task', mended[1]);
  const failed = onGitHub.code !== 0 && onAzure.printed.includes('result=Failed');
  return failed && mended[0].code === 0 && !mended[1].printed.includes('result=Failed');
}

function checkOut({ checkout }: Stage, example: string): void {
  rmSync(checkout, { recursive: true, force: true });
  cpSync(join(dist, '..', 'examples', example), checkout, { recursive: true });
}

/** Starts the Action's bundle as a runner does (actions/runner, NodeScriptActionHandler). */
function playGitHub({ checkout, temporary }: Stage): Played {
  const summary = emptyFile(temporary, 'summary.md');
  return play(join(dist, 'github.mjs'), checkout, summary, {
    ...defaults('action'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: file(temporary, 'event.json', JSON.stringify({ repository: { default_branch: 'main' } })),
    GITHUB_OUTPUT: emptyFile(temporary, 'output'),
    GITHUB_REF: 'refs/pull/1/merge',
    GITHUB_REPOSITORY: 'contoso/shop',
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_WORKSPACE: checkout,
    RUNNER_TEMP: temporary,
  });
}

/** Starts the task's bundle as an agent does (microsoft/azure-pipelines-agent, NodeHandler). */
function playAzurePipelines({ checkout, temporary }: Stage): Played {
  const played = play(join(dist, '..', 'task', 'dist', 'azure-pipelines.mjs'), checkout, '', {
    ...defaults('task'),
    TF_BUILD: 'True',
    AGENT_TEMPDIRECTORY: temporary,
    AGENT_WORKFOLDER: temporary,
    BUILD_REASON: 'PullRequest',
    BUILD_REPOSITORY_PROVIDER: 'TfsGit',
    BUILD_SOURCESDIRECTORY: checkout,
    SYSTEM_DEFAULTWORKINGDIRECTORY: checkout,
  });
  const uploaded = /##vso\[task\.uploadsummary\](.+)/.exec(played.printed)?.[1]?.trim();
  return { ...played, summary: uploaded ? readFileSync(uploaded, 'utf8') : '' };
}

/** The hosts fill in the defaults of `action.yml` and `task.json` themselves. */
function defaults(host: 'action' | 'task'): Record<string, string> {
  return Object.fromEntries(
    inputsOn(host).map((name) => [`INPUT_${nameOn(host, name).toUpperCase()}`, defaultText(name)]),
  );
}

function play(bundle: string, cwd: string, summary: string, environment: Readonly<Record<string, string>>): Played {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...environment },
    encoding: 'utf8',
  });
  // An agent shows debug lines only when a person asked for them.
  const printed = (stdout + stderr).replace(/^##vso\[task\.debug\].*\n/gm, '');
  return { code: status ?? 1, printed, summary: summary === '' ? '' : readFileSync(summary, 'utf8') };
}

function emptyFile(folder: string, name: string): string {
  return file(folder, name, '');
}

function file(folder: string, name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function title(text: string): void {
  print(`\n=== ${text}\n`);
}

/** Indented, so that a runner in whose job the demo runs acts on none of it. */
function show(host: string, { printed, summary }: Played): void {
  print(`\n--- ${host} prints\n${inert(printed)}`);
  if (summary !== '') print(`\n--- ${host}, summary page\n${inert(summary)}`);
}

function inert(text: string): string {
  return text.trimEnd().replace(/^/gm, '  | ').replaceAll('##', '# #').concat('\n');
}
