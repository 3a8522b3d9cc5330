/** The subjects that GitHub jobs present: environments, events, refs, conditions, matrices and calls. */
import { describe, expect, it } from 'vitest';
import { writtenText } from '../../../src/model/partial-text.ts';
import { loginWorkflow, pipelinesOf, subjectLines } from './pipelines-of.ts';

const path = '.github/workflows/deploy.yml';
const subjects = (workflow: string) => subjectLines(pipelinesOf({ [path]: workflow }, 'contoso/shop'));
const push = 'on:\n  push:\n    branches: [main]';

describe('three public-style examples', () => {
  it('environment: the environment alone, whatever the event', () => {
    const workflow = loginWorkflow('on: [push, workflow_dispatch]', '    environment: production\n');
    expect(subjects(workflow)).toEqual(['deploy: repo:contoso/shop:environment:production']);
  });

  it('branch plus pull request: one subject for each', () => {
    expect(subjects(loginWorkflow(`${push}\n  pull_request:`))).toEqual([
      'deploy: repo:contoso/shop:ref:refs/heads/main',
      'deploy: repo:contoso/shop:pull_request',
    ]);
  });

  it('reusable: refs and events of each caller, with the environment it passes', () => {
    const reusable = loginWorkflow(
      'on:\n  workflow_call:\n    inputs:\n      stage: {type: string, default: ""}',
      '    environment: ${' + '{ inputs.stage }}\n',
    );
    const caller = (events: string, given: string) =>
      `${events}\npermissions: {id-token: write}\njobs:\n  call:\n    uses: ./.github/workflows/deploy.yml\n${given}`;
    const pipelines = pipelinesOf(
      {
        [path]: reusable,
        '.github/workflows/release.yml': caller('on:\n  push:\n    tags: [v1]', '    with: {stage: production}\n'),
        '.github/workflows/preview.yml': caller('on: pull_request', ''),
      },
      'contoso/shop',
    );
    expect(subjectLines(pipelines)).toEqual([
      'deploy: repo:contoso/shop:pull_request',
      'deploy: repo:contoso/shop:environment:production',
    ]);
    expect(pipelines.flatMap(({ jobs }) => jobs).map(({ callers }) => callers[0]?.manifest.source.path)).toEqual([
      '.github/workflows/preview.yml',
      '.github/workflows/release.yml',
    ]);
  });
});

describe('a subject', () => {
  it('has an immutable form with numbers that no file tells', () => {
    const [pipeline] = pipelinesOf({ [path]: loginWorkflow(push) }, 'contoso/shop');
    const immutable = pipeline?.jobs[0]?.logins[0]?.subjects[0]?.immutable;
    expect(immutable && writtenText(immutable)).toBe(
      'repo:contoso@${' + '{ github.repository_owner_id }}/shop@${' + '{ github.repository_id }}:ref:refs/heads/main',
    );
  });

  it('names the repository of the remote when nobody gives it, and a symbol without one', () => {
    const git = { '.git/config': '[core]\n[remote "origin"]\n\turl = git@github.com:contoso/shop.git\n\tfetch = x\n' };
    expect(subjectLines(pipelinesOf({ ...git, [path]: loginWorkflow(push) }))).toEqual([
      'deploy: repo:contoso/shop:ref:refs/heads/main',
    ]);
    expect(subjectLines(pipelinesOf({ [path]: loginWorkflow(push) }))).toEqual([
      'deploy: repo:${' + '{ github.repository }}:ref:refs/heads/main',
    ]);
  });

  it('writes a colon of an environment as %3A', () => {
    expect(subjects(loginWorkflow(push, '    environment: {name: "a:b"}\n'))).toEqual([
      'deploy: repo:contoso/shop:environment:a%3Ab',
    ]);
  });

  it('takes environments from a literal matrix, with what is included and excluded', () => {
    const job = `    strategy:
      matrix:
        stage: [dev, test]
        region: [west, east]
        exclude:
          - {stage: test, region: east}
        include:
          - {stage: live, region: north}
    environment: \${{matrix.stage}}-\${{ matrix.region }}
`;
    expect(subjects(loginWorkflow(push, job)).map((line) => line.replace(/.*environment:/, ''))).toEqual([
      'dev-west',
      'dev-east',
      'test-west',
      'live-north',
    ]);
  });

  it('stays open where only a run knows', () => {
    const open = (text: string) => [`deploy: repo:contoso/shop:environment:$${text}`];
    expect(subjects(loginWorkflow(push, '    environment: ${' + '{vars.STAGE}}\n'))).toEqual(open('{{ vars.STAGE }}'));
    const matrix =
      '    strategy: {matrix: "${' + '{ fromJSON(vars.M) }}"}\n    environment: ${' + '{ matrix.stage }}\n';
    expect(subjects(loginWorkflow(push, matrix))).toEqual(open('{{ matrix.stage }}'));
  });

  it('follows the options of a manual run', () => {
    const on = 'on:\n  workflow_dispatch:\n    inputs:\n      stage: {type: choice, options: [dev, live]}';
    expect(subjects(loginWorkflow(on, '    environment: ${' + '{ inputs.stage }}\n'))).toEqual([
      'deploy: repo:contoso/shop:environment:dev',
      'deploy: repo:contoso/shop:environment:live',
    ]);
  });
});

describe('events', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['on: push', [`ref:refs/heads/\${{ branch }}`, `ref:refs/tags/\${{ tag }}`]],
    ['on:\n  push:\n    tags: ["v*"]', [`ref:refs/tags/v\${{ v* }}`]],
    [
      'on:\n  push:\n    branches: [main, "release/**"]',
      ['ref:refs/heads/main', `ref:refs/heads/release/\${{ release/** }}`],
    ],
    ['on:\n  push:\n    branches: ["v1?"]', [`ref:refs/heads/v\${{ v1? }}`]],
    ['on:\n  push:\n    branches-ignore: [main]', [`ref:refs/heads/\${{ branch }}`]],
    ['on: {schedule: [{cron: "0 0 * * *"}]}', [`ref:refs/heads/\${{ default branch }}`]],
    ['on: workflow_dispatch', [`ref:refs/\${{ ref }}`]],
    ['on: release', [`ref:refs/tags/\${{ tag }}`]],
    ['on: merge_group', [`ref:refs/heads/gh-readonly-queue/\${{ entry }}`]],
    ['on: pull_request_target', ['subject']],
  ];
  it.each(table)('%s', (events, expected) => {
    expect(subjects(loginWorkflow(events))).toEqual(expected.map((context) => `deploy: repo:contoso/shop:${context}`));
  });
});

describe('conditions', () => {
  const both = `on:\n  push:\n    branches: [main, next]\n  pull_request:`;
  const under = (condition: string) =>
    subjects(loginWorkflow(both, `    if: ${condition}\n`)).map((line) =>
      line.replace('deploy: repo:contoso/shop:', ''),
    );
  const [main, next, pull] = ['ref:refs/heads/main', 'ref:refs/heads/next', 'pull_request'];
  const table: readonly (readonly [string, readonly string[]])[] = [
    ["github.event_name == 'push'", [main, next]],
    ["github.event_name != 'push'", [pull]],
    ["'push' == github.event_name && github.ref == 'refs/heads/main'", [main]],
    ["github.ref_name == 'MAIN' || github.event_name == 'pull_request'", [main, pull]],
    ["!(github.ref == 'refs/heads/main' || github.event_name == 'pull_request')", [next]],
    ["startsWith(github.ref, 'refs/heads/n')", [next]],
    ["startsWith(github.ref, 'refs/tags/')", []],
    ["always() && github.ref_type == 'branch' && github.event_name == 'push'", [main, next]],
    ["vars.DEPLOY == 'yes'", [`${main} ?`, `${next} ?`, `${pull} ?`]],
    ["github.event_name == 'push' && contains(github.event.head_commit.message, 'x')", [`${main} ?`, `${next} ?`]],
    ['github.event.pull_request.merged == true', [`${pull} ?`]],
    ["github.repository == 'contoso/shop' && github.event_name == 'push'", [main, next]],
    ['false', []],
    [`\${{ github.event_name == 'push' }}`, [main, next]],
    ['a b', [`${main} ?`, `${next} ?`, `${pull} ?`]],
  ];
  it.each(table)('%s', (condition, expected) => {
    expect(under(JSON.stringify(condition))).toEqual(expected);
  });

  it('settle a ref that the event leaves open', () => {
    const workflow = loginWorkflow('on: workflow_dispatch', "    if: github.ref == 'refs/heads/main'\n");
    expect(subjects(workflow)).toEqual(['deploy: repo:contoso/shop:ref:refs/heads/main']);
  });

  it('of the step count as those of the job', () => {
    expect(subjects(loginWorkflow(both, '', "        if: github.ref_name == 'main'\n"))).toContain(
      'deploy: repo:contoso/shop:ref:refs/heads/main',
    );
    expect(subjects(loginWorkflow(both, '', "        if: github.event_name == 'pull_request'\n"))).toEqual([
      'deploy: repo:contoso/shop:pull_request',
    ]);
  });

  it('of a needed job count, unless the job runs regardless', () => {
    const chained = (own: string) =>
      `${loginWorkflow(both, `    needs: gate\n${own}`)}  gate:\n    if: github.event_name == 'push'\n    runs-on: x\n`;
    expect(subjects(chained(''))).toHaveLength(2);
    expect(subjects(chained('    if: always()\n'))).toHaveLength(3);
  });
});
