/** Role-based access control: the rules of registered users and the roles and bindings stored in the cluster. */
import type { Cluster } from './cluster.ts';
import type { Json, JsonRecord, KubernetesObject } from './json.ts';
import { recordsOf, stringsOf, textOf, valueAt } from './json.ts';
import { kindNamed } from './kinds.ts';
import { ApiError } from './status.ts';

/** A rule as in a ClusterRole; `namespaces` narrows it as a RoleBinding in those namespaces would. */
export interface AccessRule {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  /** Absent: the whole cluster. */
  readonly namespaces?: readonly string[];
}

/** Who sent a request. */
export interface Subject {
  readonly name: string;
  readonly groups: readonly string[];
  /** Rules given to a registered user at start; empty for ServiceAccounts. */
  readonly rules: readonly AccessRule[];
}

/** What a request wants to do with a resource. An empty `namespace` is the cluster scope. */
export interface ResourceAction {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
}

const superusers = 'system:masters';
const everyone = [/^\/version\/?$/, /^\/(healthz|livez|readyz)/, /^\/apis?(\/|$)/, /^\/openapi(\/|$)/];
/** Any authenticated user may ask about itself (ClusterRole system:basic-user). */
const aboutOneself = ['selfsubjectaccessreviews', 'selfsubjectrulesreviews', 'selfsubjectreviews'];

const lists = (values: readonly string[] | undefined, wanted: string) =>
  values !== undefined && (values.includes('*') || values.includes(wanted));

function resourceOf(action: ResourceAction): string {
  return action.subresource ? `${action.resource}/${action.subresource}` : action.resource;
}

function covers(rule: AccessRule, action: ResourceAction): boolean {
  const { resources = [], resourceNames = [], namespaces } = rule;
  const whole = resourceOf(action);
  return (
    lists(rule.verbs, action.verb) &&
    lists(rule.apiGroups, action.group) &&
    (lists(resources, whole) || (action.subresource !== '' && resources.includes(`*/${action.subresource}`))) &&
    (resourceNames.length === 0 || resourceNames.includes(action.name)) &&
    (namespaces === undefined || lists(namespaces, action.namespace))
  );
}

function coversPath(rule: AccessRule, verb: string, path: string): boolean {
  const matches = (pattern: string) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
  return lists(rule.verbs, verb) && (rule.nonResourceURLs ?? []).some(matches);
}

function isBound(binding: KubernetesObject, subject: Subject): boolean {
  return recordsOf(binding.subjects).some((one) => {
    const name = textOf(one.name);
    if (one.kind === 'User') return name === subject.name;
    if (one.kind === 'Group') return subject.groups.includes(name);
    return `system:serviceaccount:${textOf(one.namespace)}:${name}` === subject.name;
  });
}

function ruleOf(stored: JsonRecord, namespaces: readonly string[] | undefined): AccessRule {
  const texts = (member: string) => stringsOf(stored[member]);
  return {
    verbs: texts('verbs'),
    apiGroups: texts('apiGroups'),
    resources: texts('resources'),
    resourceNames: texts('resourceNames'),
    nonResourceURLs: texts('nonResourceURLs'),
    ...(namespaces ? { namespaces } : {}),
  };
}

/** Decides over requests to one cluster. */
export class Authorizer {
  readonly #cluster: Cluster;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** Every rule that applies to the subject: its own and those of the bindings that name it or a group of it. */
  rulesOf(subject: Subject): readonly AccessRule[] {
    const everything = { verbs: ['*'], apiGroups: ['*'], resources: ['*'], nonResourceURLs: ['*'] };
    const superuser = subject.groups.includes(superusers) ? [everything] : [];
    const bound = ['ClusterRoleBinding', 'RoleBinding'].flatMap((kind) =>
      this.#cluster.store
        .list(kindNamed(kind))
        .filter((binding) => isBound(binding, subject))
        .flatMap((binding) => this.#rulesOfBinding(binding)),
    );
    return [...superuser, ...subject.rules, ...bound];
  }

  #rulesOfBinding(binding: KubernetesObject): AccessRule[] {
    const { namespace } = binding.metadata;
    const role = valueAt(binding, 'roleRef', 'kind') === 'Role' ? 'Role' : 'ClusterRole';
    const name = textOf(valueAt(binding, 'roleRef', 'name'));
    const stored = this.#cluster.store.find(kindNamed(role), namespace ?? '', name);
    return recordsOf(stored?.rules).map((rule) => ruleOf(rule, namespace ? [namespace] : undefined));
  }

  allows(subject: Subject, action: ResourceAction): boolean {
    if (action.verb === 'create' && aboutOneself.includes(action.resource)) return true;
    return this.rulesOf(subject).some((rule) => covers(rule, action));
  }

  allowsPath(subject: Subject, verb: string, path: string): boolean {
    if (verb === 'get' && everyone.some((pattern) => pattern.test(path))) return true;
    return this.rulesOf(subject).some((rule) => coversPath(rule, verb, path));
  }

  /** @throws ApiError 403, in the words of kube-apiserver. */
  authorize(subject: Subject, action: ResourceAction): void {
    if (this.allows(subject, action)) return;
    const { name, group, resource, verb, namespace } = action;
    const qualified = `${resource}${group ? `.${group}` : ''}${name ? ` "${name}"` : ''}`;
    const scope = namespace ? `in the namespace "${namespace}"` : 'at the cluster scope';
    const what = `cannot ${verb} resource "${resourceOf(action)}" in API group "${group}" ${scope}`;
    const details: Record<string, Json> = { ...(name ? { name } : {}), ...(group ? { group } : {}), kind: resource };
    throw new ApiError(403, 'Forbidden', `${qualified} is forbidden: User "${subject.name}" ${what}`, details);
  }

  /** @throws ApiError 403. */
  authorizePath(subject: Subject, verb: string, path: string): void {
    if (this.allowsPath(subject, verb, path)) return;
    throw new ApiError(403, 'Forbidden', `forbidden: User "${subject.name}" cannot ${verb} path "${path}"`, {});
  }
}
