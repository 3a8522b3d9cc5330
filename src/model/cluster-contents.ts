/** What the API server of a cluster told: only what the wiring is compared with. Absent lists could not be read. */

/** A ServiceAccount as it stands in a cluster; the annotations are absent, empty or as written. */
export interface ObservedAccount {
  readonly namespace: string;
  readonly name: string;
  readonly clientId: string | undefined;
  readonly tenantId: string | undefined;
}

/** A pod that asks for the webhook by its label. */
export interface ObservedPod {
  readonly namespace: string;
  readonly name: string;
  readonly account: string;
  /** `Pending`, `Running`, `Succeeded`, `Failed` or `Unknown`. */
  readonly phase: string;
  /** The object that made it, with what its controller appends taken off; undefined for a pod by itself. */
  readonly owner: string | undefined;
  /** Whether it uses an identity binding, whose tokens are exchanged by AKS. */
  readonly binding: boolean;
  readonly containers: readonly ObservedContainer[];
}

export interface ObservedContainer {
  readonly name: string;
  /** Left out of the injection by the pod's own annotation. */
  readonly skipped: boolean;
  /** The names of its environment, with their literal values; an empty text where the value comes from elsewhere. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A label selector as Kubernetes has it. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

/** One webhook of a MutatingWebhookConfiguration. */
export interface ObservedWebhook {
  readonly configuration: string;
  readonly name: string;
  readonly objectSelector: LabelSelector;
  readonly namespaceSelector: LabelSelector;
  /** Whether it is called for new pods at all. */
  readonly seesNewPods: boolean;
}

export interface ObservedNamespace {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** An object that is only counted and named. */
export interface ObservedObject {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export interface ClusterContents {
  /** `issuer` of the API server's own discovery document. */
  readonly issuer?: string;
  readonly accounts?: readonly ObservedAccount[];
  readonly pods?: readonly ObservedPod[];
  readonly webhooks?: readonly ObservedWebhook[];
  readonly namespaces?: readonly ObservedNamespace[];
  readonly secretClasses?: readonly ObservedObject[];
  /** Objects of retired pod identity. */
  readonly podIdentities?: readonly ObservedObject[];
}

/** Whether labels satisfy a selector; an empty one takes everything (Kubernetes, labels and selectors). */
export function selects(selector: LabelSelector, labels: Readonly<Record<string, string>>): boolean {
  const byLabels = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return byLabels && (selector.matchExpressions ?? []).every((expression) => satisfies(expression, labels));
}

function satisfies(
  { key, operator, values = [] }: NonNullable<LabelSelector['matchExpressions']>[number],
  labels: Readonly<Record<string, string>>,
): boolean {
  const value = labels[key];
  if (operator === 'Exists') return value !== undefined;
  if (operator === 'DoesNotExist') return value === undefined;
  const listed = value !== undefined && values.includes(value);
  return operator === 'NotIn' ? !listed : listed;
}
