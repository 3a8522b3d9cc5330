/** Rule: the tenant id of an account is there and empty, which is worse than not being there. */
import { nameOf } from '../../model/world.ts';
import { isEmptySlot } from '../empty-slot.ts';
import { exampleAccount, exampleTenantId } from '../example-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'tenant-id-empty',
  title: 'The tenant id is empty',
  group: 'Workload identity',
  why: 'Without the annotation the webhook sets AZURE_TENANT_ID to the tenant of the cluster. The annotation alone, even empty, switches that default off: the pods get no tenant id, or an empty one, and no token.',
  remedy: 'Remove the annotation to use the tenant of the cluster, or write the GUID of the tenant.',
  severity: 'error',
  sources: ['Azure/azure-workload-identity pkg/webhook/webhook.go', 'kedacore/charts issue 284'],
  *check(world) {
    for (const account of world.serviceAccounts) {
      const tenantId = account.tenantId;
      if (!tenantId || !isEmpty(tenantId.string ?? tenantId.value) || isEmptySlot(tenantId)) continue;
      yield {
        at: tenantId.keyPlace,
        message: `The tenant id of the ServiceAccount ${nameOf(account)} is empty, so that its pods get no AZURE_TENANT_ID at all.`,
        // Whether the tenant of the cluster is the right one is for a person to say.
        fix: { safety: 'unsafe', repairs: [{ kind: 'remove-entry', at: tenantId }] },
      };
    }
  },
});

/** Nothing after the colon is the empty string to the API server; a map is not. */
function isEmpty(value: unknown): boolean {
  return value === '' || value === null;
}

const tenant = (text: string) => ({
  'account.yaml': exampleAccount({ annotations: [`azure.workload.identity/tenant-id:${text}`] }),
});

export const examples = defineExamples({
  bad: [
    { title: 'An empty text', files: tenant(' "" #~ tenant-id-empty') },
    { title: 'Nothing after the colon', files: tenant(' #~ tenant-id-empty') },
  ],
  good: [
    { title: 'A GUID', files: tenant(` ${exampleTenantId}`) },
    { title: 'No annotation: the tenant of the cluster', files: { 'account.yaml': exampleAccount() } },
    { title: 'A slot that the pipeline fills in', files: tenant(' # filled in by the pipeline') },
    { title: 'Filled in later', files: tenant(' "$' + '{TENANT_ID}"') },
  ],
});
