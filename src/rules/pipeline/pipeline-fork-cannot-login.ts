/** Rule: a pull-request job signs in, which pull requests from forks cannot. */
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pipeline-fork-cannot-login',
  title: 'Pull requests from forks cannot sign in',
  group: 'Pipelines',
  why: 'For a pull request from a fork GitHub gives neither a token with `id-token: write` nor secrets. The job fails for every outside contributor, and looks as if their change were at fault. In a repository that nobody forks this does not matter.',
  remedy:
    'Skip the job for forks: `if: github.event.pull_request.head.repo.full_name == github.repository`. Never use pull_request_target for it, which runs with the rights of the repository.',
  severity: 'note',
  sources: ['github/docs content/actions/reference/workflows-and-actions/workflow-syntax.md (permissions, forks)'],
  *checkRepository({ pipelines }) {
    for (const job of pipelines.flatMap((pipeline) => pipeline.jobs)) {
      const login = job.logins.find(({ subjects }) =>
        subjects.some(({ event, fork, certain }) => event === 'pull_request' && fork && certain),
      );
      if (login) {
        yield {
          at: login.at,
          message: `The job ${job.name} signs in with ${login.by} on pull requests; those from forks get no token and no secret.`,
        };
      }
    }
  },
});

const path = '.github/workflows/preview.yml';
const workflow = (condition: string, mark = '', events = 'pull_request') => `on: ${events}
permissions:
  id-token: write
jobs:
  preview:
${condition}    runs-on: ubuntu-latest
    steps:
      - uses: azure/login@v2${mark}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
`;

export const examples = defineExamples({
  bad: [
    { title: 'Every pull request', files: { [path]: workflow('', ' #~ pipeline-fork-cannot-login') } },
    {
      title: 'Among other events',
      files: {
        [path]: workflow('', ' #~ pipeline-fork-cannot-login', '[merge_group, pull_request]').replace(
          '    runs-on',
          '    environment: preview\n    runs-on',
        ),
      },
    },
  ],
  good: [
    {
      title: 'Not for forks',
      files: { [path]: workflow('    if: github.event.pull_request.head.repo.full_name == github.repository\n') },
    },
    {
      title: 'The same, told by the property',
      files: { [path]: workflow(`    if: \${{ !github.event.pull_request.head.repo.fork }}\n`) },
    },
    {
      title: 'A condition that only the repository can decide',
      files: { [path]: workflow("    if: vars.PREVIEWS == 'on'\n") },
    },
  ],
});
