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
import { rule as clusterAzureRbacOff } from './drift/cluster-azure-rbac-off.ts';
import { rule as clusterDefenderOff } from './drift/cluster-defender-off.ts';
import { rule as clusterKeyVaultAddonOff } from './drift/cluster-key-vault-addon-off.ts';
import { rule as clusterKubenet } from './drift/cluster-kubenet.ts';
import { rule as clusterLocalAccounts } from './drift/cluster-local-accounts.ts';
import { rule as clusterNetworkPolicyNone } from './drift/cluster-network-policy-none.ts';
import { rule as clusterNodeOsChannel } from './drift/cluster-node-os-channel.ts';
import { rule as clusterOidcIssuerOff } from './drift/cluster-oidc-issuer-off.ts';
import { rule as clusterPodIdentityOn } from './drift/cluster-pod-identity-on.ts';
import { rule as clusterUpgradeChannel } from './drift/cluster-upgrade-channel.ts';
import { rule as clusterVersionUnsupported } from './drift/cluster-version-unsupported.ts';
import { rule as clusterWorkloadIdentityOff } from './drift/cluster-workload-identity-off.ts';
import { rule as driftClientIdIsObjectId } from './drift/drift-client-id-is-object-id.ts';
import { rule as driftClusterIssuerChanged } from './drift/drift-cluster-issuer-changed.ts';
import { rule as driftCredentialChanged } from './drift/drift-credential-changed.ts';
import { rule as driftCredentialMissing } from './drift/drift-credential-missing.ts';
import { rule as driftCredentialStray } from './drift/drift-credential-stray.ts';
import { rule as driftIdentityNotFound } from './drift/drift-identity-not-found.ts';
import { rule as driftPipelineCredential } from './drift/drift-pipeline-credential.ts';
import { rule as driftPodNotInjected } from './drift/drift-pod-not-injected.ts';
import { rule as driftServiceAccount } from './drift/drift-service-account.ts';
import { rule as driftServiceConnection } from './drift/drift-service-connection.ts';
import { rule as driftTenantMismatch } from './drift/drift-tenant-mismatch.ts';
import { rule as driftWebhook } from './drift/drift-webhook.ts';
import { rule as proofFailed } from './drift/proof-failed.ts';
import { rule as roleMissing } from './drift/role-missing.ts';
import { rule as roleTooBroad } from './drift/role-too-broad.ts';
import { rule as applicationGatewayPodIdentity } from './key-vault/application-gateway-pod-identity.ts';
import { rule as kedaOperatorCredential } from './key-vault/keda-operator-credential.ts';
import { rule as secretClassApiVersion } from './key-vault/secret-class-api-version.ts';
import { rule as secretClassClientIdIgnored } from './key-vault/secret-class-client-id-ignored.ts';
import { rule as secretClassDefaultAccount } from './key-vault/secret-class-default-account.ts';
import { rule as secretClassModesConflict } from './key-vault/secret-class-modes-conflict.ts';
import { rule as secretClassNodeIdentity } from './key-vault/secret-class-node-identity.ts';
import { rule as secretClassObjectsInvalid } from './key-vault/secret-class-objects-invalid.ts';
import { rule as secretClassParameterNotString } from './key-vault/secret-class-parameter-not-string.ts';
import { rule as secretClassPodIdentity } from './key-vault/secret-class-pod-identity.ts';
import { rule as secretClassWrongNamespace } from './key-vault/secret-class-wrong-namespace.ts';
import { rule as secretStoreAccount } from './key-vault/secret-store-account.ts';
import { rule as secretSyncDuplicate } from './key-vault/secret-sync-duplicate.ts';
import { rule as secretSyncObjectUnknown } from './key-vault/secret-sync-object-unknown.ts';
import { rule as secretSyncWithoutMount } from './key-vault/secret-sync-without-mount.ts';
import { rule as storageVolumeClientIdMissing } from './key-vault/storage-volume-client-id-missing.ts';
import { rule as identityEgressBlocked } from './network/identity-egress-blocked.ts';
import { rule as imdsReachable } from './network/imds-reachable.ts';
import { rule as networkPolicyCidrInvalid } from './network/network-policy-cidr-invalid.ts';
import { rule as pipelineClientSecret } from './pipeline/pipeline-client-secret.ts';
import { rule as pipelineForkCannotLogin } from './pipeline/pipeline-fork-cannot-login.ts';
import { rule as pipelineMergeQueueSubject } from './pipeline/pipeline-merge-queue-subject.ts';
import { rule as pipelinePullRequestCanDeploy } from './pipeline/pipeline-pull-request-can-deploy.ts';
import { rule as pipelineSubjectUndeclared } from './pipeline/pipeline-subject-undeclared.ts';
import { rule as pipelineTokenPermissionMissing } from './pipeline/pipeline-token-permission-missing.ts';
import { rule as netRawAllowed } from './pod-identity/net-raw-allowed.ts';
import { rule as podIdentityAssignedCommitted } from './pod-identity/pod-identity-assigned-committed.ts';
import { rule as podIdentityBindingDangling } from './pod-identity/pod-identity-binding-dangling.ts';
import { rule as podIdentityClientIdNotAGuid } from './pod-identity/pod-identity-client-id-not-a-guid.ts';
import { rule as podIdentityComponents } from './pod-identity/pod-identity-components.ts';
import { rule as podIdentityCrossNamespace } from './pod-identity/pod-identity-cross-namespace.ts';
import { rule as podIdentityEmptySelector } from './pod-identity/pod-identity-empty-selector.ts';
import { rule as podIdentityExceptionBroad } from './pod-identity/pod-identity-exception-broad.ts';
import { rule as podIdentityLabel } from './pod-identity/pod-identity-label.ts';
import { rule as podIdentityLabelInSelector } from './pod-identity/pod-identity-label-in-selector.ts';
import { rule as podIdentityLabelMisplaced } from './pod-identity/pod-identity-label-misplaced.ts';
import { rule as podIdentityLabelUnbound } from './pod-identity/pod-identity-label-unbound.ts';
import { rule as podIdentityLegacyField } from './pod-identity/pod-identity-legacy-field.ts';
import { rule as podIdentityLimit } from './pod-identity/pod-identity-limit.ts';
import { rule as podIdentityMixed } from './pod-identity/pod-identity-mixed.ts';
import { rule as podIdentityResource } from './pod-identity/pod-identity-resource.ts';
import { rule as podIdentityResourceIdInvalid } from './pod-identity/pod-identity-resource-id-invalid.ts';
import { rule as podIdentityServicePrincipal } from './pod-identity/pod-identity-service-principal.ts';
import { rule as podIdentityWindows } from './pod-identity/pod-identity-windows.ts';
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
import { rule as substitutionBroken } from './static/substitution-broken.ts';
import { rule as tenantIdEmpty } from './static/tenant-id-empty.ts';
import { rule as tenantIdNotAGuid } from './static/tenant-id-not-a-guid.ts';
import { rule as tokenLifetimeOutOfRange } from './static/token-lifetime-out-of-range.ts';
import { rule as tokenPathHardCoded } from './static/token-path-hard-coded.ts';
import { rule as virtualNodeUnsupported } from './static/virtual-node-unsupported.ts';

export const rules: readonly Rule[] = [
  applicationGatewayPodIdentity,
  azureEnvShadowed,
  clientIdMisplaced,
  clientIdMissing,
  clientIdMisspelt,
  clientIdNotAGuid,
  clientSecretBesideIdentity,
  clusterAzureRbacOff,
  clusterDefenderOff,
  clusterKeyVaultAddonOff,
  clusterKubenet,
  clusterLocalAccounts,
  clusterNetworkPolicyNone,
  clusterNodeOsChannel,
  clusterOidcIssuerOff,
  clusterPodIdentityOn,
  clusterUpgradeChannel,
  clusterVersionUnsupported,
  clusterWorkloadIdentityOff,
  credentialAudienceUnexpected,
  credentialDuplicate,
  credentialIssuerMismatch,
  credentialIssuerRetiring,
  credentialIssuerSlash,
  credentialLimitExceeded,
  credentialNameInvalid,
  credentialSubjectMalformed,
  credentialSubjectUnmatched,
  credentialUndeclared,
  credentialWildcard,
  credentialWritesParallel,
  driftClientIdIsObjectId,
  driftClusterIssuerChanged,
  driftCredentialChanged,
  driftCredentialMissing,
  driftCredentialStray,
  driftIdentityNotFound,
  driftPipelineCredential,
  driftPodNotInjected,
  driftServiceAccount,
  driftServiceConnection,
  driftTenantMismatch,
  driftWebhook,
  duplicateKey,
  identityBindingNotAuthorised,
  identityBindingWithoutLabel,
  identityEgressBlocked,
  imdsReachable,
  kedaOperatorCredential,
  limitExceeded,
  metadataValueNotString,
  namespaceMissing,
  netRawAllowed,
  networkPolicyCidrInvalid,
  pipelineClientSecret,
  pipelineForkCannotLogin,
  pipelineMergeQueueSubject,
  pipelinePullRequestCanDeploy,
  pipelineSubjectUndeclared,
  pipelineTokenPermissionMissing,
  plainClientSecret,
  podIdentityAssignedCommitted,
  podIdentityBindingDangling,
  podIdentityClientIdNotAGuid,
  podIdentityComponents,
  podIdentityCrossNamespace,
  podIdentityEmptySelector,
  podIdentityExceptionBroad,
  podIdentityLabel,
  podIdentityLabelInSelector,
  podIdentityLabelMisplaced,
  podIdentityLabelUnbound,
  podIdentityLegacyField,
  podIdentityLimit,
  podIdentityMixed,
  podIdentityResource,
  podIdentityResourceIdInvalid,
  podIdentityServicePrincipal,
  podIdentityWindows,
  podLabelMisplaced,
  podLabelMissing,
  podLabelNotTrue,
  proofFailed,
  proxyPortInvalid,
  proxySidecarAlwaysOn,
  proxySidecarForbidden,
  proxySidecarHostNetwork,
  rbacClusterAdmin,
  rbacEscalation,
  rbacGroupNotObjectId,
  rbacPathToIdentity,
  rbacSystemMasters,
  rbacUserBinding,
  rbacUserIsClientId,
  rbacWildcard,
  roleMissing,
  roleTooBroad,
  secretClassApiVersion,
  secretClassClientIdIgnored,
  secretClassDefaultAccount,
  secretClassModesConflict,
  secretClassNodeIdentity,
  secretClassObjectsInvalid,
  secretClassParameterNotString,
  secretClassPodIdentity,
  secretClassWrongNamespace,
  secretStoreAccount,
  secretSyncDuplicate,
  secretSyncObjectUnknown,
  secretSyncWithoutMount,
  selectorHoldsIdentityLabel,
  serviceAccountDefault,
  serviceAccountLabelIgnored,
  serviceAccountMissing,
  serviceAccountWrongNamespace,
  sharedIdentityAcrossEnvironments,
  skipContainersUnknown,
  storageVolumeClientIdMissing,
  substitutionBroken,
  suppressionUnused,
  suppressionWithoutReason,
  syntaxError,
  tenantIdEmpty,
  tenantIdNotAGuid,
  tokenLifetimeOutOfRange,
  tokenPathHardCoded,
  virtualNodeUnsupported,
];
