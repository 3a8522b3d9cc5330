/** Rule: the client id of an account is a text that no client id can be. */

import { entryOf, identityKeys } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { describeNotGuid } from '../guid.ts';
import { isOpen, neverFilledRemedy, neverFilledText } from '../open-text.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'client-id-not-a-guid',
  title: 'The client id is not a GUID',
  group: 'Workload identity',
  why: 'Nothing checks the annotation before the application asks for a token; then Entra answers AADSTS700016 (application not found). Resource ids, names and leftovers of a template are the usual causes.',
  remedy:
    'Write the client id of the managed identity (`az identity show --query clientId`), not its resource id, object id or name.',
  severity: 'error',
  sources: [
    'MicrosoftDocs/azure-docs issue 108526',
    'Azure/azure-workload-identity pkg/webhook/webhook.go (no validation)',
  ],
  *check(world, repository) {
    for (const account of world.serviceAccounts) {
      const clientId = entryOf(account.metadata.annotations, identityKeys.clientId);
      const text = clientId?.string;
      if (!clientId || !text) continue;
      const [unfilled] = world.neverFilled(account.manifest, text);
      if (unfilled !== undefined) {
        yield {
          at: clientId,
          message: `The client id of the ServiceAccount ${nameOf(account)} is never filled in: ${neverFilledText(unfilled)}.`,
          remedy: neverFilledRemedy(unfilled),
          about: cause('client id text', account),
        };
      }
      if (isOpen(text, repository)) continue;
      const fault = describeNotGuid(text);
      if (!fault) continue;
      yield {
        at: clientId,
        message: `The client id of the ServiceAccount ${nameOf(account)} is ${fault.description}: "${text}".`,
        about: cause('client id text', account),
        ...(fault.guid && { fix: { safety: 'safe', repairs: [{ kind: 'set-text', at: clientId, text: fault.guid }] } }),
      };
    }
  },
});

const account = (value: string) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: ${value}
`;
const mark = ' #~ client-id-not-a-guid';

export const examples = defineExamples({
  bad: [
    { title: 'A leftover', files: { 'account.yaml': account(`TBA${mark}`) } },
    {
      title: 'The resource id',
      files: {
        'account.yaml': account(
          `/subscriptions/7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90/resourceGroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders${mark}`,
        ),
      },
    },
    { title: 'A name', files: { 'account.yaml': account(`id-orders${mark}`) } },
    { title: 'Only zeros', files: { 'account.yaml': account(`"00000000-0000-0000-0000-000000000000"${mark}`) } },
    {
      title: 'Letters that no GUID has',
      files: { 'account.yaml': account(`xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx${mark}`) },
    },
    { title: 'Braces', files: { 'account.yaml': account(`"{1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}"${mark}`) } },
    {
      title: 'A space at the end',
      files: { 'account.yaml': account(`"1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11 "${mark}`) },
    },
  ],
  good: [
    { title: 'A GUID, in capitals too', files: { 'account.yaml': account('1B0F4A52-6F0A-4BB7-9D3C-0C6F4F7C2A11') } },
    { title: 'Empty, which pods that need it report', files: { 'account.yaml': account('""') } },
    { title: 'Flux and envsubst', files: { 'account.yaml': account('$' + '{ORDERS_CLIENT_ID}') } },
    { title: 'With a default', files: { 'account.yaml': account('$' + '{ORDERS_CLIENT_ID:=none}') } },
    { title: 'Make, or Azure Pipelines', files: { 'account.yaml': account('$(ORDERS_CLIENT_ID)') } },
    { title: 'Token replacement', files: { 'account.yaml': account('"#{ORDERS_CLIENT_ID}#"') } },
    { title: 'Double underscores', files: { 'account.yaml': account('__ORDERS_CLIENT_ID__') } },
    { title: 'Angle brackets, replaced by a script', files: { 'account.yaml': account('<client-id>') } },
    { title: 'An ApplicationSet value', files: { 'account.yaml': account("'{{metadata.annotations.client_id}}'") } },
    { title: 'A word that a script replaces', files: { 'account.yaml': account('REPLACE_ME_CLIENT_ID') } },
    { title: 'Encrypted', files: { 'account.yaml': account('ENC[AES256_GCM,data:q1,iv:q2,tag:q3,type:str]') } },
  ],
});
