/** The fields of the custom kinds, as their CustomResourceDefinitions declare them. */
import { fields, type Struct } from './field-type.ts';

/** Structs of the specifications; same notation as the built-in ones. */
export const customFields: Readonly<Record<string, Struct>> = {
  // sigs.k8s.io/secrets-store-csi-driver apis/v1.
  SecretProviderClassSpec: {
    provider: 'string',
    parameters: 'map<string>',
    secretObjects: 'SecretObject[]',
  },
  SecretObject: {
    ...fields('string', 'secretName type'),
    ...fields('map<string>', 'annotations labels'),
    data: 'SecretObjectData[]',
  },
  SecretObjectData: fields('string', 'key objectName'),
  // Azure/aad-pod-identity pkg/apis/aadpodidentity/v1.
  AzureIdentitySpec: {
    ...fields('string', 'adEndpoint adResourceID clientID resourceID tenantID'),
    auxiliaryTenantIDs: 'string[]',
    clientPassword: 'SecretReference',
    metadata: 'any',
    replicas: 'int32',
    type: 'int64',
  },
  SecretReference: fields('string', 'name namespace'),
  AzureIdentityBindingSpec: { ...fields('string', 'azureIdentity selector'), metadata: 'any', weight: 'int64' },
  AzurePodIdentityExceptionSpec: { metadata: 'any', podLabels: 'map<string>' },
  AzureAssignedIdentitySpec: {
    ...fields('any', 'azureBindingRef azureIdentityRef metadata'),
    ...fields('string', 'nodename pod podNamespace'),
    replicas: 'int32',
  },
};
