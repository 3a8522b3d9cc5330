/** Serves role assignments and role definitions on any scope; read only. */

import { queryParameter } from '../exchange.ts';
import type { RoleAssignment } from '../resources.ts';
import { type ArmOperation, type ArmRequest, listReply } from './arm-operation.ts';
import { refusal } from './cloud-error.ts';
import { builtInRoles, isAtOrAbove, type Role } from './roles.ts';

const assignmentType = 'Microsoft.Authorization/roleAssignments';
const definitionType = 'Microsoft.Authorization/roleDefinitions';

/**
 * Without a filter, and with one on a principal, the list has assignments at, above and below the scope; `atScope()`
 * leaves those below out. Source: "List Azure role assignments using the REST API" (Microsoft Learn).
 */
export const listAssignments: ArmOperation = {
  provider: 'any',
  type: assignmentType,
  action: `${assignmentType}/read`,
  rate: 'list',
  serve: (request) => {
    const scope = scopeOf(request);
    const chosen = assignmentFilter(queryParameter(request.exchange.url, '$filter'));
    const listed = request.context.state.roleAssignments.filter(
      (assignment) =>
        (isAtOrAbove(assignment.scope, scope) || (!chosen.atScope && isAtOrAbove(scope, assignment.scope))) &&
        (chosen.principalId === null || assignment.principalId === chosen.principalId),
    );
    return listReply(
      request,
      listed,
      ({ name }) => name,
      request.context.settings.pageSize,
      (assignment) => showAssignment(assignment, request),
    );
  },
};

export const listDefinitions: ArmOperation = {
  provider: 'any',
  type: definitionType,
  action: `${definitionType}/read`,
  rate: 'list',
  serve: (request) => {
    const filter = queryParameter(request.exchange.url, '$filter');
    const name = filter === null ? null : (/^roleName eq '(.*)'$/i.exec(filter)?.[1] ?? null);
    const roles = builtInRoles.filter((role) => name === null || role.name === name);
    return listReply(
      request,
      roles,
      ({ guid }) => guid,
      request.context.settings.pageSize,
      (role) => showDefinition(role, request),
    );
  },
};

export const getDefinition: ArmOperation = {
  provider: 'any',
  type: definitionType,
  action: `${definitionType}/read`,
  rate: 'get',
  serve: (request) => {
    const guid = request.params.definition?.toLowerCase() ?? '';
    const role = builtInRoles.find((candidate) => candidate.guid === guid);
    if (!role)
      throw refusal(
        404,
        'RoleDefinitionDoesNotExist',
        `The specified role definition with ID '${guid}' does not exist.`,
      );
    return { status: 200, body: showDefinition(role, request) };
  },
};

function scopeOf({ params }: ArmRequest): string {
  return params.scope || '/';
}

/** @throws Refused with 400 for a filter that the service does not know. */
function assignmentFilter(filter: string | null): { principalId: string | null; atScope: boolean } {
  if (filter === null || filter === '') return { principalId: null, atScope: false };
  const parts = filter.split(/ and /i).map((part) => part.trim());
  let principalId: string | null = null;
  for (const part of parts) {
    if (/^atScope\(\)$/i.test(part)) continue;
    const named = /^principalId eq '?([0-9a-f-]+)'?$/i.exec(part) ?? /^assignedTo\('([0-9a-f-]+)'\)$/i.exec(part);
    if (!named?.[1]) throw refusal(400, 'UnsupportedQuery', 'The filter is not supported.');
    principalId = named[1];
  }
  return { principalId, atScope: parts.some((part) => /^atScope\(\)$/i.test(part)) };
}

function definitionId({ params }: ArmRequest, guid: string): string {
  const subscription = /^\/subscriptions\/[^/]+/i.exec(params.scope ?? '')?.[0] ?? '';
  return `${subscription}/providers/${definitionType}/${guid}`;
}

function showAssignment(assignment: RoleAssignment, request: ArmRequest): unknown {
  const { scope, name, principalId, roleDefinitionGuid, createdOn } = assignment;
  return {
    id: `${scope === '/' ? '' : scope}/providers/${assignmentType}/${name}`,
    name,
    type: assignmentType,
    properties: {
      roleDefinitionId: definitionId(request, roleDefinitionGuid),
      principalId,
      principalType: 'ServicePrincipal',
      scope,
      condition: null,
      conditionVersion: null,
      createdOn,
      updatedOn: createdOn,
      createdBy: null,
      updatedBy: null,
    },
  };
}

function showDefinition(role: Role, request: ArmRequest): unknown {
  const { guid, name, actions, notActions, dataActions } = role;
  return {
    id: definitionId(request, guid),
    name: guid,
    type: definitionType,
    properties: {
      roleName: name,
      type: 'BuiltInRole',
      description: name,
      assignableScopes: ['/'],
      permissions: [{ actions, notActions, dataActions, notDataActions: [] }],
    },
  };
}
