/** Every rule, in the order of their ids; `npm run docs` writes this file from those that define one. */
import { rule as namespaceMissing } from './cluster-rights/namespace-missing.ts';
import { rule as rbacClusterAdmin } from './cluster-rights/rbac-cluster-admin.ts';
import { rule as rbacEscalation } from './cluster-rights/rbac-escalation.ts';
import { rule as rbacGroupNotObjectId } from './cluster-rights/rbac-group-not-object-id.ts';
import { rule as rbacPathToIdentity } from './cluster-rights/rbac-path-to-identity.ts';
import { rule as rbacSystemMasters } from './cluster-rights/rbac-system-masters.ts';
import { rule as rbacUserBinding } from './cluster-rights/rbac-user-binding.ts';
import { rule as rbacUserIsClientId } from './cluster-rights/rbac-user-is-client-id.ts';
import { rule as rbacWildcard } from './cluster-rights/rbac-wildcard.ts';
import { rule as credentialAudienceUnexpected } from './declared/credential-audience-unexpected.ts';
import { rule as credentialDuplicate } from './declared/credential-duplicate.ts';
import { rule as credentialIssuerMismatch } from './declared/credential-issuer-mismatch.ts';
import { rule as credentialIssuerRetiring } from './declared/credential-issuer-retiring.ts';
import { rule as credentialIssuerSlash } from './declared/credential-issuer-slash.ts';
import { rule as credentialNameInvalid } from './declared/credential-name-invalid.ts';
import { rule as credentialSubjectMalformed } from './declared/credential-subject-malformed.ts';
import { rule as credentialSubjectUnmatched } from './declared/credential-subject-unmatched.ts';
import { rule as credentialUndeclared } from './declared/credential-undeclared.ts';
import { rule as credentialWildcard } from './declared/credential-wildcard.ts';
import { rule as credentialWritesParallel } from './declared/credential-writes-parallel.ts';
import { rule as identityEgressBlocked } from './network/identity-egress-blocked.ts';
import { rule as imdsReachable } from './network/imds-reachable.ts';
import { rule as networkPolicyCidrInvalid } from './network/network-policy-cidr-invalid.ts';
import { rule as duplicateKey } from './reading/duplicate-key.ts';
import { rule as limitExceeded } from './reading/limit-exceeded.ts';
import { rule as suppressionUnused } from './reading/suppression-unused.ts';
import { rule as suppressionWithoutReason } from './reading/suppression-without-reason.ts';
import { rule as syntaxError } from './reading/syntax-error.ts';
import type { Rule } from './rule.ts';
import { rule as clientIdMisplaced } from './static/client-id-misplaced.ts';
import { rule as clientIdMissing } from './static/client-id-missing.ts';
import { rule as clientIdMisspelt } from './static/client-id-misspelt.ts';
import { rule as clientIdNotAGuid } from './static/client-id-not-a-guid.ts';
import { rule as metadataValueNotString } from './static/metadata-value-not-string.ts';
import { rule as podLabelMisplaced } from './static/pod-label-misplaced.ts';
import { rule as podLabelMissing } from './static/pod-label-missing.ts';
import { rule as podLabelNotTrue } from './static/pod-label-not-true.ts';
import { rule as serviceAccountWrongNamespace } from './static/service-account-wrong-namespace.ts';
import { rule as tokenLifetimeOutOfRange } from './static/token-lifetime-out-of-range.ts';

export const rules: readonly Rule[] = [
  clientIdMisplaced,
  clientIdMissing,
  clientIdMisspelt,
  clientIdNotAGuid,
  credentialAudienceUnexpected,
  credentialDuplicate,
  credentialIssuerMismatch,
  credentialIssuerRetiring,
  credentialIssuerSlash,
  credentialNameInvalid,
  credentialSubjectMalformed,
  credentialSubjectUnmatched,
  credentialUndeclared,
  credentialWildcard,
  credentialWritesParallel,
  duplicateKey,
  identityEgressBlocked,
  imdsReachable,
  limitExceeded,
  metadataValueNotString,
  namespaceMissing,
  networkPolicyCidrInvalid,
  podLabelMisplaced,
  podLabelMissing,
  podLabelNotTrue,
  rbacClusterAdmin,
  rbacEscalation,
  rbacGroupNotObjectId,
  rbacPathToIdentity,
  rbacSystemMasters,
  rbacUserBinding,
  rbacUserIsClientId,
  rbacWildcard,
  serviceAccountWrongNamespace,
  suppressionUnused,
  suppressionWithoutReason,
  syntaxError,
  tokenLifetimeOutOfRange,
];
