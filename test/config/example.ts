/** One `idwire.yaml` that uses every key of the format. */

export const everyKey = `version: 1
owner: contoso/shop
tenant: 5b0f0c5e-9a53-4f3b-8c1f-7a10b0e3b1e4
subscriptions: [7d1b3c0a-2f0e-4c57-9a61-0c6d8c1f5a11]
cloud: public
clusters:
  - name: prod-weu
    resource: /subscriptions/7d1b3c0a-2f0e-4c57-9a61-0c6d8c1f5a11/resourceGroups/rg-aks/providers/Microsoft.ContainerService/managedClusters/aks-prod
    environment: production
    sources: [deploy/overlays/prod]
    helm: [{chart: charts/app, values: [values.yaml, values-prod.yaml], namespace: shop, release: app}]
  - name: on-premises
    issuer: https://oidc.example.com/cluster-7
    trust-external-issuer: true
    sources: [deploy/overlays/on-premises, "clusters/*/shop"]
identities:
  - name: orders
    resource: /subscriptions/7d1b3c0a-2f0e-4c57-9a61-0c6d8c1f5a11/resourcegroups/rg-shop/providers/microsoft.managedidentity/userassignedidentities/id-orders
    client-id: 1f0c5a52-6f0b-4f0e-8d2c-4b7f1c1e2a01
    allow: {clusters: [prod-weu], namespaces: [shop]}
  - resource-group: /subscriptions/7d1b3c0a-2f0e-4c57-9a61-0c6d8c1f5a11/resourceGroups/rg-shop
    allow: {clusters: ["*"], namespaces: ["shop-*"]}
  - name: deployer
    application: 2f0c5a52-6f0b-4f0e-8d2c-4b7f1c1e2a02
    allow-pull-request: true
  - name: reader
    resource: /subscriptions/7d1b3c0a-2f0e-4c57-9a61-0c6d8c1f5a11/resourceGroups/rg-shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-reader
pipelines:
  - host: github
    identity: deployer
    subjects: ["environment:production", "ref:refs/heads/main"]
  - host: github
    identity: reader
    repository: contoso/shop
    subjects: [pull_request]
    prefix: repo:contoso@12/shop@34
    both-forms: true
  - host: azure-pipelines
    identity: deployer
    organization: contoso
    project: shop
    service-connection: prod
    issuer: https://login.microsoftonline.com/5b0f0c5e-9a53-4f3b-8c1f-7a10b0e3b1e4/v2.0
    subject: /eid1/c/pub/t/abc/a/def/sc/1/2
substitutions: {ORDERS_CLIENT_ID: 1f0c5a52-6f0b-4f0e-8d2c-4b7f1c1e2a01, REPLICAS: 3}
ignore: ["vendor/**"]
makes-service-accounts: ["application.example.io/ApplicationIdentity", Bundle]
rules: {client-id-missing: off, pod-label-missing: error}
`;

export const customCloud = `cloud:
  authority: https://login.example.com
  resource-manager: https://management.example.com:8443/
  graph: https://graph.example.com
  audience: api://AzureADTokenExchangeExample
`;
