/** Every rule, in the order of their ids; `npm run docs` writes this file from those that define one. */
import { rule as duplicateKey } from './reading/duplicate-key.ts';
import { rule as limitExceeded } from './reading/limit-exceeded.ts';
import { rule as suppressionUnused } from './reading/suppression-unused.ts';
import { rule as suppressionWithoutReason } from './reading/suppression-without-reason.ts';
import { rule as syntaxError } from './reading/syntax-error.ts';
import type { Rule } from './rule.ts';
import { rule as azureEnvShadowed } from './static/azure-env-shadowed.ts';
import { rule as clientIdMisplaced } from './static/client-id-misplaced.ts';
import { rule as clientIdMissing } from './static/client-id-missing.ts';
import { rule as clientIdMisspelt } from './static/client-id-misspelt.ts';
import { rule as clientIdNotAGuid } from './static/client-id-not-a-guid.ts';
import { rule as clientSecretBesideIdentity } from './static/client-secret-beside-identity.ts';
import { rule as credentialLimitExceeded } from './static/credential-limit-exceeded.ts';
import { rule as identityBindingNotAuthorised } from './static/identity-binding-not-authorised.ts';
import { rule as identityBindingWithoutLabel } from './static/identity-binding-without-label.ts';
import { rule as metadataValueNotString } from './static/metadata-value-not-string.ts';
import { rule as plainClientSecret } from './static/plain-client-secret.ts';
import { rule as podLabelMisplaced } from './static/pod-label-misplaced.ts';
import { rule as podLabelMissing } from './static/pod-label-missing.ts';
import { rule as podLabelNotTrue } from './static/pod-label-not-true.ts';
import { rule as proxyPortInvalid } from './static/proxy-port-invalid.ts';
import { rule as proxySidecarAlwaysOn } from './static/proxy-sidecar-always-on.ts';
import { rule as proxySidecarForbidden } from './static/proxy-sidecar-forbidden.ts';
import { rule as proxySidecarHostNetwork } from './static/proxy-sidecar-host-network.ts';
import { rule as selectorHoldsIdentityLabel } from './static/selector-holds-identity-label.ts';
import { rule as serviceAccountDefault } from './static/service-account-default.ts';
import { rule as serviceAccountLabelIgnored } from './static/service-account-label-ignored.ts';
import { rule as serviceAccountMissing } from './static/service-account-missing.ts';
import { rule as serviceAccountWrongNamespace } from './static/service-account-wrong-namespace.ts';
import { rule as sharedIdentityAcrossEnvironments } from './static/shared-identity-across-environments.ts';
import { rule as skipContainersUnknown } from './static/skip-containers-unknown.ts';
import { rule as tenantIdEmpty } from './static/tenant-id-empty.ts';
import { rule as tenantIdNotAGuid } from './static/tenant-id-not-a-guid.ts';
import { rule as tokenLifetimeOutOfRange } from './static/token-lifetime-out-of-range.ts';
import { rule as tokenPathHardCoded } from './static/token-path-hard-coded.ts';
import { rule as virtualNodeUnsupported } from './static/virtual-node-unsupported.ts';

export const rules: readonly Rule[] = [
  azureEnvShadowed,
  clientIdMisplaced,
  clientIdMissing,
  clientIdMisspelt,
  clientIdNotAGuid,
  clientSecretBesideIdentity,
  credentialLimitExceeded,
  duplicateKey,
  identityBindingNotAuthorised,
  identityBindingWithoutLabel,
  limitExceeded,
  metadataValueNotString,
  plainClientSecret,
  podLabelMisplaced,
  podLabelMissing,
  podLabelNotTrue,
  proxyPortInvalid,
  proxySidecarAlwaysOn,
  proxySidecarForbidden,
  proxySidecarHostNetwork,
  selectorHoldsIdentityLabel,
  serviceAccountDefault,
  serviceAccountLabelIgnored,
  serviceAccountMissing,
  serviceAccountWrongNamespace,
  sharedIdentityAcrossEnvironments,
  skipContainersUnknown,
  suppressionUnused,
  suppressionWithoutReason,
  syntaxError,
  tenantIdEmpty,
  tenantIdNotAGuid,
  tokenLifetimeOutOfRange,
  tokenPathHardCoded,
  virtualNodeUnsupported,
];
