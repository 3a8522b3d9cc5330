/** Secret classes and the pods that mount them, as the examples of several rules share them. */
import { clientId } from './pod-identity-manifests.ts';

const objects = `    objects: |
      array:
        - |
          objectName: orders-password
          objectType: secret
`;

/** A class that signs in as the account of its pods, unless other parameters are given (four spaces deep). */
export function secretClass({
  access = `    clientID: ${clientId}\n`,
  list = objects,
  name = 'orders-vault',
  namespace = 'shop',
  version = 'v1',
  provider = 'azure',
  secrets = '',
} = {}): string {
  return `apiVersion: secrets-store.csi.x-k8s.io/${version}
kind: SecretProviderClass
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  provider: ${provider}
${secrets}  parameters:
    keyvaultName: shop-vault
    tenantID: 5b0f2f1c-6a0e-4f3f-9b53-1f0f6d2a7c11
${access}${list}`;
}

/** The Secret `orders-login` made of an object of the class. */
export function synced({ secret = 'orders-login', object = 'orders-password' } = {}): string {
  return `  secretObjects:
    - secretName: ${secret}
      type: Opaque
      data:
        - objectName: ${object}
          key: password
`;
}

/** A Deployment that mounts a class; `environment` is ten spaces deep, `mounts: false` mounts nothing. */
export function mounting({
  name = 'orders',
  namespace = 'shop',
  className = 'orders-vault',
  account = '      serviceAccountName: orders\n',
  environment = '',
  mounts = true,
  secretRef = '',
} = {}): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
${account}      containers:
        - name: ${name}
          image: "registry.example/${name}:1"
${environment}${
  mounts
    ? `          volumeMounts: [{name: vault, mountPath: /mnt/vault, readOnly: true}]
      volumes:
        - name: vault
          csi:
            driver: secrets-store.csi.k8s.io
            readOnly: true
            volumeAttributes:
              secretProviderClass: ${className}
${secretRef}`
    : ''
}`;
}

/** An `env` that reads a Secret. */
export function reads(secret = 'orders-login'): string {
  return `          env:
            - name: PASSWORD
              valueFrom:
                secretKeyRef:
                  name: ${secret}
                  key: password
`;
}
