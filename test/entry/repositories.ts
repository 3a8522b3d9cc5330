/** Small repositories in a fresh folder, for tests that run an entry. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A ServiceAccount whose client id is, or is not, a GUID. */
export function serviceAccount(clientId: string, name = 'orders'): string {
  return [
    'apiVersion: v1',
    'kind: ServiceAccount',
    'metadata:',
    `  name: ${name}`,
    '  namespace: shop',
    '  annotations:',
    `    azure.workload.identity/client-id: ${clientId}`,
    '',
  ].join('\n');
}

export const rightClientId = '5b0f0c5e-9a53-4f3b-8c1f-7a10b0e3b1e4';
export const wrongClientId = '/subscriptions/orders';

/** Writes the files, does the work in their folder, and removes it. */
export async function inRepository<T>(
  files: Readonly<Record<string, string>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'idwire-repository-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text);
    }
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
