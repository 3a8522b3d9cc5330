/** Serves tenants, subscriptions and resource groups, as far as clients ask for them before the real work. */

import type { AzureState } from '../azure-state.ts';
import type { Reply } from '../exchange.ts';
import type { Subscription } from '../resources.ts';
import { type ArmOperation, type ArmRequest, listReply } from './arm-operation.ts';
import { refusal } from './cloud-error.ts';
import { isAtOrAbove } from './roles.ts';

const groupType = 'Microsoft.Resources/subscriptions/resourceGroups';

export const listTenants = operation(null, 'list', (request) => ({
  status: 200,
  body: { value: [{ id: `/tenants/${request.caller.tenantId}`, tenantId: request.caller.tenantId }] },
}));

/** Lists what the caller has any role in: on the subscription, above it or below it. */
export const list = operation(null, 'list', (request) => {
  const { state, settings } = request.context;
  const { principalId, tenantId } = request.caller;
  const seen = [...state.subscriptions.values()].filter(
    (subscription) => subscription.tenantId === tenantId && hasAnyRole(state, principalId, subscription),
  );
  return listReply(request, seen, ({ subscriptionId }) => subscriptionId, settings.pageSize, show);
});

export const get = operation('Microsoft.Resources/subscriptions/read', 'get', (request) => ({
  status: 200,
  body: show(findSubscription(request)),
}));

export const listResourceGroups = operation(`${groupType}/read`, 'list', (request) => {
  const { state, settings } = request.context;
  const { subscriptionId } = findSubscription(request);
  const groups = [...state.resourceGroups.values()].filter((group) => group.subscriptionId === subscriptionId);
  return listReply(request, groups, ({ name }) => name.toLowerCase(), settings.pageSize, showGroup);
});

export const getResourceGroup = operation(`${groupType}/read`, 'get', (request) => {
  const { subscription = '', group = '' } = request.params;
  const found = request.context.state.resourceGroups.get(`${subscription}/${group}`.toLowerCase());
  if (!found) throw missingGroup(group);
  return { status: 200, body: showGroup(found) };
});

/** @throws Refused with 404 when the path names a subscription that does not exist. */
export function findSubscription({ context, params }: Pick<ArmRequest, 'context' | 'params'>): Subscription {
  const { subscription = '' } = params;
  const found = context.state.subscriptions.get(subscription.toLowerCase());
  if (found) return found;
  throw refusal(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`);
}

export function missingGroup(name: string) {
  return refusal(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`);
}

function operation(
  action: string | null,
  rate: ArmOperation['rate'],
  serve: (request: ArmRequest) => Reply,
): ArmOperation {
  return { provider: 'any', type: 'Microsoft.Resources/subscriptions', action, rate, serve };
}

function hasAnyRole(state: AzureState, principalId: string, { subscriptionId }: Subscription): boolean {
  const scope = `/subscriptions/${subscriptionId}`;
  return state.roleAssignments.some(
    (assignment) =>
      assignment.principalId === principalId &&
      (isAtOrAbove(assignment.scope, scope) || isAtOrAbove(scope, assignment.scope)),
  );
}

function show({ subscriptionId, tenantId, displayName }: Subscription): unknown {
  return {
    id: `/subscriptions/${subscriptionId}`,
    subscriptionId,
    tenantId,
    displayName,
    state: 'Enabled',
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionPolicies: { locationPlacementId: 'Public_2014-09-01', spendingLimit: 'Off' },
  };
}

function showGroup({
  subscriptionId,
  name,
  location,
}: {
  subscriptionId: string;
  name: string;
  location: string;
}): unknown {
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
    name,
    type: 'Microsoft.Resources/resourceGroups',
    location,
    properties: { provisioningState: 'Succeeded' },
  };
}
