/** The small shop that the kubectl tests apply. */

/** Client id in the annotation of its ServiceAccount. */
export const clientId = '11111111-2222-3333-4444-555555555555';

/** Namespace, ServiceAccount, Deployment and SecretProviderClass; the image is what changes between two versions. */
export const shop = (image: string) => `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: { azure.workload.identity/client-id: ${clientId} }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders, azure.workload.identity/use: "true" } }
    spec:
      serviceAccountName: orders
      containers:
        - name: web
          image: ${image}
          env: [{ name: COLOUR, value: green }, { name: SIZE, value: large }]
        - { name: side, image: side:1 }
---
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: { name: vault, namespace: shop }
spec: { provider: azure, parameters: { keyvaultName: shop, image: ${image} } }
`;
