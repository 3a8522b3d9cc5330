/** Manifests with a known fault each: of every severity, with and without a fix that can be offered. */

export const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;

/** A pod that runs as the account; its label is right unless another text is given. */
export function pod(name: string, options: { readonly label?: string; readonly annotation?: string } = {}): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
  labels:
    azure.workload.identity/use: ${options.label ?? '"true"'}
${options.annotation ? `  annotations:\n    ${options.annotation}\n` : ''}spec:
  serviceAccountName: orders
  containers:
    - {name: orders, image: "registry.example/orders:1"}
`;
}

/** An error on line 7, with a safe fix. */
export const wrongLabel = (name: string) => pod(name, { label: '"True"' });

/** A warning on line 9. */
const unknownContainer = (name: string) => pod(name, { annotation: 'azure.workload.identity/skip-containers: nobody' });

/** A note on line 7; the identity is the account's own, since one has room for 20 accounts. */
const labelledAccount = (name: string, clientId: string) =>
  account
    .replace('name: orders', `name: ${name}`)
    .replace(/(client-id: ).*/, `$1${clientId}`)
    .replace('  annotations:', '  labels:\n    azure.workload.identity/use: "true"\n  annotations:');

/** 60 errors, 40 warnings and 30 notes, each in a file of its own. */
export function manyFaults(): Record<string, string> {
  const files: Record<string, string> = { 'k8s/account.yaml': account };
  const number = (index: number) => String(index).padStart(2, '0');
  for (let at = 0; at < 60; at++) files[`k8s/error-${number(at)}.yaml`] = wrongLabel(`error-${at}`);
  for (let at = 0; at < 40; at++) files[`k8s/warning-${number(at)}.yaml`] = unknownContainer(`warning-${at}`);
  for (let at = 0; at < 30; at++)
    files[`k8s/note-${number(at)}.yaml`] = labelledAccount(
      `note-${at}`,
      `1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2b${number(at)}`,
    );
  return files;
}
