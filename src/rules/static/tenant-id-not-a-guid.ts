/** Rule: the tenant id of an account is a text that no tenant id can be. */
import { nameOf } from '../../model/world.ts';
import { exampleAccount, exampleTenantId } from '../example-manifests.ts';
import { describeNotGuid } from '../guid.ts';
import { isOpen, neverFilledRemedy, neverFilledText } from '../open-text.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'tenant-id-not-a-guid',
  title: 'The tenant id is not a GUID',
  group: 'Workload identity',
  why: 'Nothing checks the annotation before the application asks for a token; then Entra answers AADSTS90002 (tenant not found). Leftovers of a template and names of subscriptions are the usual causes.',
  remedy:
    'Write the GUID of the tenant (`az account show --query tenantId`), or remove the annotation to use that of the cluster.',
  severity: 'error',
  sources: [
    'Azure/azure-workload-identity pkg/webhook/webhook.go (no validation)',
    'azure-aks-docs workload-identity-cross-tenant',
  ],
  *check(world, repository) {
    for (const account of world.serviceAccounts) {
      const text = account.tenantId?.string;
      if (!account.tenantId || !text) continue;
      const [unfilled] = world.neverFilled(account.manifest, text);
      if (unfilled !== undefined) {
        yield {
          at: account.tenantId,
          message: `The tenant id of the ServiceAccount ${nameOf(account)} is never filled in: ${neverFilledText(unfilled)}.`,
          remedy: neverFilledRemedy(unfilled),
        };
      }
      if (isOpen(text, repository)) continue;
      const fault = describeNotGuid(text);
      if (!fault) continue;
      const domain = isDomain(text);
      yield {
        at: account.tenantId,
        message: `The tenant id of the ServiceAccount ${nameOf(account)} is ${domain ? 'a domain name' : fault.description}: "${text}".`,
        // Entra finds a tenant by a verified domain too; not every reader of AZURE_TENANT_ID does.
        severity: domain ? 'warning' : 'error',
        ...(fault.guid && {
          fix: { safety: 'safe', repairs: [{ kind: 'set-text', at: account.tenantId, text: fault.guid }] },
        }),
      };
    }
  },
});

function isDomain(text: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(text);
}

const tenant = (text: string) => ({
  'account.yaml': exampleAccount({ annotations: [`azure.workload.identity/tenant-id: ${text}`] }),
});
const mark = ' #~ tenant-id-not-a-guid';

export const examples = defineExamples({
  bad: [
    { title: 'A name', severity: 'error', files: tenant(`contoso${mark}`) },
    { title: 'A leftover', severity: 'error', files: tenant(`TBD${mark}`) },
    { title: 'An alias that only people can sign in through', severity: 'error', files: tenant(`common${mark}`) },
    { title: 'A space before', severity: 'error', files: tenant(`" ${exampleTenantId}"${mark}`) },
    { title: 'A domain', severity: 'warning', files: tenant(`contoso.example.com${mark}`) },
  ],
  good: [
    { title: 'A GUID', files: tenant(exampleTenantId) },
    { title: 'No annotation', files: { 'account.yaml': exampleAccount() } },
    { title: 'Filled in later', files: tenant('"$' + '{TENANT_ID}"') },
    { title: 'Token replacement', files: tenant('"#{TENANT_ID}#"') },
  ],
});
