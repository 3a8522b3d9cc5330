/** Rule: the resource id of an AzureIdentity is none of a user-assigned identity. */
import { modeNear, podIdentityOf } from '../../manifests/pod-identity.ts';
import { nameOf } from '../../model/world.ts';
import { isOpen } from '../open-text.ts';
import { legacyFields } from '../pod-identity-fields.ts';
import { clientId, identity, mic, resourceId } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

/** ARM ids compare without case. The controller's own pattern is unanchored, and takes any text around an id. */
const pattern =
  /^\/subscriptions\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/resourcegroups\/[^/]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/\s]+$/i;

export const rule = defineRule({
  id: 'pod-identity-resource-id-invalid',
  title: 'The resource id is none of a managed identity',
  group: 'Pod identity and migration',
  why: 'MIC assigns the identity with this id to the nodes. With any other text the assignment fails, and in standard mode it fails for all other identities of the same node in that round.',
  remedy:
    'Write /subscriptions/<GUID>/resourceGroups/<group>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name> (`az identity show --query id`).',
  severity: 'error',
  sources: ['Azure/aad-pod-identity pkg/utils/utils.go (ValidateResourceID), pkg/mic/mic.go (convertIDListToMap)'],
  *check(world, repository) {
    for (const { object, type, resourceId: id } of podIdentityOf(world).identities) {
      if (type !== 0) continue;
      if (id?.text) {
        if (isOpen(id.text, repository) || pattern.test(id.text)) continue;
        yield {
          at: id,
          message: `The resourceID of the AzureIdentity ${nameOf(object)} is not the id of a user-assigned identity: "${id.text}".`,
        };
      } else if (!legacyFields(object).some(({ wanted }) => wanted === 'resourceID')) {
        const standard = ['standard', 'namespaced'].includes(modeNear(world, object));
        yield {
          at: id?.keyPlace ?? object.metadata.nameField ?? object.root,
          message: `The AzureIdentity ${nameOf(object)} has no resourceID; ${standard ? 'MIC ignores it' : 'in standard mode MIC ignores it'}.`,
          severity: standard ? 'error' : 'warning',
        };
      }
    }
  },
});

const mark = ' #~ pod-identity-resource-id-invalid';
const withId = (id: string) => identity(`  type: 0\n  resourceID: ${id}\n  clientID: ${clientId}\n`);

export const examples = defineExamples({
  bad: [
    {
      title: 'Another kind of resource',
      files: { 'identity.yaml': withId(`${resourceId.replace('userAssignedIdentities', 'identities')}${mark}`) },
    },
    {
      title: 'A name for the subscription',
      files: {
        'identity.yaml': withId(`${resourceId.replace(/subscriptions\/[^/]+/, 'subscriptions/production')}${mark}`),
      },
    },
    { title: 'Text before the id', files: { 'identity.yaml': withId(`id=${resourceId}${mark}`) } },
    {
      title: 'None: a warning, and an error beside MIC',
      files: {
        'dev/identity.yaml': identity(`  type: 0\n  clientID: ${clientId}\n`, { name: `orders${mark}` }),
        'prod/identity.yaml': identity(`  clientID: ${clientId}\n`, { name: `orders${mark}` }),
        'prod/mic.yaml': mic(),
      },
    },
  ],
  good: [
    {
      title: 'In another letter case',
      files: { 'identity.yaml': withId(resourceId.replace('resourcegroups', 'resourceGroups').toUpperCase()) },
    },
    { title: 'Filled in later', files: { 'identity.yaml': withId('$' + '{IDENTITY_RESOURCE_ID}') } },
    {
      title: 'Partly filled in later',
      files: { 'identity.yaml': withId(resourceId.replace(/subscriptions\/[^/]+/, 'subscriptions/<subscription-id>')) },
    },
  ],
});
