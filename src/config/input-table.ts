/** The one table of inputs, from which `action.yml`, `task.json`, the options of the command line and their tables come. */
import { commands } from '../model/report.ts';
import { everywhere, type InputDefinition, type InputGroup, inputsOf, type TextForm } from './input-definition.ts';

const guid: TextForm = {
  pattern: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  words: 'a GUID such as 00000000-0000-0000-0000-000000000000',
};

const judgeGroup: InputGroup = {
  name: 'judge',
  title: 'What is judged',
  commands: ['check', 'plan', 'apply', 'drift', 'prove', 'migrate', 'fix'],
  hosts: everywhere,
};
const reportGroup: InputGroup = {
  name: 'report',
  title: 'Report',
  commands: ['check', 'plan', 'apply', 'drift', 'prove', 'migrate', 'fix'],
  hosts: everywhere,
};
const feedbackGroup: InputGroup = {
  name: 'feedback',
  title: 'Feedback on pull requests',
  commands: ['check', 'plan', 'apply', 'drift', 'prove', 'migrate'],
  hosts: ['action', 'task'],
};
const azureGroup: InputGroup = {
  name: 'azure',
  title: 'Azure',
  commands: ['plan', 'apply', 'drift', 'prove', 'migrate', 'init'],
  hosts: everywhere,
};
const clusterGroup: InputGroup = {
  name: 'cluster',
  title: 'Cluster',
  commands: ['plan', 'apply', 'drift', 'prove'],
  hosts: everywhere,
};
const applyGroup: InputGroup = { name: 'apply', title: 'Apply', commands: ['apply'], hosts: everywhere };
/** Commands that look at the clusters themselves. */
const comparing = ['drift', 'prove'] as const;
/** A plan is only worth its digest when it is made with what apply is given. */
const planning = ['plan', 'apply'] as const;
const migrateGroup: InputGroup = { name: 'migrate', title: 'Migrate', commands: ['migrate'], hosts: everywhere };

/** The groups in the order of tables and forms. */
export const inputGroups: readonly InputGroup[] = [
  judgeGroup,
  reportGroup,
  feedbackGroup,
  azureGroup,
  clusterGroup,
  applyGroup,
  migrateGroup,
];

const judge = inputsOf(judgeGroup);
const report = inputsOf(reportGroup);
const feedback = inputsOf(feedbackGroup);
const azure = inputsOf(azureGroup);
const cluster = inputsOf(clusterGroup);
const apply = inputsOf(applyGroup);
const migrate = inputsOf(migrateGroup);

/** Every input by its name, in the order of tables and forms. */
export const inputTable = {
  command: judge.choice(commands, 'What to do.', { positional: true }),
  paths: judge.lines(['.'], 'Files and folders to look at, one on each line; `-` is standard input.', {
    positional: true,
  }),
  config: judge.text(
    'The configuration file. Without it, `idwire.yaml`, else `.github/idwire.yaml`, is read if present.',
    {
      commands: [...judgeGroup.commands, 'init'],
    },
  ),
  'fail-on': judge.choice(
    ['error', 'warning', 'note', 'never'],
    'The lowest severity that makes the run fail. Suppressed and baselined findings never count.',
  ),
  'only-changed': judge.flag(false, 'Report only findings that the change under review can have caused.'),
  baseline: judge.text('A JSON report of an earlier run; findings that it holds do not count.'),
  render: judge.choice(
    ['auto', 'never'],
    'Whether Kustomize roots and Helm charts are rendered and then judged: `auto` where a renderer is at hand, or `never`.',
  ),
  'allow-remote': judge.flag(false, 'Let the renderers fetch remote bases and charts over the network.'),
  helm: judge.text('The `helm` program. Without it, the one on PATH is used.'),
  kustomize: judge.text('The `kustomize` or `kubectl` program. Without it, the one on PATH is used.'),
  exhaustive: judge.flag(
    false,
    'Parse every document, not only those that touch an identity. The findings are the same; it is slower.',
  ),

  format: report.choice(
    ['text', 'json', 'sarif', 'markdown', 'github', 'azure-pipelines'],
    'The form of the report on standard output.',
  ),
  'report-file': report.text('Also write the JSON report to this file.'),
  'sarif-file': report.text('Also write the findings to this file as SARIF 2.1.0.'),
  'html-file': report.text('Also write the report to this file as one HTML page.'),

  annotations: feedback.flag(true, 'Mark findings on their lines.'),
  comment: feedback.flag(
    false,
    'Keep one comment with the result on the pull request; on Azure Repos also a thread on each line at fault.',
  ),
  checks: feedback.flag(false, 'Publish a check run with all findings. Needs `checks: write`.', {
    hosts: ['action'],
  }),
  suggestions: feedback.flag(
    false,
    'Offer safe fixes as suggested changes in a review. Needs `pull-requests: write`.',
    { hosts: ['action'] },
  ),
  status: feedback.flag(false, 'Set a status with the conclusion on the pull request of Azure Repos.', {
    hosts: ['task'],
  }),
  'github-token': feedback.text(
    'The token for the GitHub API: for report channels that are switched on, for `only-changed` where the clone lacks history, and to ask what tokens of repositories say.',
    {
      hosts: ['action'],
      expression: 'github.token',
    },
  ),

  'azure-auth': azure.choice(
    ['auto', 'oidc', 'cli', 'environment', 'none'],
    'How to sign in to Azure: `oidc` uses the token of the job, `cli` the login of the Azure CLI, `environment` the `AZURE_*` variables.',
  ),
  'client-id': azure.text('Client id of the identity to sign in as.', { form: guid }),
  'tenant-id': azure.text('Tenant to sign in to.', { form: guid }),
  'subscription-id': azure.text('Subscription in which identities are looked up when `idwire.yaml` lists none.', {
    form: guid,
  }),
  'azure-subscription': azure.connection('AzureRM', 'The Azure Resource Manager service connection to sign in with.'),

  cluster: cluster.lines([], 'Clusters of `idwire.yaml` to work on, one on each line. Without it, all.'),
  shard: cluster.shard('The part of the identities to work on, as `1/4`. Without it, all.'),
  kubeconfig: cluster.text(
    'The kubeconfig file of the clusters, or `in-cluster` for the one that this runs in. No kubeconfig is read unless it is named here.',
    { commands: comparing },
  ),
  'kube-context': cluster.text(
    'The one context of the kubeconfig to use. Without it, contexts are found by the names of the clusters; else the current one is used.',
    { commands: comparing },
  ),
  'kubernetes-service-connection': cluster.connection(
    'kubernetes',
    'The Kubernetes service connection to read the cluster with.',
    { commands: comparing },
  ),

  'dry-run': apply.flag(false, 'Show what would be changed, and change nothing.', { commands: ['apply', 'fix'] }),
  digest: apply.text('Apply only if the plan has this digest.'),
  adopt: apply.flag(false, 'Also correct the audience of a wanted credential that bears another name.', {
    commands: planning,
  }),
  prune: apply.choice(
    ['never', 'proven', 'owned'],
    'Which of its own credentials to delete when nothing asks for them: `proven` only those whose ServiceAccount is gone from the cluster.',
    { commands: planning, plannedValues: ['proven'] },
  ),
  'max-deletes': apply.integer(5, 0, 'The most credentials that one run deletes.', { commands: planning }),
  'default-branch': apply.text(
    'The branch on which changes may be written, and whose `idwire.yaml` is trusted. Without it, the event says, else `main`.',
    { commands: [...planning, ...comparing] },
  ),
  prove: apply.flag(false, 'Also ask Entra to accept a real token of each wire.', { commands: ['drift'] }),

  stage: migrate.choice(['add', 'switch', 'remove'], 'The step of the migration.'),
  write: migrate.flag(false, 'Make the edits in the files instead of showing them.'),
} as const satisfies Readonly<Record<string, InputDefinition>>;

export type InputName = keyof typeof inputTable;
