/** Finds what puts AAD Pod Identity into a cluster: MIC and NMI, their chart, the AKS add-on, and the command for it. */
import type { Field } from '../model/field.ts';
import type { Container, KubernetesObject, Workload } from '../model/kubernetes.ts';
import type { ComponentSetting, PodIdentityComponent } from '../model/pod-identity.ts';
import type { World } from '../model/world.ts';
import { chartNames, chartValues } from './chart-values.ts';
import { textOf } from './relevance.ts';

/** The components of a world, in the order of its objects. */
export function componentsOf(world: World): readonly PodIdentityComponent[] {
  const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
  return world.objects.flatMap((object) => {
    const workload = workloads.get(object.manifest);
    return [
      ...(workload ? workloadComponents(workload) : []),
      ...chartComponents(object),
      ...addOnComponents(object),
      ...commandComponents(object),
    ];
  });
}

/** Images of the project, in its present and its former registry folder (Azure/aad-pod-identity deploy/). */
const image = /(?:^|\/)aad-pod-identity\/(mic|nmi)(?=$|[:@])/;

function workloadComponents(workload: Workload): readonly PodIdentityComponent[] {
  return workload.templates.flatMap((template) =>
    template.containers.flatMap((container) => {
      const kind = image.exec(container.field.get('image')?.text ?? '')?.[1];
      return kind === 'mic' || kind === 'nmi' ? [containerComponent(workload, kind, container)] : [];
    }),
  );
}

/** Flags of cmd/mic/main.go and cmd/nmi/main.go. Only NMI runs in managed mode, and only it knows of kubenet and headers. */
function containerComponent(object: Workload, kind: 'mic' | 'nmi', container: Container): PodIdentityComponent {
  const managed = flag(container, 'operation-mode');
  const environment = container.environment.find((entry) => entry.name === 'FORCENAMESPACED')?.value;
  return {
    object,
    kind,
    at: object.root.get('kind') ?? object.root,
    operation: kind === 'nmi' && managed?.text === 'managed' ? 'managed' : 'standard',
    forceNamespaced:
      booleanFlag(container, 'forceNamespaced') ?? (environment && { at: environment, value: truth(environment.text) }),
    kubenetAllowed: booleanFlag(container, 'allow-network-plugin-kubenet'),
    headerRequired: booleanFlag(container, 'metadata-header-required'),
  };
}

/** A flag of a container's command line; Go takes one dash or two, and `=` or the next word for a text. */
function flag(container: Container, name: string): { at: Field; text: string } | undefined {
  const words = ['command', 'args'].flatMap((key) => container.field.get(key)?.items() ?? []);
  for (const [index, word] of words.entries()) {
    const [, value] = new RegExp(`^--?${name}(?:=(.*))?$`).exec(word.text ?? '') ?? [undefined, null];
    if (value === null) continue;
    return { at: word, text: value ?? words[index + 1]?.text ?? '' };
  }
  return undefined;
}

/** A flag that is on when it stands alone, since Go never takes the next word for a boolean. */
function booleanFlag(container: Container, name: string): ComponentSetting | undefined {
  const found = flag(container, name);
  if (!found) return undefined;
  return { at: found.at, value: found.at.text?.includes('=') ? truth(found.text) : true };
}

/** Go's strconv.ParseBool; undefined for anything else, placeholders included. */
export function truth(text: string | undefined): boolean | undefined {
  if (/^(?:1|t|T|true|TRUE|True)$/.test(text ?? '')) return true;
  return /^(?:0|f|F|false|FALSE|False)$/.test(text ?? '') ? false : undefined;
}

/** A release of the project's chart, with the values that decide the same things as the flags. */
function chartComponents(object: KubernetesObject): readonly PodIdentityComponent[] {
  if (!chartNames(object).includes('aad-pod-identity')) return [];
  const [values] = chartValues(object);
  const setting = (...path: string[]): ComponentSetting | undefined => {
    const at = values?.get(...path);
    return at?.text ? { at, value: truth(at.text) } : undefined;
  };
  const mode = values?.get('operationMode')?.text || 'standard';
  return [
    {
      object,
      kind: 'chart',
      at: object.root.get('kind') ?? object.root,
      operation: mode === 'managed' || mode === 'standard' ? mode : undefined,
      forceNamespaced: setting('forceNamespaced'),
      kubenetAllowed: setting('nmi', 'allowNetworkPluginKubenet'),
      headerRequired: setting('nmi', 'metadataHeaderRequired'),
    },
  ];
}

/** The AKS add-on, switched on in a cluster that Azure Service Operator makes. */
function addOnComponents(object: KubernetesObject): readonly PodIdentityComponent[] {
  const profile = object.kind === 'ManagedCluster' ? object.root.get('spec', 'podIdentityProfile') : undefined;
  const enabled = profile?.get('enabled');
  if (truth(enabled?.text) !== true || !enabled) return [];
  const kubenet = profile?.get('allowNetworkPluginKubenet');
  return [
    {
      ...command(object, enabled),
      kind: 'add-on',
      kubenetAllowed: kubenet && { at: kubenet, value: truth(kubenet.text) },
    },
  ];
}

/** `az aks … --enable-pod-identity` in the scripts that an object carries. */
function commandComponents(object: KubernetesObject): readonly PodIdentityComponent[] {
  if (!textOf(object.manifest).includes('enable-pod-identity')) return [];
  return scalarsIn(object.root)
    .filter((field) => /^(?!\s*#).*--enable-pod-identity(?:-with-kubenet)?(?![-\w])/m.test(field.text ?? ''))
    .map((field) => ({
      ...command(object, field),
      kubenetAllowed: /--enable-pod-identity-with-kubenet(?![-\w])/.test(field.text ?? '')
        ? { at: field, value: true }
        : undefined,
    }));
}

function command(object: KubernetesObject, at: Field): PodIdentityComponent {
  return {
    object,
    kind: 'command',
    at,
    operation: 'managed',
    forceNamespaced: undefined,
    kubenetAllowed: undefined,
    headerRequired: undefined,
  };
}

function scalarsIn(field: Field): readonly Field[] {
  if (field.node.type === 'scalar') return [field];
  return [...field.entries(), ...field.items()].flatMap(scalarsIn);
}
