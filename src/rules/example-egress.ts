/** Pods and policies for egress, for the examples of the rules about networks. */

/** A Deployment of the namespace `shop`; `labelled` ones run as the account with its identity. */
function deployment(mark: string, name = 'orders', labelled = true): string {
  const use = labelled ? ', azure.workload.identity/use: "true"' : '';
  return `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}${mark}
  namespace: shop
spec:
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}${use}}
    spec:
      serviceAccountName: ${name}
      containers:
        - {name: ${name}, image: "registry.example/${name}:1"}
`;
}

/** A policy for egress of the namespace `shop`; it selects all pods unless a selector is given. */
function policy(name: string, egress: string, selector = ' {}'): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: shop
spec:
  podSelector:${selector}
  policyTypes: [Egress]
${egress}`;
}

const everything = (mark = '') => `  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0${mark}
`;

export const egressExamples = {
  deployment,
  policy,
  everything,
  exceptMetadata: `${everything()}            except: [169.254.169.254/32]
`,
} as const;
