/** Serves AKS clusters, their identity bindings and the Kubernetes versions of a location; read only. */

import type { Reply } from '../exchange.ts';
import { type ManagedCluster, managedClusterId } from '../resources.ts';
import { type ArmOperation, type ArmRequest, listReply } from './arm-operation.ts';
import { refusal } from './cloud-error.ts';

const clusterType = 'Microsoft.ContainerService/managedClusters';

export const listBySubscription = operation('list', clusterType, (request) => {
  const { subscription = '' } = request.params;
  const prefix = `/subscriptions/${subscription}/`.toLowerCase();
  return listClusters(request, prefix);
});

export const listByResourceGroup = operation('list', clusterType, (request) => {
  const { subscription = '', group = '' } = request.params;
  const prefix = `/subscriptions/${subscription}/resourcegroups/${group}/`.toLowerCase();
  return listClusters(request, prefix);
});

export const get = operation('get', clusterType, (request) => ({ status: 200, body: show(findCluster(request)) }));

export const listIdentityBindings: ArmOperation = {
  ...operation('list', `${clusterType}/identityBindings`, (request) => {
    const cluster = findCluster(request);
    const bindings = cluster.identityBindings;
    return listReply(
      request,
      bindings,
      ({ name }) => name,
      request.context.settings.pageSize,
      (binding) => ({
        id: `${cluster.id}/identityBindings/${binding.name}`,
        name: binding.name,
        type: `${clusterType}/identityBindings`,
        properties: binding.properties,
      }),
    );
  }),
  // Identity bindings are a preview and exist in preview versions only.
  provider: 'preview',
};

export const listKubernetesVersions = operation(
  'list',
  'Microsoft.ContainerService/locations/kubernetesVersions',
  (request) => ({
    status: 200,
    body: {
      values: request.context.state.kubernetesVersions.map(({ version, isPreview, supportPlan }) => ({
        version,
        ...(isPreview ? { isPreview } : {}),
        capabilities: { supportPlan: supportPlan ?? ['KubernetesOfficial'] },
      })),
    },
  }),
);

function operation(rate: ArmOperation['rate'], type: string, serve: (request: ArmRequest) => Reply): ArmOperation {
  return { provider: 'any', type, action: `${type}/read`, rate, serve };
}

function listClusters(request: ArmRequest, prefix: string): Reply {
  const { state, settings } = request.context;
  const clusters = [...state.clusters.values()].filter(({ id }) => id.toLowerCase().startsWith(prefix));
  return listReply(request, clusters, ({ id }) => id.toLowerCase(), settings.pageSize, show);
}

function findCluster({ context, params }: ArmRequest): ManagedCluster {
  const { subscription = '', group = '', cluster: name = '' } = params;
  const cluster = context.state.clusters.get(managedClusterId(subscription, group, name).toLowerCase());
  if (cluster) return cluster;
  throw refusal(
    404,
    'ResourceNotFound',
    `The Resource '${clusterType}/${name}' under resource group '${group}' was not found.`,
  );
}

function show({ id, name, location, properties }: ManagedCluster): unknown {
  return { id, name, type: clusterType, location, properties };
}
