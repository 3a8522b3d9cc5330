/** The questions that users may ask about themselves: may I, what may I, who am I. */
import type { Authorizer, Subject } from './authorization.ts';
import type { Json, JsonRecord } from './json.ts';
import { isRecord, recordOf, textOf, valueAt } from './json.ts';
import { ApiError, badRequest } from './status.ts';

/** The kinds of self review with the API group that serves them. */
export const selfReviews: Readonly<Record<string, { readonly group: string; readonly kind: string }>> = {
  selfsubjectaccessreviews: { group: 'authorization.k8s.io', kind: 'SelfSubjectAccessReview' },
  selfsubjectrulesreviews: { group: 'authorization.k8s.io', kind: 'SelfSubjectRulesReview' },
  selfsubjectreviews: { group: 'authentication.k8s.io', kind: 'SelfSubjectReview' },
};

function accessStatus(authorizer: Authorizer, subject: Subject, spec: JsonRecord): JsonRecord {
  const path = spec.nonResourceAttributes;
  if (isRecord(path)) {
    return { allowed: authorizer.allowsPath(subject, textOf(path.verb), textOf(path.path)) };
  }
  const asked = spec.resourceAttributes;
  if (!isRecord(asked))
    throw badRequest('exactly one of nonResourceAttributes or resourceAttributes must be specified');
  const text = (member: string) => textOf(asked[member]);
  const allowed = authorizer.allows(subject, {
    verb: text('verb'),
    group: text('group'),
    resource: text('resource'),
    subresource: text('subresource'),
    namespace: text('namespace'),
    name: text('name'),
  });
  return { allowed };
}

function rulesStatus(authorizer: Authorizer, subject: Subject, namespace: string): JsonRecord {
  if (!namespace) throw badRequest('no namespace on request');
  const rules = authorizer
    .rulesOf(subject)
    .filter((rule) => !rule.namespaces || rule.namespaces.includes('*') || rule.namespaces.includes(namespace));
  const resourceRules = rules
    .filter((rule) => rule.resources?.length)
    .map(({ verbs, apiGroups = [], resources = [], resourceNames = [] }) => ({
      verbs: [...verbs],
      apiGroups: [...apiGroups],
      resources: [...resources],
      ...(resourceNames.length > 0 ? { resourceNames: [...resourceNames] } : {}),
    }));
  const nonResourceRules = rules
    .filter((rule) => rule.nonResourceURLs?.length)
    .map(({ verbs, nonResourceURLs = [] }) => ({ verbs: [...verbs], nonResourceURLs: [...nonResourceURLs] }));
  return { resourceRules, nonResourceRules, incomplete: false };
}

/** Answers one of {@link selfReviews}. @throws ApiError 400 for an incomplete question. */
export function answerSelfReview(authorizer: Authorizer, subject: Subject, resource: string, body: Json): JsonRecord {
  const review = selfReviews[resource];
  if (!review) throw new ApiError(404, 'NotFound', 'the server could not find the requested resource', {});
  const spec = recordOf(valueAt(body, 'spec'));
  const identity = { apiVersion: `${review.group}/v1`, kind: review.kind, metadata: { creationTimestamp: null } };
  if (review.kind === 'SelfSubjectAccessReview') {
    return { ...identity, spec, status: accessStatus(authorizer, subject, spec) };
  }
  if (review.kind === 'SelfSubjectRulesReview') {
    return { ...identity, spec, status: rulesStatus(authorizer, subject, textOf(spec.namespace)) };
  }
  return { ...identity, status: { userInfo: { username: subject.name, groups: [...subject.groups] } } };
}
