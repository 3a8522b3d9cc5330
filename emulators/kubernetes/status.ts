/** The errors of an API server as Status objects, worded as kube-apiserver words them. */
import type { Json, JsonRecord } from './json.ts';
import type { Kind } from './kinds.ts';
import { qualifiedKind, qualifiedResource } from './kinds.ts';

/** One fault of a field, as `Invalid` collects them. */
export interface FieldFault {
  /** `FieldValueInvalid`, `FieldValueRequired` and so on, as details.causes name it. */
  readonly reason: string;
  /** Path of the field, e.g. `spec.template.metadata.labels`. */
  readonly field: string;
  /** What is wrong, e.g. `Invalid value: "x": must be …`. */
  readonly message: string;
}

/** A refusal of the API server: HTTP code, Status reason, message and details. */
export class ApiError extends Error {
  readonly code: number;
  readonly reason: string | undefined;
  readonly details: JsonRecord | undefined;
  /** Members of the Status metadata, e.g. the fresh `continue` of an expired list. */
  readonly listMetadata: JsonRecord;

  constructor(
    code: number,
    reason: string | undefined,
    message: string,
    details?: JsonRecord,
    listMetadata: JsonRecord = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.reason = reason;
    this.details = details;
    this.listMetadata = listMetadata;
  }

  /** The Status object that goes over the wire. */
  toStatus(): JsonRecord {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: this.listMetadata,
      status: 'Failure',
      message: this.message,
      ...(this.reason ? { reason: this.reason } : {}),
      ...(this.details ? { details: this.details } : {}),
      code: this.code,
    };
  }
}

function detailsOf(kind: Kind, name: string): JsonRecord {
  return { ...(name ? { name } : {}), ...(kind.group ? { group: kind.group } : {}), kind: kind.plural };
}

/** 404 for an object. */
export function notFound(kind: Kind, name: string): ApiError {
  return new ApiError(404, 'NotFound', `${qualifiedResource(kind)} "${name}" not found`, detailsOf(kind, name));
}

/** 404 for a resource that this server does not have. */
export function resourceNotFound(): ApiError {
  return new ApiError(404, 'NotFound', 'the server could not find the requested resource', {});
}

/** 409 for a second object of that name. */
export function alreadyExists(kind: Kind, name: string): ApiError {
  const message = `${qualifiedResource(kind)} "${name}" already exists`;
  return new ApiError(409, 'AlreadyExists', message, detailsOf(kind, name));
}

/** 409 for a write from a stale `resourceVersion` or a failed precondition. */
export function conflict(kind: Kind, name: string, why: string): ApiError {
  const message = `Operation cannot be fulfilled on ${qualifiedResource(kind)} "${name}": ${why}`;
  return new ApiError(409, 'Conflict', message, detailsOf(kind, name));
}

/** 403 from authorization or from an admission plugin. */
export function forbidden(kind: Kind, name: string, why: string): ApiError {
  const subject = name ? `${qualifiedResource(kind)} "${name}"` : qualifiedResource(kind);
  return new ApiError(403, 'Forbidden', `${subject} is forbidden: ${why}`, detailsOf(kind, name));
}

/** 422 for an object whose fields a kind refuses. */
export function invalid(kind: Kind, name: string, faults: readonly FieldFault[]): ApiError {
  const said = faults.map((fault) => `${fault.field}: ${fault.message}`);
  const list = said.length === 1 ? said[0] : `[${said.join(', ')}]`;
  return new ApiError(422, 'Invalid', `${qualifiedKind(kind)} "${name}" is invalid: ${list}`, {
    ...(name ? { name } : {}),
    ...(kind.group ? { group: kind.group } : {}),
    kind: kind.kind,
    causes: faults.map((fault) => ({ reason: fault.reason, message: fault.message, field: fault.field })),
  });
}

/** 400 for a request that cannot be read. */
export function badRequest(message: string): ApiError {
  return new ApiError(400, 'BadRequest', message);
}

/** 401 for a missing or unknown token. */
export function unauthorized(): ApiError {
  return new ApiError(401, 'Unauthorized', 'Unauthorized');
}

/** 405 for a verb that a resource lacks. */
export function methodNotAllowed(): ApiError {
  return new ApiError(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource', {});
}

/** 415 for a body format that this server does not read. */
export function unsupportedMediaType(accepted: readonly string[]): ApiError {
  const message = `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`;
  return new ApiError(415, 'UnsupportedMediaType', message, {});
}

/** A fault of a value that is there but wrong; texts are quoted as Go quotes them. */
export function invalidValue(field: string, value: Json | undefined, why: string): FieldFault {
  return { reason: 'FieldValueInvalid', field, message: `Invalid value: ${JSON.stringify(value) ?? 'null'}: ${why}` };
}

/** A fault of a value that is missing. */
export function requiredValue(field: string, why = ''): FieldFault {
  return { reason: 'FieldValueRequired', field, message: why ? `Required value: ${why}` : 'Required value' };
}

/** A fault of a change that the kind forbids. */
export function forbiddenField(field: string, why: string): FieldFault {
  return { reason: 'FieldValueForbidden', field, message: `Forbidden: ${why}` };
}
