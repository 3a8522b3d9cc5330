/** Small repositories after real ones, each with all that the tool says about it. */
import { expect, it } from 'vitest';
import { realTools } from '../../scripts/real-tools.ts';
import { reportOf } from '../manifests/render/rendered-check.ts';

/** A repository by its paths, and its findings as `severity rule file:line`, sorted by file and line. */
export interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly found: readonly string[];
}

/** Judges every case with the real helm and kubectl. */
export function judgeCases(cases: readonly Case[]): void {
  it.each(cases)('$title', async ({ files, found }) => {
    const { helm3, kubectl35 } = await realTools();
    const { findings, gaps } = await reportOf(files, { helm: helm3, kustomize: kubectl35 });
    const seen = findings.map(({ severity, rule, file, line }) => `${severity} ${rule} ${file}:${line}`);
    expect({ findings: seen, gaps }).toEqual({ findings: found, gaps: [] });
  });
}

export const clientId = '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11';
export const otherId = '7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90';
export const use = 'azure.workload.identity/use: "true"';

/** `${expression}`, as Flux, Terraform and the shells write it. */
export const variable = (expression: string) => `$\{${expression}}`;

/** A ServiceAccount; `id` is written as it is, and none is no annotation. */
export function account(name: string, namespace: string, id = clientId): string {
  const annotations = id === '' ? '' : `  annotations:\n    azure.workload.identity/client-id: ${id}\n`;
  return `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n${annotations}---\n`;
}

/** A Deployment: name and labels in lines 4 and 12; `spec` are further lines of the pods. */
export function pods(name: string, namespace: string, labels: string, ...spec: readonly string[]): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata:
      labels:
        app: ${name}
        ${labels || 'tier: back'}
    spec:
${spec.map((line) => `      ${line}\n`).join('')}      containers:
        - name: main
          image: registry.example.com/${name}:1
---
`;
}

/** A Flux Kustomization of this repository. */
export function fluxKustomization(name: string, path: string, postBuild = ''): string {
  return `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: ${name}, namespace: flux-system}
spec:
  interval: 10m
  prune: true
  path: ${path}
  sourceRef: {kind: GitRepository, name: flux-system}
${postBuild}---
`;
}

/** An `azurerm_federated_identity_credential` for an AKS cluster. */
export function terraformCredential(
  name: string,
  subject: string,
  issuer = 'azurerm_kubernetes_cluster.main.oidc_issuer_url',
) {
  return `resource "azurerm_federated_identity_credential" "${name}" {
  name      = "${name}"
  parent_id = azurerm_user_assigned_identity.${name}.id
  audience  = ["api://AzureADTokenExchange"]
  issuer    = ${issuer}
  subject   = "${subject}"
}
`;
}
