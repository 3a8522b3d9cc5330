/** Rule: any pull request gets the rights of an identity that deploys. */
import { literalOf, type PartialText, writtenText } from '../../model/partial-text.ts';
import type { Pipeline, PipelineJob, PipelineLogin } from '../../model/pipeline.ts';
import type { Repository } from '../../model/world.ts';
import { exampleWorkflowCredential } from '../example-manifests.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';
import { type GitHubCredential, githubCredentials, identityKey } from './declared-subjects.ts';

export const rule = defineRule({
  id: 'pipeline-pull-request-can-deploy',
  title: 'One identity serves pull requests and deployments',
  group: 'Pipelines',
  why: 'The subject `pull_request` names no branch and no reviewer: any workflow of any pull request of the repository can present it, in a version that the author of the pull request wrote. An identity that also deploys gives its rights away before the review.',
  remedy:
    'Give pull requests an identity of their own that may only read, and keep environments and branches on the one that deploys.',
  severity: 'warning',
  sources: ['github/docs content/actions/reference/security/oidc.md (subject claims)'],
  *checkRepository(repository) {
    const declared = [...ofCredentials(repository)];
    // What the credentials tell is better evidence than what two jobs have in common.
    if (declared.length > 0) yield* declared;
    else yield* ofJobs(repository.pipelines);
  },
});

function* ofCredentials(repository: Repository): Iterable<Observation> {
  const credentials = githubCredentials(repository);
  for (const item of credentials) {
    if (item.context !== 'pull_request') continue;
    const key = identityKey(item.credential);
    const other = credentials.find(
      (candidate) => isDeployment(candidate, item) && identityKey(candidate.credential) === key,
    );
    if (key === undefined || !other) continue;
    yield {
      at: item.subject.at,
      message: `The identity that trusts ${writtenText(item.subject.text)} also trusts ${writtenText(other.subject.text)}: any pull request of ${item.repository} gets its rights.`,
      related: [{ at: other.subject.at, note: 'the same identity' }],
    };
  }
}

function isDeployment(candidate: GitHubCredential, { repository }: GitHubCredential): boolean {
  if (candidate.repository?.toLowerCase() !== repository?.toLowerCase()) return false;
  return candidate.context?.startsWith('environment:') === true || candidate.context?.startsWith('ref:') === true;
}

/** A sign-in that presents a subject, with the id it signs in as. */
interface JobLogin {
  readonly job: PipelineJob;
  readonly login: PipelineLogin;
  readonly id: PartialText;
}

function* ofJobs(pipelines: readonly Pipeline[]): Iterable<Observation> {
  const all = pipelines.flatMap(({ jobs }) => jobs.flatMap(loginsOf));
  for (const one of all) {
    const other = presents(one.login, /^pull_request$/) && all.find((candidate) => deploysAs(candidate, one));
    if (!other) continue;
    yield {
      at: one.login.at,
      message: `The job ${one.job.name} signs in on pull requests as ${writtenText(one.id)}, and ${other.job.name} in ${other.job.field.manifest.source.path} deploys as the same identity.`,
      related: [{ at: other.login.at, note: 'the same identity' }],
    };
  }
}

function loginsOf(job: PipelineJob): readonly JobLogin[] {
  return job.logins.flatMap((login) =>
    login.kind === 'oidc' && login.clientId ? [{ job, login, id: login.clientId }] : [],
  );
}

/**
 * A literal id is what it is. Under one expression an environment may hold another id than the repository, and a caller
 * may pass another secret.
 */
function deploysAs(candidate: JobLogin, { job, id }: JobLogin): boolean {
  if (writtenText(candidate.id) !== writtenText(id)) return false;
  if (literalOf(id) !== undefined) return presents(candidate.login, /^(?:environment|ref)$/);
  return candidate.job.callers.length === 0 && job.callers.length === 0 && presents(candidate.login, /^ref$/);
}

function presents({ subjects }: PipelineLogin, kind: RegExp): boolean {
  return subjects.some((subject) => kind.test(subject.kind) && subject.certain);
}

const login = (clientId: string, mark = '') => `    steps:
      - uses: azure/login@v2${mark}
        with:
          client-id: ${clientId}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
`;
const head = 'permissions:\n  id-token: write\njobs:\n';
const guard = '    if: github.event.pull_request.head.repo.full_name == github.repository\n';
const workflows = (preview: string, deploy: string, environment = '', mark = '') => ({
  '.github/workflows/preview.yml': `on: pull_request\n${head}  preview:\n    runs-on: ubuntu-latest\n${guard}${login(preview, mark)}`,
  '.github/workflows/deploy.yml': `on:\n  push:\n    branches: [main]\n${head}  deploy:\n    runs-on: ubuntu-latest\n${environment}${login(deploy)}`,
});
const call = (secret: string) =>
  `    uses: ./.github/workflows/sign-in.yml\n    secrets:\n      CLIENT_ID: \${{ secrets.${secret} }}\n`;
const mark = ' #~ pipeline-pull-request-can-deploy';
const id = '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11';

export const examples = defineExamples({
  bad: [
    {
      title: 'Credentials of one identity',
      files: {
        'identity/credentials.yaml':
          exampleWorkflowCredential(`repo:contoso/shop:pull_request${mark}`, 'pull-request') +
          exampleWorkflowCredential('repo:contoso/shop:environment:production', 'production'),
      },
    },
    { title: 'Jobs with one client id', files: workflows(id, id, '    environment: production\n', mark) },
    {
      title: 'Jobs with one variable of the repository',
      files: workflows('$' + '{{ vars.AZURE_CLIENT_ID }}', '$' + '{{vars.AZURE_CLIENT_ID}}', '', mark),
    },
    {
      title: 'One job for both',
      files: {
        '.github/workflows/both.yml': `on:\n  push:\n    branches: [main]\n  pull_request:\n${head}  both:\n    runs-on: ubuntu-latest\n    if: github.event_name == 'push' || !github.event.pull_request.head.repo.fork\n${login(id, mark)}`,
      },
    },
  ],
  good: [
    {
      title: 'Each caller passes a secret of its own',
      files: {
        '.github/workflows/sign-in.yml': `on: workflow_call\n${head}  sign-in:\n    runs-on: ubuntu-latest\n${login('$' + '{{ secrets.CLIENT_ID }}')}`,
        '.github/workflows/preview.yml': `on: pull_request\n${head}  preview:\n${guard}${call('READER')}`,
        '.github/workflows/deploy.yml': `on:\n  push:\n    branches: [main]\n${head}  deploy:\n${call('DEPLOYER')}`,
      },
    },
    {
      title: 'An identity of its own',
      files: {
        'identity/credentials.yaml':
          exampleWorkflowCredential('repo:contoso/shop:pull_request', 'pull-request', 'reader') +
          exampleWorkflowCredential('repo:contoso/shop:environment:production', 'production'),
      },
    },
    {
      title: 'An environment may hold another id under the same name',
      files: workflows(
        '$' + '{{ vars.AZURE_CLIENT_ID }}',
        '$' + '{{ vars.AZURE_CLIENT_ID }}',
        '    environment: production\n',
      ),
    },
    { title: 'Two client ids', files: workflows(id, '7c0d3a64-9c1c-4f6a-9f0e-52f1f2a4b6d8') },
  ],
});
