/** Rule: the subject that a job presents is not among those that are declared for its identity. */
import { writtenText } from '../../model/partial-text.ts';
import type { Pipeline, PipelineJob, PipelineLogin, PipelineSubject } from '../../model/pipeline.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';
import { connectionObservations } from './connection-subjects.ts';
import {
  certainText,
  type GitHubCredential,
  githubCredentials,
  hasOtherForms,
  mayBe,
  mayServe,
  mendedSubject,
  nearestCredential,
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

/** What is certainly presented and covered by nothing; where conditions may choose, only if nothing at all is covered. */
function uncoveredSubjects(
  { subjects }: PipelineLogin,
  possible: readonly GitHubCredential[],
): readonly PipelineSubject[] {
  const judged = subjects.filter(({ kind }) => kind !== 'unknown' && kind !== 'merge-queue');
  const uncovered = judged.filter((subject) => !possible.some((item) => covers(item, subject)));
  return uncovered.length === subjects.length ? uncovered : uncovered.filter(({ certain }) => certain);
}

function covers({ subject }: GitHubCredential, { text, immutable }: PipelineSubject): boolean {
  const written = certainText(subject);
  const mended = written === undefined ? undefined : mendedSubject(written);
  // A form that no token has is told where it stands; the job it was meant for is not at fault as well.
  const declared =
    mended === undefined || mended === written ? subject : { ...subject, text: { pieces: [mended], symbols: [] } };
  return mayBe(declared, text) || (immutable !== undefined && mayBe(declared, immutable));
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
  const byEnvironment = uncovered.every(({ kind }) => kind === 'environment');
  return {
    at: (byEnvironment && job.environment) || login.at,
    message: `The job ${job.name} presents ${subjects.join(' and ')}, which is not covered by the declared credentials${reason}.`,
    related: [{ at: near.subject.at, note: `declared: ${writtenText(near.subject.text)}` }],
  };
}

const git = { '.git/config': '[remote "origin"]\n\turl = https://github.com/contoso/shop.git\n' };
const credential = (subject: string, mark = '') => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: shop-deploy
  namespace: shop
spec:
  owner:
    name: deployer
  audiences: [api://AzureADTokenExchange]
  issuer: https://token.actions.githubusercontent.com
  subject: ${subject}${mark}
`;
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
  'identity/credential.yaml': credential(subject),
  '.github/workflows/deploy.yml': deploy,
});
const mark = ' #~ pipeline-subject-undeclared';
const matrix = '    strategy:\n      matrix:\n        target: [{name: dev}, {name: production}]\n';

export const examples = defineExamples({
  bad: [
    {
      title: 'Another environment',
      files: files('repo:contoso/shop:environment:production', workflow(`    environment: prod${mark}\n`)),
    },
    {
      title: 'A credential for the environment, and a job without one',
      files: files('repo:contoso/shop:environment:production', workflow('', mark)),
    },
    {
      title: 'A credential for the branch, and a job with an environment',
      files: files('repo:contoso/shop:ref:refs/heads/main', workflow(`    environment: production${mark}\n`)),
    },
    {
      title: 'The letter case of the owner',
      files: files('repo:Contoso/shop:ref:refs/heads/main', workflow('', mark)),
    },
    {
      title: 'One environment of a matrix',
      files: files(
        'repo:contoso/shop:environment:production',
        workflow(`${matrix}    environment: \${{ matrix.target.name }}${mark}\n`),
      ),
    },
    {
      title: 'A pull request with environments, and a credential for the branch alone',
      files: files(
        'repo:contoso/shop:ref:refs/heads/main',
        workflow(
          `${matrix}    environment: \${{ matrix.target.name }}${mark}\n`,
          ' #~ pipeline-fork-cannot-login',
        ).replace('push:\n    branches: [main]', 'pull_request:'),
      ),
    },
    {
      title: 'A form that no token has',
      files: {
        'identity/credential.yaml': credential('repo:contoso/shop:pull-request', mark),
        'identity/branch.yaml': credential('repo:contoso/shop:ref:refs/head/main', mark),
        'identity/slash.yaml': credential('repo:contoso/shop/:environment:production', mark),
      },
    },
    {
      title: 'A service connection in another letter case',
      files: {
        'identity/credential.yaml': credential('sc://contoso/shop/Production').replace(
          'https://token.actions.githubusercontent.com',
          'https://vstoken.dev.azure.com/5b0f0c5e-9a53-4f3b-8c1f-7a10b0e3b1e4',
        ),
        'azure-pipelines.yml': `trigger: [main]
steps:
  - task: AzureCLI@2
    inputs:
      azureSubscription: production${mark}
      scriptType: bash
      scriptLocation: inlineScript
      inlineScript: az group list
`,
      },
    },
  ],
  good: [
    {
      title: 'The environment',
      files: files('repo:contoso/shop:environment:production', workflow('    environment: production\n')),
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
      files: files('repo:contoso/shop:environment:production', workflow(`    environment: \${{ vars.ENVIRONMENT }}\n`)),
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
      files: files(
        'repo:contoso/shop:ref:refs/heads/main',
        workflow("    if: github.ref == 'refs/heads/main'\n").replace('branches: [main]', 'branches: ["**"]'),
      ),
    },
    {
      title: 'Which credentials the repository has is declared elsewhere',
      files: { ...git, '.github/workflows/deploy.yml': workflow('    environment: prod\n') },
    },
  ],
});
