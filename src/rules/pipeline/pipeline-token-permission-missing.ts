/** Rule: a job signs in with OIDC and may not ask for a token. */
import type { PipelineJob, PipelineLogin } from '../../model/pipeline.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'pipeline-token-permission-missing',
  title: 'A job that signs in with OIDC lacks the permission id-token: write',
  group: 'Pipelines',
  why: 'Without `id-token: write` the runner gives the job no token at all, and the sign-in fails ("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL"). The permissions of a job replace those of its workflow, and a called workflow can never have more than its caller grants.',
  remedy: 'Write `id-token: write` beside the other permissions of the job.',
  severity: 'error',
  sources: [
    'github/docs content/actions/reference/workflows-and-actions/workflow-syntax.md (permissions)',
    'actions/toolkit issue 952',
  ],
  *checkRepository({ pipelines }) {
    for (const job of pipelines.flatMap((pipeline) => pipeline.jobs)) {
      if (job.permission.granted !== false) continue;
      const login = job.logins.find(({ kind, subjects }) => kind === 'oidc' && subjects.length > 0);
      if (login) yield observe(job, login);
    }
  },
});

function observe(job: PipelineJob, login: PipelineLogin): Observation {
  const { at } = job.permission;
  const [caller] = job.callers;
  const called = caller ? `, which ${caller.key} in ${caller.manifest.source.path} calls,` : '';
  const byCall = at?.key === 'uses';
  return {
    at: at && !byCall ? at.keyPlace : (at ?? login.at),
    message: `The job ${job.name}${called} signs in with ${login.by}, and its effective permissions hold no id-token: write.`,
    ...(byCall && { remedy: 'Write permissions with `id-token: write` at the job that calls the workflow.' }),
    ...(at && { related: [{ at: login.at, note: 'the step that signs in' }] }),
  };
}

const steps = (mark = '') => `    steps:
      - uses: actions/checkout@v5
      - uses: azure/login@v2${mark}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          subscription-id: \${{ vars.AZURE_SUBSCRIPTION_ID }}
`;
const workflow = (permissions: string, jobPermissions: string, mark = '') => `name: deploy
on:
  push:
    branches: [main]
${permissions}jobs:
  deploy:
    runs-on: ubuntu-latest
${jobPermissions}${steps(mark)}`;
const granted = 'permissions:\n  contents: read\n  id-token: write\n';
const mark = ' #~ pipeline-token-permission-missing';
const reusable = (permissions: string) => `name: release
on:
  workflow_call:
jobs:
  release:
    runs-on: ubuntu-latest
${permissions}${steps()}`;
const caller = (permissions: string, callMark = '') => `name: deploy
on:
  push:
    branches: [main]
jobs:
  release:
${permissions}    uses: ./.github/workflows/release.yml${callMark}
`;
const path = '.github/workflows/deploy.yml';

export const examples = defineExamples({
  bad: [
    {
      title: 'The permissions of the job replace those of the workflow',
      files: { [path]: workflow(granted, `    permissions:${mark}\n      contents: read\n`) },
    },
    { title: 'No permissions at all', files: { [path]: workflow('', '', mark) } },
    { title: 'Everything may be read', files: { [path]: workflow(`permissions: read-all${mark}\n`, '') } },
    {
      title: 'The caller of a reusable workflow grants nothing',
      files: {
        [path]: caller('', mark),
        '.github/workflows/release.yml': reusable('    permissions:\n      id-token: write\n'),
      },
    },
    {
      title: 'Terraform signs in by itself',
      files: {
        [path]: `on: workflow_dispatch
permissions: {}${mark}
jobs:
  apply:
    runs-on: ubuntu-latest
    env:
      ARM_USE_OIDC: true
      ARM_CLIENT_ID: \${{ vars.AZURE_CLIENT_ID }}
    steps:
      - run: terraform apply -auto-approve
`,
      },
    },
    {
      title: 'After a sign-in with a secret',
      files: {
        [path]: `on: workflow_dispatch
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: azure/login@v2 #~ pipeline-client-secret
        with:
          creds: \${{ secrets.AZURE_CREDENTIALS }}
      - uses: azure/login@v2${mark}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
`,
      },
    },
    {
      title: 'In an action of the repository',
      files: {
        [path]: `on: workflow_dispatch
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: ./actions/sign-in${mark}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
`,
        'actions/sign-in/action.yml': `name: sign in
runs:
  using: composite
  steps:
    - uses: Azure/login@v2
      with:
        client-id: \${{ inputs.client-id }}
`,
      },
    },
  ],
  good: [
    { title: 'At the workflow', files: { [path]: workflow(granted, '') } },
    {
      title: 'At the job',
      files: { [path]: workflow('permissions: {}\n', '    permissions:\n      id-token: write\n') },
    },
    { title: 'Everything may be written', files: { [path]: workflow('permissions: write-all\n', '') } },
    {
      title: 'The caller grants it',
      files: {
        [path]: caller('    permissions:\n      id-token: write\n'),
        '.github/workflows/release.yml': reusable(''),
      },
    },
    {
      title: 'A reusable workflow whose callers are elsewhere',
      files: { '.github/workflows/release.yml': reusable('') },
    },
    {
      title: 'The identity of the runner itself',
      files: {
        [path]: `on: workflow_dispatch
jobs:
  deploy:
    runs-on: [self-hosted]
    steps:
      - uses: azure/login@v2
        with:
          auth-type: IDENTITY
          client-id: \${{ vars.AZURE_CLIENT_ID }}
`,
      },
    },
    {
      title: 'A step that no event of the workflow runs',
      files: {
        [path]: workflow('', '').replace(
          'azure/login@v2\n',
          "azure/login@v2\n        if: github.event_name == 'release'\n",
        ),
      },
    },
    {
      title: 'Terraform that only looks at its own files',
      files: {
        [path]: `on: pull_request
permissions: {}
jobs:
  validate:
    runs-on: ubuntu-latest
    env:
      ARM_USE_OIDC: true
    steps:
      - run: terraform init -backend=false && terraform validate
`,
      },
    },
  ],
});
