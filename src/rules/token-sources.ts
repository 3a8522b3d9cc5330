/** Ways in which pods get a token without the webhook, so that its label is not needed. */
import type { Field } from '../model/field.ts';
import type { Container, PodTemplate } from '../model/kubernetes.ts';

const drivers = new Set(['secrets-store.csi.k8s.io', 'file.csi.azure.com', 'blob.csi.azure.com']);

/**
 * Whether something other than the webhook gives these pods a token: a storage driver that asks for the account's
 * token itself, or a projected token with an audience (azure-aks-docs, "Azure Key Vault provider" and projected volumes).
 */
export function hasOtherTokenSource(template: PodTemplate): boolean {
  return (template.spec.get('volumes')?.items() ?? []).some(
    (volume) =>
      drivers.has(volume.get('csi', 'driver')?.text ?? '') ||
      volume.get('persistentVolumeClaim') !== undefined ||
      (volume.get('projected', 'sources')?.items() ?? []).some((source) =>
        source.get('serviceAccountToken', 'audience'),
      ),
  );
}

const injected = /\bAZURE_(?:CLIENT_ID|TENANT_ID|FEDERATED_TOKEN_FILE|AUTHORITY_HOST)\b/;

/** Where a container uses a variable that only the webhook would set: no `env` entry of its own, and no `envFrom`. */
export function readsInjectedVariable(template: PodTemplate): { field: Field; variable: string } | undefined {
  for (const container of template.containers) {
    if (container.field.get('envFrom')) continue;
    for (const field of usesOf(container)) {
      const variable = injected.exec(field.text ?? '')?.[0];
      if (variable && !container.environment.some((entry) => entry.name === variable)) return { field, variable };
    }
  }
  return undefined;
}

function usesOf(container: Container): readonly Field[] {
  return [
    ...(container.field.get('command')?.items() ?? []),
    ...(container.field.get('args')?.items() ?? []),
    ...container.environment.flatMap((entry) => entry.value ?? []),
  ];
}
