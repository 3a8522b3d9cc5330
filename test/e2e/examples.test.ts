/** Whether the examples of pipelines are right: the check finds nothing in them, and the roles are enough and no more. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { defineRole } from '../../emulators/azure/arm/roles.ts';
import { inputsOn, nameOn } from '../../src/config/inputs.ts';
import { builtEntries } from '../entry/built-entries.ts';
import { runCommand, startScenario } from './apply-scenario.ts';
import { repositoryRoot, runBundle } from './harness/run-bundle.ts';

const bundle = builtEntries();
const example = (file: string) => path.join(repositoryRoot, 'examples', file);
const read = (file: string) => fs.readFileSync(example(file), 'utf8');

test.each(['pipelines', 'github', 'azure-pipelines'])('the check finds nothing in examples/%s', async (folder) => {
  const run = await runBundle('cli', {
    cwd: example(folder),
    script: bundle('cli'),
    args: ['check', '--format', 'json', '--fail-on', 'note'],
  });
  expect(JSON.parse(run.stdout).findings).toEqual([]);
  expect(run.code).toBe(0);
});

describe('the example workflows', () => {
  interface Step {
    readonly uses?: string;
    readonly task?: string;
    readonly with?: Readonly<Record<string, unknown>>;
    readonly inputs?: Readonly<Record<string, unknown>>;
  }

  /** Every mapping of a YAML value that looks like a step. */
  function stepsIn(value: unknown): readonly Step[] {
    if (typeof value !== 'object' || value === null) return [];
    const own = 'uses' in value || 'task' in value ? [value as Step] : [];
    return [...own, ...Object.values(value).flatMap(stepsIn)];
  }

  test.each(['github/pull-request.yml', 'github/wiring.yml'])('%s gives inputs that the Action has', (file) => {
    const steps = stepsIn(parse(read(file))).filter(({ uses }) => uses?.startsWith('OWNER/idwire'));
    expect(steps.length).toBeGreaterThan(0);
    const known = inputsOn('action').map((name) => nameOn('action', name));
    for (const step of steps) expect(known).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  });

  test.each(['azure-pipelines/pull-request.yml', 'azure-pipelines/wiring.yml'])(
    '%s gives inputs that the task has',
    (file) => {
      const steps = stepsIn(parse(read(file))).filter(({ task }) => task === 'Idwire@1');
      expect(steps.length).toBeGreaterThan(0);
      const known = inputsOn('task').map((name) => nameOn('task', name));
      for (const step of steps) expect(known).toEqual(expect.arrayContaining(Object.keys(step.inputs ?? {})));
    },
  );

  test('the GitHub one asks for no permission but those it needs', () => {
    const { permissions, jobs } = parse(read('github/wiring.yml')) as {
      permissions: object;
      jobs: Readonly<Record<string, { permissions: object }>>;
    };
    expect(permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(jobs)) expect(job.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  });
});

describe('the example roles', () => {
  const actionsOf = (file: string) => (JSON.parse(read(file)) as { Actions: readonly string[] }).Actions;

  /** Runs a command as somebody who holds only these actions. */
  async function runWith(actions: readonly string[], command: string, args: readonly string[] = []) {
    const scenario = await startScenario();
    try {
      const { azure, deployer } = scenario;
      const name = `Role ${actions.join(' ')}`;
      defineRole(name, actions);
      azure.state.roleAssignments = [];
      azure.state.assignRole(deployer.principalId, name);
      const run = await runCommand(scenario, bundle('cli'), [command, ...args]);
      return { complete: run.report?.plan?.complete, code: run.code, written: scenario.orders.credentials.size };
    } finally {
      await scenario.stop();
    }
  }

  test('the writer may apply, and every action of it is needed but deleting', async () => {
    const actions = actionsOf('azure/credential-writer.json');
    expect(await runWith(actions, 'apply')).toEqual({ complete: true, code: 0, written: 1 });
    for (const action of actions.filter((one) => !one.endsWith('/delete'))) {
      const without = await runWith(
        actions.filter((one) => one !== action),
        'apply',
      );
      expect(without, action).not.toEqual({ complete: true, code: 0, written: 1 });
    }
  });

  test('the reader may plan and write nothing', async () => {
    const actions = actionsOf('azure/credential-reader.json');
    expect(await runWith(actions, 'plan')).toEqual({ complete: true, code: 0, written: 0 });
    expect(await runWith(actions, 'apply')).toMatchObject({ code: 1, written: 0 });
  });
});
