/** Which steps sign in, as whom, and with which permission. */
import { describe, expect, it } from 'vitest';
import { writtenText } from '../../../src/model/partial-text.ts';
import { loginWorkflow, pipelinesOf } from './pipelines-of.ts';

const path = '.github/workflows/deploy.yml';

/** `kind by clientId` of each sign-in of a job with these steps. */
function logins(steps: string, job = ''): readonly string[] {
  const workflow = `on: push\njobs:\n  deploy:\n    runs-on: x\n${job}    steps:\n${steps}`;
  return pipelinesOf({ [path]: workflow }).flatMap(({ jobs }) =>
    jobs.flatMap((found) =>
      found.logins.map(({ kind, by, clientId }) => [kind, by, ...(clientId ? [writtenText(clientId)] : [])].join(' ')),
    ),
  );
}

describe('a step that signs in', () => {
  it.each([
    ['      - uses: Azure/Login@v2\n        with: {Client-ID: a}\n', ['oidc Azure/Login@v2 a']],
    ['      - uses: azure/login@v2\n        with: {creds: "x"}\n', ['client-secret azure/login@v2']],
    ['      - uses: azure/login@v2\n        with: {creds: "x", tenant-id: t}\n', ['oidc azure/login@v2']],
    ['      - uses: azure/login@v2\n        with: {auth-type: identity, client-id: a}\n', []],
    ['      - uses: contoso/idwire@v1\n        with: {client-id: a}\n', ['oidc contoso/idwire@v1 a']],
    ['      - uses: contoso/idwire@v1\n', []],
    ['      - uses: contoso/idwire@v1\n        with: {client-id: a, azure-auth: cli}\n', []],
    ['      - run: azd auth login --federated-credential-provider "github"\n', ['oidc azd auth login']],
    ['      - run: terraform plan\n        env: {ARM_USE_OIDC: "true", ARM_CLIENT_ID: a}\n', ['oidc ARM_USE_OIDC a']],
    ['      - run: ./x.sh\n        env: {ARM_USE_OIDC: true}\n', ['oidc ARM_USE_OIDC']],
    ['      - run: ./x.sh\n        env: {ARM_USE_OIDC: true, ARM_OIDC_TOKEN: x}\n', []],
    [
      '      - run: ./x.sh\n        env: {ARM_CLIENT_ID: a, ARM_CLIENT_SECRET: x}\n',
      ['client-secret ARM_CLIENT_SECRET a'],
    ],
    [
      '      - run: ./x.sh\n        env: {AZURE_CLIENT_ID: a, AZURE_CLIENT_SECRET: x}\n',
      ['client-secret AZURE_CLIENT_SECRET a'],
    ],
    ['      - run: echo ARM_USE_OIDC\n', []],
  ])('%s', (steps, expected) => {
    expect(logins(steps)).toEqual(expected);
  });

  it('takes a client id through variables of the job', () => {
    const step = '      - uses: azure/login@v2\n        with: {client-id: "${' + '{ env.ID }}"}\n';
    expect(logins(step, '    env: {ID: "${' + '{vars.AZURE_CLIENT_ID}}"}\n')).toEqual([
      'oidc azure/login@v2 ${' + '{ vars.AZURE_CLIENT_ID }}',
    ]);
  });
});

describe('the permission', () => {
  const granted = (workflow: string) =>
    pipelinesOf({ [path]: workflow }).flatMap(({ jobs }) => jobs.map(({ permission }) => permission.granted));
  const workflow = (top: string, job: string) =>
    loginWorkflow('on: push', job).replace('permissions:\n  id-token: write\n', top);

  it('missing at the job is found although the workflow has it', () => {
    expect(granted(loginWorkflow('on: push', '    permissions:\n      contents: read\n'))).toEqual([false]);
  });

  it.each([
    ['', '', false],
    ['permissions: write-all\n', '', true],
    ['permissions: read-all\n', '', false],
    ['permissions: read-all\n', '    permissions: {id-token: write}\n', true],
    ['permissions: {id-token: none}\n', '', false],
  ])('%s%s', (top, job, expected) => {
    expect(granted(workflow(top, job))).toEqual([expected]);
  });

  it('of a reusable workflow is that of its caller, and never more', () => {
    const called = workflow('', '').replace('on: push', 'on: workflow_call');
    const caller = (top: string) => `on: push\n${top}jobs:\n  call:\n    uses: ./${path}\n`;
    const through = (top: string, text = called) =>
      pipelinesOf({ [path]: text, '.github/workflows/a.yml': caller(top) })[0]?.jobs[0]?.permission;
    expect(through('permissions: {id-token: write}\n')?.granted).toBe(true);
    expect(through('')?.granted).toBe(false);
    expect(through('')?.at?.text).toBe(`./${path}`);
    const asks = called.replace('jobs:', 'permissions: {id-token: write}\njobs:');
    expect(through('permissions: {contents: read}\n', asks)?.granted).toBe(false);
    expect(pipelinesOf({ [path]: called })[0]?.jobs[0]?.permission.granted).toBeUndefined();
  });
});

it('calls and local actions in circles end', () => {
  const files = {
    [path]: `on: [push, workflow_call]\njobs:\n  again:\n    uses: ./${path}\n`,
    '.github/workflows/b.yml': 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./loop\n',
    'loop/action.yml': 'runs:\n  using: composite\n  steps:\n    - uses: ./loop\n',
  };
  expect(pipelinesOf(files)).toEqual([]);
});
