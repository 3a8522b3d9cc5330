/** Rule: the subject that a job presents is not among those that are declared for its identity. */
import { writtenText } from '../../model/partial-text.ts';
import type { Pipeline, PipelineJob, PipelineLogin, PipelineSubject } from '../../model/pipeline.ts';
import { exampleWorkflowCredential } from '../example-manifests.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';
import { connectionObservations } from './connection-subjects.ts';
import { nearestCredential, uncoveredSubjects } from './covered-subjects.ts';
import {
  certainText,
  type GitHubCredential,
  githubCredentials,
  hasOtherForms,
  mayServe,
  mendedSubject,
} from './declared-subjects.ts';

export const rule = defineRule({
  id: 'pipeline-subject-undeclared',
  title: 'The subject of a job is not covered by the declared credentials',
  group: 'Pipelines',
  why: 'Entra compares the subject of the token with those of the federated credentials byte for byte. When none is the same, the sign-in fails with AADSTS700213, or AADSTS7002138 when only the letter case differs. An environment replaces the branch in the subject, whatever starts the run.',
  remedy:
    'Declare a federated credential for the subject that the job presents, or change what decides it: the environment, the event, the branch.',
  severity: 'warning',
  sources: [
    'github/docs content/actions/reference/security/oidc.md',
    'Azure/login issues 178, 379, 464, 482, 515 and 517',
    'azure-devops-docs docs/pipelines/release/troubleshoot-workload-identity.md',
  ],
  *checkRepository(repository) {
    const credentials = githubCredentials(repository);
    for (const item of credentials) yield* impossibleForm(item);
    yield* connectionObservations(repository);
    if (hasOtherForms(repository)) return;
    for (const pipeline of repository.pipelines) yield* uncoveredJobs(pipeline, credentials);
  },
});

/** A form that no token has, whatever the repository and its settings. */
function* impossibleForm({ subject }: GitHubCredential): Iterable<Observation> {
  const written = certainText(subject);
  const mended = written === undefined ? undefined : mendedSubject(written);
  if (written === undefined || mended === written) return;
  yield {
    at: subject.at,
    message: `No token of GitHub ever has the subject "${written}".`,
    remedy: `Write ${mended}.`,
    severity: 'error',
  };
}

function* uncoveredJobs({ repository, jobs }: Pipeline, all: readonly GitHubCredential[]): Iterable<Observation> {
  if (repository === undefined) return;
  for (const job of jobs) {
    const seen = new Set<string>();
    for (const login of job.logins.filter(({ kind }) => kind === 'oidc')) {
      const own = all.filter(
        (item) => item.repository?.toLowerCase() === repository.toLowerCase() && mayServe(item.credential, login),
      );
      const possible = all.filter(({ credential }) => mayServe(credential, login));
      const uncovered = uncoveredSubjects(login, possible);
      const what = uncovered.map((subject) => writtenText(subject.context)).join(', ');
      if (own.length === 0 || uncovered.length === 0 || seen.has(what)) continue;
      seen.add(what);
      yield observe(job, login, uncovered, own);
    }
  }
}

function observe(
  job: PipelineJob,
  login: PipelineLogin,
  uncovered: readonly PipelineSubject[],
  own: readonly GitHubCredential[],
): Observation {
  const subjects = [...new Set(uncovered.map(({ text }) => writtenText(text)))];
  const [first] = uncovered as [PipelineSubject];
  const [near, reason] = nearestCredential(first, own);
  return {
    at: (first.kind === 'environment' && job.environment) || login.at,
    message: `The job ${job.name} presents ${subjects.join(' and ')}, which is not covered by the declared credentials${reason}.`,
    related: [{ at: near.subject.at, note: `declared: ${writtenText(near.subject.text)}` }],
  };
}

const git = { '.git/config': '[remote "origin"]\n\turl = https://github.com/contoso/shop.git\n' };
const workflow = (job: string, mark = '') => `on:
  push:
    branches: [main]
permissions:
  id-token: write
jobs:
  deploy:
    runs-on: ubuntu-latest
${job}    steps:
      - uses: azure/login@v2${mark}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
`;
const files = (subject: string, deploy: string) => ({
  ...git,
  'identity/credential.yaml': exampleWorkflowCredential(subject),
  '.github/workflows/deploy.yml': deploy,
});
const pullRequests = (text: string) => text.replace('push:\n    branches: [main]', 'pull_request:');
const production = 'repo:contoso/shop:environment:production';
const main = 'repo:contoso/shop:ref:refs/heads/main';
const mark = ' #~ pipeline-subject-undeclared';
const byMatrix = `    strategy:
      matrix:
        target: [{name: dev}, {name: production}]
    environment: \${{ matrix.target.name }}${mark}
`;

export const examples = defineExamples({
  bad: [
    { title: 'Another environment', files: files(production, workflow(`    environment: prod${mark}\n`)) },
    { title: 'A credential for the environment, and a job without one', files: files(production, workflow('', mark)) },
    {
      title: 'A credential for the branch, and a job with an environment',
      files: files(main, workflow(`    environment: production${mark}\n`)),
    },
    {
      title: 'The letter case of the owner',
      files: files('repo:Contoso/shop:ref:refs/heads/main', workflow('', mark)),
    },
    { title: 'One environment of a matrix', files: files(production, workflow(byMatrix)) },
    {
      title: 'A pull request with environments, and a credential for the branch alone',
      files: files(main, pullRequests(workflow(byMatrix, ' #~ pipeline-fork-cannot-login'))),
    },
    { title: 'One branch of two', files: files(main, workflow('', mark).replace('[main]', '[main, next]')) },
    {
      title: 'Whatever a condition leaves',
      files: files(
        'repo:contoso/shop:ref:refs/heads/live',
        workflow("    if: vars.DEPLOY == 'on'\n", mark).replace('[main]', '[main, next]'),
      ),
    },
    {
      title: 'Beside a job with a secret, which presents no subject',
      files: {
        ...files(production, workflow(`    environment: prod${mark}\n`)),
        '.github/workflows/old.yml': `on: workflow_dispatch
jobs:
  old:
    runs-on: ubuntu-latest
    environment: old
    steps:
      - uses: azure/login@v2 #~ pipeline-client-secret
        with:
          creds: \${{ secrets.AZURE_CREDENTIALS }}
`,
      },
    },
    {
      title: 'A form that no token has, and the job it was meant for',
      files: {
        ...files('', workflow('    environment: production\n')),
        'identity/credential.yaml': exampleWorkflowCredential(`repo:contoso/shop/:environment:production${mark}`),
      },
    },
    {
      title: 'A form that no token has',
      files: {
        'identity/credential.yaml': exampleWorkflowCredential(`repo:contoso/shop:pull-request${mark}`),
        'identity/branch.yaml': exampleWorkflowCredential(`repo:contoso/shop:ref:refs/head/main${mark}`, 'shop-branch'),
        'identity/slash.yaml': exampleWorkflowCredential(
          `repo:contoso/shop/:environment:production${mark}`,
          'shop-slash',
        ),
      },
    },
    {
      title: 'A service connection in another letter case',
      files: {
        'identity/credential.yaml': exampleWorkflowCredential('sc://contoso/shop/Production').replace(
          /(?<=issuer: ).*/,
          '$' + '{AZURE_DEVOPS_ISSUER}',
        ),
        'azure-pipelines.yml': `trigger: [main]
steps:
  - task: AzureCLI@2
    inputs:
      azureSubscription: production${mark}
      scriptPath: deploy.sh
`,
      },
    },
  ],
  good: [
    { title: 'The environment', files: files(production, workflow('    environment: production\n')) },
    {
      title: 'One of two credentials',
      files: {
        ...files(production, workflow('    environment: production\n')),
        'identity/main.yaml': exampleWorkflowCredential(main, 'shop-main'),
      },
    },
    {
      title: 'The immutable form',
      files: files('repo:contoso@1234/shop@5678:environment:production', workflow('    environment: production\n')),
    },
    {
      title: 'A colon in the name of the environment',
      files: files('repo:contoso/shop:environment:production%3Awest', workflow('    environment: "production:west"\n')),
    },
    {
      title: 'An environment that only a run knows',
      files: files(production, workflow(`    environment: \${{ vars.ENVIRONMENT }}\n`)),
    },
    {
      title: 'Credentials of another repository',
      files: files('repo:contoso/web:environment:production', workflow('    environment: prod\n')),
    },
    {
      title: 'A custom template of the organization',
      files: files('repo:contoso/shop:job_workflow_ref:contoso/ci/.github/workflows/x.yml@v1', workflow('')),
    },
    {
      title: 'A condition leaves the declared branch',
      files: files(main, workflow("    if: github.ref == 'refs/heads/main'\n").replace('[main]', '["**"]')),
    },
    {
      title: 'A condition may leave the declared branch',
      files: files(main, workflow("    if: vars.DEPLOY == 'on'\n").replace('[main]', '[main, next]')),
    },
    {
      title: 'An event whose subject nobody documents',
      files: files(main, workflow('').replace('push:\n    branches: [main]', 'pull_request_review:')),
    },
    {
      title: 'Which credentials the repository has is declared elsewhere',
      files: { ...git, '.github/workflows/deploy.yml': workflow('    environment: prod\n') },
    },
  ],
});
