/** Rule: the namespace admits no privileged containers, and the proxy brings one. */
import type { Field } from '../../model/field.ts';
import { entryOf, type KubernetesObject, type Workload } from '../../model/kubernetes.ts';
import { compareTexts, literalOf } from '../../model/partial-text.ts';
import { nameOf, type World } from '../../model/world.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { labelledPods, proxyAnnotation } from '../labelled-pods.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'proxy-sidecar-forbidden',
  title: 'The namespace forbids the proxy sidecar',
  group: 'Workload identity',
  why: 'The proxy comes with an init container that is privileged, runs as root and adds the capability NET_ADMIN. A namespace that enforces the Pod Security level baseline or restricted, or a Gatekeeper constraint on capabilities, refuses every pod that has it.',
  remedy:
    'Let the application use a credential that reads the token file, so that it needs no proxy; or run it in a namespace that may have privileged containers.',
  severity: 'error',
  sources: [
    'Azure/azure-workload-identity pkg/webhook/webhook.go (azwi-proxy-init), issue 1424',
    'Kubernetes Pod Security Standards',
    'open-policy-agent/gatekeeper-library pod-security-policy/capabilities',
  ],
  *check(world) {
    for (const { workload, template } of labelledPods(world)) {
      const proxy = proxyAnnotation(template);
      const ban = proxy && banFor(world, workload);
      if (!proxy || !ban) continue;
      yield {
        at: proxy.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} ask for the proxy sidecar, whose init container is privileged and adds NET_ADMIN; ${ban.reason}.`,
        related: [{ at: ban.at, note: 'what forbids it' }],
        about: cause('proxy', workload),
      };
    }
  },
});

interface Ban {
  readonly at: Field;
  readonly reason: string;
}

function banFor(world: World, workload: Workload): Ban | undefined {
  if (!workload.namespaceGiven) return undefined;
  for (const object of world.objects) {
    if (!world.sees(workload.manifest, object.manifest)) continue;
    const ban = object.kind === 'Namespace' ? enforcedLevel(object, workload) : constraint(object, workload);
    if (ban) return ban;
  }
  return undefined;
}

function enforcedLevel(object: KubernetesObject, workload: Workload): Ban | undefined {
  if (compareTexts(object.name, workload.namespace) !== 'same') return undefined;
  const level = entryOf(object.metadata.labels, 'pod-security.kubernetes.io/enforce');
  if (level?.text !== 'baseline' && level?.text !== 'restricted') return undefined;
  return { at: level, reason: `the namespace enforces the Pod Security level ${level.text}` };
}

/** A constraint on capabilities that applies to all pods of the namespace and leaves NET_ADMIN out. */
function constraint(object: KubernetesObject, workload: Workload): Ban | undefined {
  if (object.kind !== 'K8sPSPCapabilities') return undefined;
  const spec = object.root.get('spec');
  const parameters = spec?.get('parameters');
  const allowed = (parameters?.get('allowedCapabilities')?.items() ?? []).map((field) => field.text?.toUpperCase());
  const denies = (spec?.get('enforcementAction')?.text ?? 'deny') === 'deny';
  const exempt = (parameters?.get('exemptImages')?.items() ?? []).length > 0;
  if (!denies || exempt || allowed.includes('*') || allowed.includes('NET_ADMIN')) return undefined;
  if (!appliesTo(spec?.get('match'), literalOf(workload.namespace))) return undefined;
  return {
    at: parameters?.get('allowedCapabilities') ?? object.metadata.nameField ?? object.root,
    reason: `the Gatekeeper constraint ${nameOf(object)} does not allow that capability`,
  };
}

/** Whether a constraint surely applies; selectors are taken for not applying, since labels may come from elsewhere. */
function appliesTo(match: Field | undefined, namespace: string | undefined): boolean {
  if (namespace === undefined || match?.get('namespaceSelector') || match?.get('labelSelector')) return false;
  const texts = (field: Field | undefined) => (field?.items() ?? []).map((item) => item.text ?? '');
  const kinds = match?.get('kinds')?.items() ?? [];
  const pods = kinds.some((kind) => texts(kind.get('kinds')).some((name) => name === 'Pod' || name === '*'));
  if (kinds.length > 0 && !pods) return false;
  const included = texts(match?.get('namespaces'));
  if (included.length > 0 && !included.some((pattern) => fits(pattern, namespace))) return false;
  return !texts(match?.get('excludedNamespaces')).some((pattern) => fits(pattern, namespace));
}

/** Gatekeeper allows `*` at either end of a namespace. */
function fits(pattern: string, namespace: string): boolean {
  const inner = pattern.replace(/^\*|\*$/g, '');
  if (pattern.startsWith('*') && pattern.endsWith('*')) return namespace.includes(inner);
  if (pattern.startsWith('*')) return namespace.endsWith(inner);
  return pattern.endsWith('*') ? namespace.startsWith(inner) : namespace === pattern;
}

const namespace = (label: string, name = 'shop') => `---
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels:
    pod-security.kubernetes.io/${label}
`;
const gatekeeper = (spec: string) => `---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sPSPCapabilities
metadata:
  name: capabilities
spec:
${spec}`;
const everywhere = `  match:
    kinds: [{apiGroups: [""], kinds: ["Pod"]}]
    excludedNamespaces: [kube-system, "*-system"]
`;
const proxy = 'azure.workload.identity/inject-proxy-sidecar: "true"';
const pods = (mark: string) => exampleAccount() + examplePods({ annotations: [`${proxy}${mark}`] });
const bad = (...more: string[]) => ({ 'all.yaml': pods(' #~ proxy-sidecar-forbidden') + more.join('') });
const good = (...more: string[]) => ({ 'all.yaml': pods('') + more.join('') });

export const examples = defineExamples({
  bad: [
    { title: 'Pod Security restricted', files: bad(namespace('enforce: restricted')) },
    { title: 'Pod Security baseline', files: bad(namespace('enforce: baseline')) },
    {
      title: 'A constraint that allows other capabilities',
      files: bad(
        gatekeeper(`${everywhere}  parameters:
    allowedCapabilities: [NET_BIND_SERVICE]
    requiredDropCapabilities: [NET_RAW]
`),
      ),
    },
    {
      title: 'A constraint for this namespace that allows none',
      files: bad(
        gatekeeper(`  enforcementAction: deny
  match: {kinds: [{kinds: [Deployment]}, {kinds: [Job, Pod]}], namespaces: [other, "sh*"]}
  parameters: {requiredDropCapabilities: [NET_RAW]}
`),
      ),
    },
  ],
  good: [
    { title: 'Pod Security privileged', files: good(namespace('enforce: privileged')) },
    { title: 'Only warned about', files: good(namespace('warn: restricted')) },
    { title: 'Another namespace', files: good(namespace('enforce: restricted', 'other')) },
    {
      title: 'Without the proxy',
      files: { 'all.yaml': exampleAccount() + examplePods() + namespace('enforce: restricted') },
    },
    {
      title: 'A constraint that allows the capability',
      files: good(gatekeeper(`${everywhere}  parameters: {allowedCapabilities: [net_admin]}\n`)),
    },
    {
      title: 'A constraint that allows all',
      files: good(gatekeeper(`${everywhere}  parameters: {allowedCapabilities: ["*"]}\n`)),
    },
    {
      title: 'A constraint that is tried out',
      files: good(gatekeeper(`  enforcementAction: dryrun\n${everywhere}`)),
    },
    {
      title: 'A constraint that exempts images',
      files: good(
        gatekeeper(`${everywhere}  parameters: {exemptImages: ["mcr.microsoft.com/oss/azure/workload-identity/*"]}\n`),
      ),
    },
    {
      title: 'Constraints for other objects, other namespaces and selected pods',
      files: good(
        gatekeeper('  match: {kinds: [{apiGroups: [apps], kinds: [Deployment]}]}\n'),
        gatekeeper('  match: {namespaces: [other, "*-other"]}\n'),
        gatekeeper('  match: {namespaces: ["ho*", "*ho"]}\n'),
        gatekeeper('  match: {excludedNamespaces: [kube-system, "*ho*"]}\n'),
        gatekeeper('  match: {labelSelector: {matchLabels: {team: other}}}\n'),
        gatekeeper('  match: {namespaceSelector: {matchLabels: {team: other}}}\n'),
      ),
    },
  ],
});
