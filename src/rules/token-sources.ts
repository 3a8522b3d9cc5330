/** Ways in which pods get a token without the webhook, so that its label is not needed. */
import type { Field } from '../model/field.ts';
import type { Container, KubernetesObject, PodTemplate, Workload } from '../model/kubernetes.ts';
import { compareNamespaces, type World } from '../model/world.ts';

const fileDrivers = new Set(['file.csi.azure.com', 'blob.csi.azure.com']);

/**
 * Whether something other than the webhook gives these pods a token: a storage driver that asks for the account's
 * token itself, or a projected token with an audience (azure-aks-docs, "Azure Key Vault provider" and projected volumes).
 */
export function hasOtherTokenSource(world: World, workload: Workload, template: PodTemplate): boolean {
  return (template.spec.get('volumes')?.items() ?? []).some((volume) => {
    const driver = volume.get('csi', 'driver')?.text ?? '';
    if (driver === 'secrets-store.csi.k8s.io') return mayUseToken(world, workload, volume);
    if (volume.get('persistentVolumeClaim')) return world.objects.some(mountsWithToken);
    return fileDrivers.has(driver) || projectsToken(volume);
  });
}

/** A class of the Key Vault driver takes the pods' token when it names a client; one that is not here may. */
function mayUseToken(world: World, workload: Workload, volume: Field): boolean {
  const name = volume.get('csi', 'volumeAttributes', 'secretProviderClass')?.text;
  const classes = world.objects.filter(
    (object) =>
      object.kind === 'SecretProviderClass' &&
      object.metadata.nameField?.text === name &&
      world.sees(workload.manifest, object.manifest) &&
      compareNamespaces(workload, object) !== 'different',
  );
  return classes.length === 0 || classes.some((object) => object.root.get('spec', 'parameters', 'clientID')?.text);
}

/** A StorageClass or PersistentVolume whose driver asks for the pods' token (azure-aks-docs create-volume-azure-files). */
function mountsWithToken(object: KubernetesObject): boolean {
  const parameters = object.root.get('parameters') ?? object.root.get('spec', 'csi', 'volumeAttributes');
  return parameters?.get('mountWithWorkloadIdentityToken')?.text?.toLowerCase() === 'true';
}

function projectsToken(volume: Field): boolean {
  return (volume.get('projected', 'sources')?.items() ?? []).some((source) =>
    source.get('serviceAccountToken', 'audience'),
  );
}

const injected = /\$[({]?(AZURE_(?:CLIENT_ID|TENANT_ID|FEDERATED_TOKEN_FILE|AUTHORITY_HOST))\b/g;

/** A use of a variable that only the webhook sets. */
export interface InjectedUse {
  readonly field: Field;
  readonly variable: string;
}

/**
 * Where containers use (`$X`, `${X}`, `$(X)`) a variable that only the webhook would set: they have no `env` entry for it
 * and no `envFrom`, and do not set it themselves in a script.
 */
export function injectedUses(template: PodTemplate): readonly InjectedUse[] {
  return template.containers
    .filter((container) => !container.field.get('envFrom'))
    .flatMap((container) =>
      usesOf(container).flatMap((field) =>
        [...(field.text ?? '').matchAll(injected)]
          .map((match) => ({ field, variable: match[1] as string }))
          .filter(({ variable }) => !isSetBy(container, variable)),
      ),
    );
}

function isSetBy(container: Container, variable: string): boolean {
  return (
    container.environment.some((entry) => entry.name === variable) ||
    usesOf(container).some((field) => field.text?.includes(`${variable}=`))
  );
}

/** The application brings its own client id: any value counts, and what `envFrom` brings is not known. */
export function bringsClientId(template: PodTemplate): boolean {
  return template.containers.some(
    (container) =>
      container.field.get('envFrom') || container.environment.some((entry) => entry.name === 'AZURE_CLIENT_ID'),
  );
}

function usesOf(container: Container): readonly Field[] {
  return [
    ...(container.field.get('command')?.items() ?? []),
    ...(container.field.get('args')?.items() ?? []),
    ...container.environment.flatMap((entry) => entry.value ?? []),
  ];
}
