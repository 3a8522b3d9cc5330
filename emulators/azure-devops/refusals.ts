/** The error replies of the Azure DevOps REST API, with their codes, texts and type names. */

import { Refusal, type Reply } from '../github/loopback/exchange.ts';

const gitServer = 'Microsoft.TeamFoundation.Git.Server';
const webApi = 'Microsoft.VisualStudio.Services.WebApi';

/** An error as every service of Azure DevOps wraps it. */
export function errorReply(status: number, message: string, typeKey: string, space = gitServer, eventId = 3000): Reply {
  const typeName = `${space}.${typeKey}, ${space}`;
  return { status, body: { $id: '1', innerException: null, message, typeName, typeKey, errorCode: 0, eventId } };
}

export function refusal(status: number, message: string, typeKey: string, space?: string): Refusal {
  return new Refusal(errorReply(status, message, typeKey, space));
}

/** 400 of a bad argument; the parameter name is part of the text, as .NET prints it. */
export function badArgument(message: string, parameter: string, typeKey = 'ArgumentException'): Refusal {
  return new Refusal(errorReply(400, `${message}\r\nParameter name: ${parameter}`, typeKey, 'System', 0));
}

/** The right that comments and statuses need. `identity` is the GUID of the build service account. */
export function needsPermission(permission: string, identity: string): Refusal {
  const message =
    `TF401027: You need the Git '${permission}' permission to perform this action. ` +
    `Details: identity 'Build\\${identity}', scope 'repository'.`;
  return refusal(403, message, 'GitNeedsPermissionException');
}

export function repositoryNotFound(name: string): Refusal {
  const message =
    `TF401019: The Git repository with name or identifier ${name} does not exist or you do not have ` +
    'permissions for the operation you are attempting.';
  return refusal(404, message, 'GitRepositoryNotFoundException');
}

export function pullRequestNotFound(): Refusal {
  return refusal(404, 'TF401180: The requested pull request was not found.', 'GitPullRequestNotFoundException');
}

export function projectNotFound(name: string): Refusal {
  const message =
    `TF200016: The following project does not exist: ${name}. Verify that the name of the project is correct ` +
    'and that the project exists on the specified Azure DevOps Server.';
  return refusal(404, message, 'ProjectDoesNotExistWithNameException', 'Microsoft.TeamFoundation.Core.WebApi');
}

/** A body that is not JSON. */
export function malformedJson(): Reply {
  const message = 'TF400898: An Internal Error Occurred. The request body is not valid JSON.';
  return errorReply(400, message, 'VssPropertyValidationException', webApi, 0);
}

export function versionNotSpecified(method: string): Refusal {
  const message =
    `No api-version was supplied for the "${method}" request. The version must be supplied either as part of the ` +
    'Accept header (e.g. "application/json; api-version=1.0") or as a query parameter (e.g. "?api-version=1.0").';
  return refusal(400, message, 'VssVersionNotSpecifiedException', webApi);
}

export function versionIsPreview(version: string): Refusal {
  const message =
    `The requested version "${version}" of the resource is under preview. The -preview flag must be supplied in the ` +
    `api-version for such requests. For example: "${version}-preview"`;
  return refusal(400, message, 'VssInvalidPreviewVersionException', webApi);
}

export function versionOutOfRange(version: string, latest: string): Refusal {
  const message =
    `The requested REST API version of ${version} is out of range for this server. ` +
    `The latest REST API version this server supports is ${latest}.`;
  return refusal(400, message, 'VssVersionOutOfRangeException', webApi);
}
