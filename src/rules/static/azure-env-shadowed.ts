/** Rule: a container sets a variable itself that the webhook would set. */
import { readPlaceholders } from '../../manifests/placeholders.ts';
import type { Field } from '../../model/field.ts';
import type { Container, EnvironmentVariable, ServiceAccount } from '../../model/kubernetes.ts';
import { compareTexts, type PartialText } from '../../model/partial-text.ts';
import { accountsFor, nameOf, type WorkloadTemplate } from '../../model/world.ts';
import { exampleAccount, exampleClientId, examplePods, exampleTenantId } from '../example-manifests.ts';
import { labelledPods, skippedContainers } from '../labelled-pods.ts';
import { cause, defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'azure-env-shadowed',
  title: 'A container sets a variable that the webhook would set',
  group: 'Workload identity',
  why: 'The webhook leaves a variable alone that a container already has, even an empty one. What is written there wins over the account: after a change of the annotation the pods go on with the old identity, and nothing says so.',
  remedy:
    'Remove the variable, so that the account decides; keep it, and silence this rule with a reason, when the container is meant to use a second identity.',
  severity: 'warning',
  sources: ['Azure/azure-workload-identity pkg/webhook/webhook.go (addEnvironmentVariables)'],
  yieldsTo: ['token-path-hard-coded'],
  *check(world) {
    for (const pods of labelledPods(world)) {
      const matches = accountsFor(world, pods.workload, pods.template);
      const account = (matches.find((match) => match.certain) ?? matches[0])?.account;
      const skipped = skippedContainers(pods.template);
      for (const container of pods.template.containers) {
        if (skipped.has(container.name)) continue;
        for (const variable of container.environment) yield* checkVariable(pods, container, variable, account);
      }
    }
  },
});

/** The variables that the webhook sets, and what of the account each is taken from. */
const injected: Readonly<Record<string, (account: ServiceAccount) => Field | undefined>> = {
  AZURE_CLIENT_ID: (account) => account.clientId,
  AZURE_TENANT_ID: (account) => account.tenantId,
  AZURE_FEDERATED_TOKEN_FILE: () => undefined,
  AZURE_AUTHORITY_HOST: () => undefined,
};

function* checkVariable(
  { workload }: WorkloadTemplate,
  container: Container,
  variable: EnvironmentVariable,
  account: ServiceAccount | undefined,
): Iterable<Observation> {
  const source = Object.hasOwn(injected, variable.name) ? injected[variable.name] : undefined;
  if (!source) return;
  const given = account && source(account);
  // Without a client id on the account the webhook sets none, and the container's own is the only one.
  if (variable.name === 'AZURE_CLIENT_ID' && !given?.text) return;
  yield {
    at: variable.field.get('name') ?? variable.field,
    message: `The container ${container.name} of the ${workload.kind} ${nameOf(workload)} sets ${variable.name}, so that the webhook does not; ${comparison(variable, given)}.`,
    ...(given && { related: [{ at: given, note: 'what the account says' }] }),
    about: cause(`env ${variable.field.path.join('/')}`, workload),
  };
}

function comparison(variable: EnvironmentVariable, given: Field | undefined): string {
  if (variable.valueFrom) return 'its value comes from elsewhere';
  const value = variable.value?.text ?? '';
  if (value === '') return 'it is empty';
  if (!given?.text) return `it is "${value}"`;
  const compared = compareTexts(readId(value), readId(given.text));
  if (compared === 'same') return 'it says the same as the account';
  return compared === 'different'
    ? `it is "${value}", and that of the account is "${given.text}"`
    : `whether "${value}" is the same as "${given.text}" of the account is only known later`;
}

/** GUIDs are equal whatever their letter case. */
function readId(text: string): PartialText {
  return readPlaceholders(text, undefined).symbols.length > 0
    ? readPlaceholders(text)
    : { pieces: [text.toLowerCase()], symbols: [] };
}

const other = 'c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77';
const mark = ' #~ azure-env-shadowed';
const pods = (name: string, value: string, annotations: readonly string[] = []) =>
  examplePods({
    annotations,
    container: ['env:', '  - {name: LOG, value: debug}', `  - name: ${name}`, `    ${value}`],
  });
const files = (name: string, value: string) => ({ 'all.yaml': exampleAccount() + pods(`${name}${mark}`, value) });

export const examples = defineExamples({
  bad: [
    { title: 'Another identity', files: files('AZURE_CLIENT_ID', `value: ${other}`) },
    { title: 'The same identity', files: files('AZURE_CLIENT_ID', `value: ${exampleClientId.toUpperCase()}`) },
    { title: 'An identity that is filled in later', files: files('AZURE_CLIENT_ID', 'value: "$' + '{CLIENT_ID}"') },
    {
      title: 'An identity from a ConfigMap',
      files: files('AZURE_CLIENT_ID', 'valueFrom: {configMapKeyRef: {name: azure, key: client}}'),
    },
    {
      title: 'Another account may be meant, but one surely is',
      files: {
        'all.yaml':
          'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n' +
          exampleAccount() +
          pods(`AZURE_CLIENT_ID${mark}`, `value: ${other}`),
      },
    },
    { title: 'A tenant', files: files('AZURE_TENANT_ID', `value: ${exampleTenantId}`) },
    { title: 'Empty', files: files('AZURE_AUTHORITY_HOST', 'value: ""') },
    {
      title: 'A token file of its own',
      files: { 'all.yaml': exampleAccount() + pods(`AZURE_FEDERATED_TOKEN_FILE${mark}`, 'value: /tokens/azure') },
    },
  ],
  good: [
    {
      title: 'Whether the account has a client id is not known',
      files: {
        'all.yaml': pods('AZURE_CLIENT_ID', `value: ${other}`).replace(
          'serviceAccountName: orders',
          'serviceAccountName: "$' + '{ACCOUNT}"',
        ),
      },
    },
    { title: 'Other variables', files: { 'all.yaml': exampleAccount() + pods('AZURE_REGION', 'value: westeurope') } },
    {
      title: 'A container that the webhook leaves alone',
      files: {
        'all.yaml':
          exampleAccount() +
          pods('AZURE_CLIENT_ID', `value: ${other}`, ['azure.workload.identity/skip-containers: orders']),
      },
    },
    {
      title: 'Pods that the webhook leaves alone',
      files: {
        'all.yaml':
          exampleAccount() +
          pods('AZURE_TENANT_ID', `value: ${exampleTenantId}`).replace('use: "true"', 'use: "false"'),
      },
    },
  ],
});
