/** Rule: a merge-queue job signs in with a subject that is another one for each entry of the queue. */
import { exampleWorkflowCredential } from '../example-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pipeline-merge-queue-subject',
  title: 'A merge-queue job signs in without an environment',
  group: 'Pipelines',
  why: 'In a merge queue the subject of a job without an environment names the temporary branch of the entry, `ref:refs/heads/gh-readonly-queue/…`. It is another one each time, and a federated credential trusts exact subjects only: the sign-in fails with AADSTS700213, and the queue stands still.',
  remedy:
    "Give the job an environment whose subject a credential trusts, or leave Azure out of merge-queue runs (`if: github.event_name != 'merge_group'`).",
  severity: 'warning',
  sources: ['Azure/azure-cli issue 32816', 'github/docs content/actions/reference/security/oidc.md'],
  *checkRepository({ pipelines }) {
    for (const job of pipelines.flatMap((pipeline) => pipeline.jobs)) {
      const login = job.logins.find(
        ({ kind, subjects }) => kind === 'oidc' && subjects.some((subject) => subject.kind === 'merge-queue'),
      );
      if (!login) continue;
      yield {
        at: login.at,
        message: `The job ${job.name} signs in with ${login.by} in the merge queue and has no environment: its subject is ref:refs/heads/gh-readonly-queue/…, another one for each entry.`,
      };
    }
  },
});

const workflow = (job: string, mark = '', events = '[merge_group]') => `name: integration
on: ${events}
permissions:
  id-token: write
jobs:
  integration:
    runs-on: ubuntu-latest
${job}    steps:
      - uses: azure/login@v2${mark}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
`;
const path = '.github/workflows/integration.yml';

export const examples = defineExamples({
  bad: [
    { title: 'No environment', files: { [path]: workflow('', ' #~ pipeline-merge-queue-subject') } },
    {
      title: 'Among other events',
      files: { [path]: workflow('', ' #~ pipeline-merge-queue-subject', '[push, merge_group]') },
    },
    {
      title: 'Beside a branch that a credential trusts',
      files: {
        [path]: workflow('', ' #~ pipeline-merge-queue-subject', '{push: {branches: [main]}, merge_group: }'),
        '.git/config': '[remote "origin"]\n\turl = https://github.com/contoso/shop.git\n',
        'identity/credential.yaml': exampleWorkflowCredential('repo:contoso/shop:ref:refs/heads/main'),
      },
    },
  ],
  good: [
    { title: 'An environment', files: { [path]: workflow('    environment: integration\n') } },
    { title: 'Not in the queue', files: { [path]: workflow("    if: github.event_name != 'merge_group'\n") } },
  ],
});
