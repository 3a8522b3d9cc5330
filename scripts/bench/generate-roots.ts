/** Generates kustomize roots and charts that wire identities, or do not, for the benchmarks of rendering. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface RootsOptions {
  /** Overlays, two to a base. */
  readonly kustomize: number;
  readonly charts: number;
  /** How many of the overlays touch an identity; the charts all do. */
  readonly wired: number;
}

/** Folders relative to the repository. */
export interface GeneratedRoots {
  readonly directory: string;
  readonly kustomize: readonly string[];
  readonly charts: readonly string[];
}

/** Writes the repository below a folder. The same options give the same bytes. */
export function generateRoots(directory: string, { kustomize, charts, wired }: RootsOptions): GeneratedRoots {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  };
  const roots: string[] = [];
  for (let index = 0; index < kustomize; index += 2) {
    const app = `apps/app-${index / 2}`;
    for (const [path, text] of Object.entries(base(`app-${index / 2}`, index < wired)))
      write(`${app}/base/${path}`, text);
    for (const environment of ['staging', 'production']) {
      const root = `${app}/overlays/${environment}`;
      write(`${root}/kustomization.yaml`, overlay(environment));
      write(`${root}/replicas.yaml`, replicas(`app-${index / 2}`));
      roots.push(root);
    }
  }
  const folders = Array.from({ length: charts }, (_, index) => `charts/chart-${index}`);
  for (const folder of folders) {
    for (const [path, text] of Object.entries(chart(folder.slice('charts/'.length)))) write(`${folder}/${path}`, text);
  }
  return { directory, kustomize: roots, charts: folders };
}

/** A client id per name, so that no two applications share one. */
function clientId(name: string): string {
  const number = Number(/\d+$/.exec(name)?.[0] ?? 0);
  return `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`;
}

function base(name: string, wired: boolean): Readonly<Record<string, string>> {
  const annotations = wired ? `  annotations:\n    azure.workload.identity/client-id: ${clientId(name)}\n` : '';
  const label = wired ? '        azure.workload.identity/use: "true"\n' : '';
  return {
    'kustomization.yaml': 'resources:\n  - account.yaml\n  - deployment.yaml\n  - service.yaml\n',
    'account.yaml': `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n${annotations}`,
    'deployment.yaml': deployment(name, label),
    'service.yaml': `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  selector:\n    app: ${name}\n  ports:\n    - port: 80\n`,
  };
}

function deployment(name: string, label: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
${label}    spec:
      serviceAccountName: ${name}
      containers:
        - name: main
          image: registry.example.com/${name}:1.0.0
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
`;
}

function overlay(environment: string): string {
  return `namespace: ${environment}\nresources:\n  - ../../base\npatches:\n  - path: replicas.yaml\n`;
}

function replicas(name: string): string {
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  replicas: 3\n`;
}

function chart(name: string): Readonly<Record<string, string>> {
  return {
    'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n`,
    'values.yaml': `clientId: ${clientId(name).replace(/^1/, '2')}\n`,
    'templates/account.yaml': `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  annotations:\n    azure.workload.identity/client-id: {{ .Values.clientId | quote }}\n`,
    'templates/deployment.yaml': deployment(name, '        azure.workload.identity/use: "true"\n'),
  };
}
