/** Rule: the client id of an AzureIdentity is a text that no client id can be. */
import { podIdentityOf } from '../../manifests/pod-identity.ts';
import { nameOf } from '../../model/world.ts';
import { describeNotGuid } from '../guid.ts';
import { isOpen } from '../open-text.ts';
import { clientId, identity, resourceId } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-client-id-not-a-guid',
  title: 'The client id of an AzureIdentity is not a GUID',
  group: 'Pod identity and migration',
  why: 'NMI compares this text with the client id that an application asks for, and asks Azure for a token of it. A name or a resource id matches nothing.',
  remedy: 'Write the client id of the managed identity (`az identity show --query clientId`).',
  severity: 'error',
  sources: ['Azure/aad-pod-identity pkg/nmi (identity by client id, case-sensitive)'],
  *check(world, repository) {
    for (const { object, clientId: id } of podIdentityOf(world).identities) {
      if (!id?.text || isOpen(id.text, repository)) continue;
      const fault = describeNotGuid(id.text);
      if (!fault) continue;
      yield {
        at: id,
        message: `The clientID of the AzureIdentity ${nameOf(object)} is ${fault.description}: "${id.text}".`,
        ...(fault.guid && { fix: { safety: 'safe', repairs: [{ kind: 'set-text', at: id, text: fault.guid }] } }),
      };
    }
  },
});

const mark = ' #~ pod-identity-client-id-not-a-guid';
const withId = (id: string) => identity(`  type: 0\n  resourceID: ${resourceId}\n  clientID: ${id}\n`);

export const examples = defineExamples({
  bad: [
    { title: 'A name', files: { 'identity.yaml': withId(`id-orders${mark}`) } },
    { title: 'The resource id', files: { 'identity.yaml': withId(`${resourceId}${mark}`) } },
    { title: 'Only zeros', files: { 'identity.yaml': withId(`"00000000-0000-0000-0000-000000000000"${mark}`) } },
  ],
  good: [
    { title: 'A GUID', files: { 'identity.yaml': withId(clientId.toUpperCase()) } },
    { title: 'Filled in later', files: { 'identity.yaml': withId('$' + '{IDENTITY_CLIENT_ID}') } },
    { title: 'Angle brackets, replaced by a script', files: { 'identity.yaml': withId('<client-id>') } },
  ],
});
