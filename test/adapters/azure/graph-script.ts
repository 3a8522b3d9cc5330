/** Makes calls to the port of Azure as a child process, and prints what each answered as JSON. */
import { createAzure } from '../../../src/adapters/azure/azure.ts';
import { createCredential } from '../../../src/adapters/azure/sign-in.ts';
import { explain } from '../../../src/model/errors.ts';
import type { Application, FederatedCredential } from '../../../src/model/identity.ts';

interface Request {
  readonly urls: { readonly authority: string; readonly resourceManager: string; readonly graph: string };
  readonly tenantId: string;
  readonly clientId: string;
  readonly secret: string;
  readonly application: string;
  readonly calls: readonly (readonly [method: 'credentials' | 'write' | 'remove', argument?: unknown])[];
}

const { urls, tenantId, clientId, secret, application, calls } = JSON.parse(process.argv[2] ?? '') as Request;
const cloud = { name: 'custom', audience: 'api://AzureADTokenExchange', ...urls };
const azure = createAzure(
  await createCredential({ method: 'client-secret', tenantId, clientId, secret }, cloud),
  cloud,
);
const target: Application = { kind: 'application', id: `application:${application}`, clientId: application, tenantId };
const answers: unknown[] = [];
for (const [method, argument] of calls) {
  try {
    if (method === 'credentials') answers.push({ value: await azure.credentials(target) });
    else if (method === 'write') answers.push({ value: await azure.write(target, argument as FederatedCredential) });
    else answers.push({ value: await azure.remove(target, argument as string) });
  } catch (thrown) {
    const { name, problem, evidence, remedy } = explain(thrown);
    answers.push({ error: { name, problem, evidence, remedy } });
  }
}
process.stdout.write(JSON.stringify(answers));
