/** What scripts do to accounts and placeholders is known to the rules. */
import { describe, expect, test } from 'vitest';
import { scriptFacts } from '../../../src/manifests/declared/script-facts.ts';
import { accountSummary, lineOf, mutations } from './show-credential.ts';

function facts(text: string, path = 'deploy.sh') {
  return scriptFacts({ path, text });
}

describe('accounts', () => {
  test.each([
    ['kubectl create serviceaccount orders -n shop', 'shop/orders'],
    ['kubectl -n "$NS" create sa orders', '«NS»/orders'],
    [
      'kubectl annotate sa orders -n shop azure.workload.identity/client-id="$ID" --overwrite',
      'shop/orders «ID» (annotated)',
    ],
    [
      'kubectl annotate --overwrite serviceaccount/orders azure.workload.identity/client-id=1',
      '?/orders 1 (annotated)',
    ],
    ['azwi serviceaccount create --service-account-name orders', 'default/orders'],
    ['azwi sa create phase sa --service-account-name orders --service-account-namespace shop', 'shop/orders'],
  ])('%s', (text, expected) => {
    expect(facts(`${text}\n`).serviceAccounts.map(accountSummary)).toEqual([expected]);
  });

  test.each([
    'kubectl create namespace serviceaccount',
    'kubectl get serviceaccount orders',
    'kubectl annotate pod orders a=b',
  ])('%s makes none', (text) => {
    expect(facts(`${text}\n`).serviceAccounts).toEqual([]);
  });

  test('in here-documents and here-strings', () => {
    const manifest = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: "$NS"
  annotations:
    azure.workload.identity/client-id: \${ID}`;
    const shell = facts(`NS=shop\ncat <<EOF | kubectl apply -f -\n${manifest}\nEOF\n`);
    expect(shell.serviceAccounts.map(accountSummary)).toEqual(['shop/orders «ID»']);
    expect(shell.serviceAccounts.map((account) => lineOf(account.at))).toEqual(['deploy.sh:3']);
    expect(shell.createsAccounts && shell.annotatesAccounts).toBe(true);
    const powerShell = facts(`$x = @"\n${manifest}\n"@\n$x | kubectl apply -f -\n`, 'deploy.ps1');
    expect(powerShell.serviceAccounts).toHaveLength(1);
  });
});

describe('the client id is put on accounts', () => {
  test.each([
    'kustomize edit add annotation "azure.workload.identity/client-id:$ID"',
    'yq -i \'.metadata.annotations."azure.workload.identity/client-id" = strenv(ID)\' sa.yaml',
    'helm upgrade x y --set "serviceAccount.annotations.azure\\.workload\\.identity/client-id=$ID"',
    'helm upgrade x y \\\n  --set-string sa.annotations."azure\\.workload\\.identity/client-id"=$ID',
    'sed -i "s|azure.workload.identity/client-id: .*|azure.workload.identity/client-id: $ID|" sa.yaml',
    'kubectl patch sa x -p \'{"metadata":{"annotations":{"azure.workload.identity/client-id":"1"}}}\'',
  ])('%s', (text) => {
    expect(facts(`${text}\n`).annotatesAccounts).toBe(true);
  });

  test('a mere mention does not', () => {
    expect(facts('echo azure.workload.identity/client-id\n').annotatesAccounts).toBe(false);
  });
});

test('a text without any of it costs nothing and tells nothing', () => {
  expect(facts('npm test\n')).toEqual({
    credentials: [],
    serviceAccounts: [],
    annotatesAccounts: false,
    createsAccounts: false,
  });
});

test('mutated scripts never throw, and hostile ones end', () => {
  const text = `NS=a\ncat <<EOF | kubectl apply -f -\nkind: ServiceAccount\nmetadata:\n  name: \${NS}\nEOF
kubectl -n x annotate sa/y azure.workload.identity/client-id="$ID"\nsed -i 's/AA_BB/x/g; s|c|d|' a\n'x' -replace 'abc', 'd'\n`;
  for (const mutant of mutations(text, 500, 9))
    for (const account of facts(mutant).serviceAccounts) accountSummary(account);
  const started = performance.now();
  facts(`kind: ServiceAccount ${'<<A\n'.repeat(50_000)}`);
  facts(`kubectl ${'kubectl annotate '.repeat(50_000)}`);
  facts(`serviceaccount${'\n'.repeat(300_000)}x`);
  expect(performance.now() - started).toBeLessThan(8000);
});
