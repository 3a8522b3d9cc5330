/** The ways to lose or grant trust by accident, each tried on the built command line: no wrong write, no delete, no token sent. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startAzureEmulator } from '../../emulators/azure/azure-emulator.ts';
import { realTools } from '../../scripts/real-tools.ts';
import { credentialName } from '../../src/federation/names.ts';
import { builtEntries } from '../entry/built-entries.ts';
import {
  accountText,
  asClone,
  type CommandRun,
  configurationText,
  issuer,
  runCommand,
  type Scenario,
  startScenario,
} from './apply-scenario.ts';

const bundle = builtEntries();
const otherIssuer = 'https://weu.oic.prod-aks.azure.com/11111111-1111-1111-1111-111111111111/two/';
const stray = { issuer, subject: 'system:serviceaccount:shop:gone' };
let scenario: Scenario;

/** A stray credential of our own is in place everywhere: whatever goes wrong must not delete it. */
beforeEach(async () => {
  scenario = await startScenario();
  scenario.azure.state.addCredential(scenario.orders, { name: credentialName('contoso/shop', stray), ...stray });
});
afterEach(() => scenario.stop());

/** Helm is not on this PATH; kubectl, with its kustomize, and git are. */
let tools = '';
beforeAll(async () => {
  tools = fs.mkdtempSync(path.join(os.tmpdir(), 'idwire-tools-'));
  fs.symlinkSync((await realTools()).kubectl35, path.join(tools, 'kubectl'));
});
afterAll(() => fs.rmSync(tools, { recursive: true }));
const run = (args: readonly string[], env: Readonly<Record<string, string | undefined>> = {}) =>
  runCommand(scenario, bundle('cli'), args, { PATH: `${tools}:/usr/bin:/bin`, ...env });
/** The most that a person may ask for: whatever holds under this holds under less. */
const everything = ['apply', '--prune', 'owned', '--adopt'] as const;
const paths = () => scenario.azure.journal.writes().map((entry) => `${entry.method} ${entry.path}`);
const deletions = () => paths().filter((write) => write.startsWith('DELETE'));
const tokens = () => scenario.azure.journal.of('token');
const reasons = ({ report }: CommandRun) => report?.plan?.changes.flatMap(({ blocked }) => blocked ?? []) ?? [];

interface Accident {
  readonly arrange: () => void | Promise<void>;
  readonly args?: readonly string[];
  readonly code: number;
  /** Told in the blocked rows, the gaps, or on standard error. */
  readonly reason: string;
  /** A text in every write that may happen; none may when absent. */
  readonly writes?: string;
}

const second = (clusters = '', environment = 'production') => `
  - name: prod
    resource: ${scenario.cluster.id}
    environment: production
    sources: [k8s]
  - name: second
    environment: ${environment}
    sources: [second]${clusters}`;
const configured = (parts: Parameters<typeof configurationText>[1]) =>
  scenario.write({ 'idwire.yaml': configurationText(scenario, parts) });
const allowing = (clusters: string, namespaces: string) => `
  - name: orders
    resource: ${scenario.orders.id}
    allow: {clusters: [${clusters}], namespaces: [${namespaces}]}`;

const mislabelled = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
  labels:
    azure.workload.identity/use: "true"
spec:
  selector:
    matchLabels: {app: orders}
  template:
    metadata:
      labels: {app: orders}
    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: example.azurecr.io/orders:1
`;

const accidents: Readonly<Record<string, Accident>> = {
  'an identity that idwire.yaml does not list': {
    arrange: () => {
      const payroll = scenario.azure.state.addIdentity({ name: 'id-payroll' });
      scenario.write({ 'k8s/orders.yaml': accountText('orders', payroll.clientId) });
    },
    code: 1,
    reason: 'does not list the identity',
  },
  'an identity that is allowed in another namespace': {
    arrange: () => configured({ identities: allowing('prod', 'billing') }),
    code: 1,
    reason: 'not for namespace shop',
  },
  'an identity that is allowed on another cluster': {
    arrange: () => {
      scenario.azure.state.addCluster({ name: 'aks-second', issuer: otherIssuer });
      const resource = scenario.cluster.id.replace('aks-prod', 'aks-second');
      scenario.write({ 'second/orders.yaml': accountText('orders', scenario.orders.clientId) });
      configured({ clusters: second(`\n    resource: ${resource}`), identities: allowing('second', 'shop') });
    },
    code: 1,
    reason: 'not for cluster prod',
    writes: credentialName('contoso/shop', { issuer: otherIssuer, subject: 'system:serviceaccount:shop:orders' }),
  },
  'an identity without any permission': {
    arrange: () => configured({ identities: `\n  - {name: orders, resource: ${scenario.orders.id}}` }),
    code: 1,
    reason: 'not for cluster prod',
  },
  'an identity that was deleted and made anew under the listed name': {
    arrange: () =>
      configured({
        identities: `
  - resource: ${scenario.orders.id}
    client-id: 00000000-1111-1111-1111-111111111111
    allow: {clusters: [prod], namespaces: [shop]}`,
      }),
    code: 1,
    reason: 'does not list the identity',
  },
  'a client id that belongs to nothing': {
    arrange: () => scenario.write({ 'k8s/orders.yaml': accountText('orders', '00000000-1111-1111-1111-111111111111') }),
    code: 1,
    reason: 'no identity with the client id 00000000-1111-1111-1111-111111111111',
  },
  'an issuer that Azure does not report': {
    arrange: () => configured({ clusters: `\n  - {name: prod, issuer: "${otherIssuer}", sources: [k8s]}` }),
    code: 1,
    reason: 'Azure does not vouch for the issuer',
  },
  'an issuer that is not the one of the cluster': {
    arrange: () =>
      configured({
        clusters: `\n  - {name: prod, resource: "${scenario.cluster.id}", issuer: "${otherIssuer}", sources: [k8s]}`,
      }),
    code: 1,
    reason: `Azure gives ${issuer}`,
  },
  'a cluster whose issuer is switched off': {
    arrange: () => {
      scenario.azure.state.addCluster({ name: 'aks-prod', properties: { oidcIssuerProfile: { enabled: false } } });
    },
    code: 0,
    reason: 'its OIDC issuer is switched off',
  },
  'a cluster that may not be read': {
    arrange: () => {
      scenario.azure.state.roleAssignments = scenario.azure.state.roleAssignments.slice(0, 1);
    },
    code: 0,
    reason: 'Azure refused to read the cluster',
  },
  'an identity that would serve two environments': {
    arrange: () => {
      scenario.azure.state.addCluster({ name: 'aks-second', issuer: otherIssuer });
      const resource = scenario.cluster.id.replace('aks-prod', 'aks-second');
      scenario.write({ 'second/orders.yaml': accountText('orders', scenario.orders.clientId) });
      configured({ clusters: second(`\n    resource: ${resource}`, 'test'), identities: allowing('"*"', '"*"') });
    },
    code: 1,
    reason: 'one identity would serve production and test',
  },
  'the same, seen through one cluster only': {
    arrange: () => accidents['an identity that would serve two environments']?.arrange(),
    args: ['--cluster', 'prod'],
    code: 1,
    reason: 'one identity would serve production and test',
  },
  'an error on the pods of the account': {
    arrange: () => scenario.write({ 'k8s/deployment.yaml': mislabelled }),
    code: 1,
    reason: 'at k8s/deployment.yaml:',
  },
  'the same error, set aside because nothing here changed': {
    arrange: () => {
      scenario.write({ 'k8s/deployment.yaml': mislabelled });
      const clone = asClone(scenario.folder);
      clone.commit('the shop');
      clone.remove();
      scenario.write({ 'k8s/other.yaml': accountText('billing', scenario.orders.clientId) });
    },
    args: ['--only-changed'],
    code: 1,
    reason: 'at k8s/deployment.yaml:',
    writes: 'shop-billing-',
  },
  'an unresolved placeholder': {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the repository
    arrange: () => scenario.write({ 'k8s/orders.yaml': accountText('orders', '${ORDERS_CLIENT_ID}') }),
    code: 0,
    reason: 'its client id is not known from the repository (k8s/orders.yaml:4)',
  },
  'a mistyped source': {
    arrange: () => configured({ clusters: `\n  - {name: prod, resource: "${scenario.cluster.id}", sources: [k9s]}` }),
    code: 2,
    reason: 'There is no k9s',
  },
  'an emptied repository': {
    arrange: () => scenario.write({ 'k8s/orders.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n' }),
    code: 2,
    reason: 'hold no ServiceAccount',
  },
  'a repository that lost its annotations': {
    arrange: () =>
      scenario.write({
        'k8s/orders.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: orders, namespace: shop}\n',
      }),
    args: ['--exhaustive'],
    code: 2,
    reason: 'hold no ServiceAccount with a client id',
  },
  'a run of some paths': {
    arrange: () => undefined,
    args: ['k8s'],
    code: 0,
    reason: '',
    writes: credentialName('contoso/shop', { issuer, subject: 'system:serviceaccount:shop:orders' }),
  },
  'a run of one cluster': {
    arrange: () => undefined,
    args: ['--cluster', 'prod'],
    code: 0,
    reason: '',
    writes: credentialName('contoso/shop', { issuer, subject: 'system:serviceaccount:shop:orders' }),
  },
  'a run of one part of the identities': {
    arrange: () => undefined,
    args: ['--shard', '1/2'],
    code: 0,
    reason: '',
    writes: credentialName('contoso/shop', { issuer, subject: 'system:serviceaccount:shop:orders' }),
  },
  'a run of what changed': {
    arrange: () => undefined,
    args: ['--only-changed'],
    code: 0,
    reason: '',
    writes: credentialName('contoso/shop', { issuer, subject: 'system:serviceaccount:shop:orders' }),
  },
  'a cluster that is misspelt': {
    arrange: () => undefined,
    args: ['--cluster', 'prd'],
    code: 2,
    reason: 'There is no cluster prd',
  },
  'more deletions than are allowed': {
    arrange: () => undefined,
    args: ['--max-deletes', '0'],
    code: 1,
    reason: '1 deletions are more than max-deletes allows (0)',
    writes: credentialName('contoso/shop', { issuer, subject: 'system:serviceaccount:shop:orders' }),
  },
  'a repository under another owner': {
    arrange: () => configured({ owner: 'contoso/renamed' }),
    code: 0,
    reason: '',
    writes: credentialName('contoso/renamed', { issuer, subject: 'system:serviceaccount:shop:orders' }),
  },
  'a second repository that wants the very wire': {
    arrange: () => {
      const wire = { issuer, subject: 'system:serviceaccount:shop:orders' };
      scenario.azure.state.addCredential(scenario.orders, { name: credentialName('contoso/shop', wire), ...wire });
      configured({ owner: 'contoso/other' });
    },
    code: 0,
    reason: '',
  },
  'a rebuilt cluster, which keeps what trusts the old one when not told to prune': {
    arrange: () => {
      const wire = { issuer, subject: 'system:serviceaccount:shop:orders' };
      scenario.azure.state.addCredential(scenario.orders, { name: credentialName('contoso/shop', wire), ...wire });
      scenario.azure.state.addCluster({ name: 'aks-prod', issuer: otherIssuer });
    },
    args: ['--prune', 'never'],
    code: 0,
    reason: '',
    writes: credentialName('contoso/shop', { issuer: otherIssuer, subject: 'system:serviceaccount:shop:orders' }),
  },
  'a credential of ours that somebody pointed elsewhere': {
    arrange: () => {
      const name = credentialName('contoso/shop', { issuer, subject: 'system:serviceaccount:shop:orders' });
      scenario.azure.state.addCredential(scenario.orders, { name, issuer: otherIssuer, subject: stray.subject });
      configured({});
      scenario.azure.state.removeCredential(scenario.orders, credentialName('contoso/shop', stray));
    },
    code: 1,
    reason: 'exists with another issuer or subject; somebody changed it',
  },
  'a second cluster with the same subject': {
    arrange: () => {
      const wire = { issuer, subject: 'system:serviceaccount:shop:orders' };
      scenario.azure.state.addCredential(scenario.orders, { name: credentialName('contoso/shop', wire), ...wire });
      scenario.azure.state.addCluster({ name: 'aks-second', issuer: otherIssuer });
      const resource = scenario.cluster.id.replace('aks-prod', 'aks-second');
      scenario.write({ 'second/orders.yaml': accountText('orders', scenario.orders.clientId) });
      configured({ clusters: second(`\n    resource: ${resource}`), identities: allowing('"*"', 'shop') });
    },
    args: ['--prune', 'never'],
    code: 0,
    reason: '',
    writes: credentialName('contoso/shop', { issuer: otherIssuer, subject: 'system:serviceaccount:shop:orders' }),
  },
  'a full identity': {
    arrange: () => {
      for (let index = 0; index < 19; index += 1) {
        const subject = `system:serviceaccount:other:account-${index}`;
        scenario.azure.state.addCredential(scenario.orders, { name: `other-${index}`, issuer, subject });
      }
    },
    args: ['--prune', 'never'],
    code: 1,
    reason: 'would need 21 credentials and can hold 20',
  },
  'a kustomization that was not rendered': {
    arrange: () => scenario.write({ 'k8s/kustomization.yaml': 'namePrefix: team-\nresources: [orders.yaml]\n' }),
    args: ['--render', 'never'],
    code: 1,
    reason: 'k8s/kustomization.yaml was not rendered, so the final name of the account is not known',
  },
  'a render that fails': {
    arrange: () =>
      scenario.write({
        'k8s/kustomization.yaml': 'namePrefix: team-\nresources: [orders.yaml, absent.yaml]\n',
      }),
    code: 2,
    reason: 'Not checked: Kustomize root k8s',
  },
  'a render that fails beside another that does not': {
    arrange: () =>
      scenario.write({
        'k8s/orders.yaml': null,
        'k8s/orders/account.yaml': accountText('orders', scenario.orders.clientId),
        'k8s/orders/kustomization.yaml': 'resources: [account.yaml, absent.yaml]\n',
        'k8s/billing.yaml': accountText('billing', scenario.orders.clientId),
      }),
    code: 0,
    reason: 'absent.yaml',
    writes: 'shop-billing-',
  },
  'a missing helm': {
    arrange: () =>
      scenario.write({
        'k8s/billing.yaml': accountText('billing', scenario.orders.clientId),
        'k8s/orders.yaml': null,
        'k8s/chart/Chart.yaml': 'apiVersion: v2\nname: orders\nversion: 1.0.0\n',
        'k8s/chart/values.yaml': `clientId: ${scenario.orders.clientId}\n`,
        'k8s/chart/templates/account.yaml': accountText('orders', '{{ .Values.clientId }}'),
      }),
    code: 0,
    reason: 'helm',
    writes: 'shop-billing-',
  },
  'a cloud without TLS': {
    arrange: () => configured({ cloud: '\n  authority: http://localhost:1\n  resource-manager: http://localhost:1' }),
    code: 2,
    reason: 'https URL',
  },
};

describe('an accident', () => {
  it.each(Object.entries(accidents))('%s', async (_, { arrange, args = [], code, reason, writes }) => {
    await arrange();
    const ended = await run([...everything, ...args]);
    const told = [...reasons(ended), ...(ended.report?.gaps ?? []).map(({ why }) => why), ended.stderr].join('\n');
    expect(told).toContain(reason);
    expect(ended.code).toBe(code);
    expect(deletions()).toEqual([]);
    for (const write of paths()) expect(write).toContain(writes ?? 'no write at all');
    if (code === 2) expect(tokens()).toEqual([]);
  });

  it('would show: the stray credential goes as soon as nothing is wrong', async () => {
    await run(everything);
    expect(deletions()).toHaveLength(1);
  });
});

describe('in a pipeline', () => {
  const push = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' };
  let clone: ReturnType<typeof asClone>;
  beforeEach(() => {
    clone = asClone(scenario.folder);
    clone.commit('the shop');
    clone.push();
    clone.git('fetch', '--quiet', 'origin');
  });
  afterEach(() => clone.remove());

  it('writes on a push of the current head of the default branch', async () => {
    const ended = await run(everything, push);
    expect([ended.code, ended.report?.applied?.map(({ outcome }) => outcome)]).toEqual([0, ['done', 'done']]);
  });

  const github = (name: string, ref = 'refs/heads/main') => ({ ...push, GITHUB_EVENT_NAME: name, GITHUB_REF: ref });
  const azurePipelines = (reason: string, branch = 'refs/heads/main') => ({
    TF_BUILD: 'True',
    BUILD_REASON: reason,
    BUILD_SOURCEBRANCH: branch,
  });
  const refused: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['pull_request', github('pull_request', 'refs/pull/1/merge'), 'The event is pull_request'],
    ['pull_request_target', github('pull_request_target'), 'The event is pull_request_target'],
    ['workflow_run', github('workflow_run'), 'The event is workflow_run'],
    ['issue_comment', github('issue_comment'), 'The event is issue_comment'],
    ['merge_group', github('merge_group', 'refs/heads/gh-readonly-queue/main/pr-1'), 'The event is merge_group'],
    ['release', github('release', 'refs/tags/v1'), 'The event is release'],
    ['repository_dispatch', github('repository_dispatch'), 'The event is repository_dispatch'],
    ['constructor', github('constructor'), 'The event is constructor'],
    ['push of another branch', github('push', 'refs/heads/feature'), 'on feature; only main writes'],
    ['push of a tag', github('push', 'refs/tags/main'), 'on no branch; only main writes'],
    ['manual run on another branch', github('workflow_dispatch', 'refs/heads/feature'), 'on feature'],
    ['PullRequest', azurePipelines('PullRequest', 'refs/pull/1/merge'), 'The event is PullRequest'],
    ['manual run of a pull request', azurePipelines('Manual', 'refs/pull/1/merge'), 'only push, schedule and manual'],
    ['ResourceTrigger', azurePipelines('ResourceTrigger'), 'The event is ResourceTrigger'],
    ['IndividualCI of another branch', azurePipelines('IndividualCI', 'refs/heads/feature'), 'only main writes'],
    ['a pipeline of another host', { CI: 'true' }, 'unknown to Idwire'],
  ];
  it.each(refused)('never writes, and asks for no token: %s', async (_, environment, reason) => {
    const ended = await run(everything, environment);
    expect(ended.stderr).toContain(reason);
    expect(ended.code).toBe(2);
    expect(scenario.azure.journal.entries).toEqual([]);
  });

  it('never writes in a stale rerun', async () => {
    const old = clone.git('rev-parse', 'HEAD').trim();
    clone.commit('a newer state');
    clone.push();
    clone.git('checkout', '--quiet', '--detach', old);
    const ended = await run(everything, push);
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('not the head of main any more')]);
    expect(scenario.azure.journal.entries).toEqual([]);
  });

  it('never writes when the remote cannot be asked', async () => {
    clone.remove();
    const ended = await run(everything, push);
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('cannot be told')]);
    expect(scenario.azure.journal.entries).toEqual([]);
  });

  describe('a pull request', () => {
    const reviewed = github('pull_request', 'refs/pull/1/merge');

    it('plans with what the default branch says as well', async () => {
      const ended = await run(['plan'], reviewed);
      expect([ended.code, ended.report?.plan?.changes.length]).toEqual([0, 1]);
      expect(paths()).toEqual([]);
    });

    it.each([
      ['authority', 'authority'],
      ['Resource Manager', 'resource-manager'],
      ['audience', 'audience'],
    ])('that points the %s elsewhere gets no token, and sends none', async (_, key) => {
      const elsewhere = await startAzureEmulator({ tls: scenario.azure.tls, tenantId: scenario.azure.state.tenantId });
      try {
        const { authority, resourceManager } = scenario.azure.urls;
        const cloud: Record<string, string> = { authority, 'resource-manager': resourceManager };
        cloud[key] =
          key === 'audience' ? 'api://evil' : elsewhere.urls[key === 'authority' ? 'authority' : 'resourceManager'];
        configured({
          cloud: Object.entries(cloud)
            .map(([name, value]) => `\n  ${name}: ${value}`)
            .join(''),
        });
        const ended = await run(['plan'], reviewed);
        expect([ended.code, ended.stderr]).toEqual([
          2,
          expect.stringContaining('The cloud in idwire.yaml is not the one on main'),
        ]);
        expect([...elsewhere.journal.entries, ...scenario.azure.journal.entries]).toEqual([]);
      } finally {
        await elsewhere.stop();
      }
    });

    it('that names another tenant gets no token, unless an input names the tenant', async () => {
      const text = configurationText(scenario).replace(/tenant: .*/, 'tenant: 00000000-2222-2222-2222-222222222222');
      scenario.write({ 'idwire.yaml': text });
      const ended = await run(['plan'], reviewed);
      expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('The tenant in idwire.yaml is not')]);
      expect(scenario.azure.journal.entries).toEqual([]);
      const given = await run(['plan', '--tenant-id', scenario.azure.state.tenantId], reviewed);
      expect(given.code).toBe(0);
    });

    it('that lists another identity, or widens one, is planned without it', async () => {
      scenario.azure.state.addIdentity({ name: 'id-payroll' });
      configured({ identities: allowing('prod', '"*"') });
      const ended = await run(['plan'], reviewed);
      expect(ended.code).toBe(0);
      expect(ended.report?.plan).toMatchObject({ complete: false, changes: [] });
      expect(ended.report?.gaps).toMatchObject([
        { what: 'the identity orders', why: expect.stringContaining('new or changed') },
      ]);
    });

    it('that brings a cluster of its own is planned without it', async () => {
      configured({
        clusters: `\n  - {name: prod, issuer: "${otherIssuer}", trust-external-issuer: true, sources: [k8s]}`,
      });
      const ended = await run(['plan'], reviewed);
      expect(ended.report?.plan).toMatchObject({ complete: false, changes: [] });
      expect(ended.report?.gaps).toMatchObject([{ what: 'the cluster prod' }]);
    });

    it('whose clone lacks the default branch gets no token', async () => {
      clone.git('update-ref', '-d', 'refs/remotes/origin/main');
      const ended = await run(['plan'], reviewed);
      expect([ended.code, ended.stderr]).toEqual([
        2,
        expect.stringContaining('cannot be compared with the one on main'),
      ]);
      expect(scenario.azure.journal.entries).toEqual([]);
    });
  });
});
