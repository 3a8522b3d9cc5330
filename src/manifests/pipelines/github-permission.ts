/** Whether a job of a workflow may ask for an OIDC token. */
import type { Field } from '../../model/field.ts';
import type { TokenPermission } from '../../model/pipeline.ts';

/**
 * The effective permission of a job: its own `permissions` replace those of the workflow, and no default ever holds
 * `id-token` (github/docs, workflow syntax, `permissions`). A called workflow cannot raise what its caller grants.
 */
export function permissionOf(job: Field, workflow: Field, caller: TokenPermission | undefined): TokenPermission {
  const field = job.get('permissions') ?? workflow.get('permissions');
  if (!field) return caller ?? { granted: false };
  const granted = grants(field);
  if (granted === false || !caller) return { granted, at: field };
  return caller.granted === true ? { granted, at: field } : caller;
}

/** What a call passes on: a refusal that nobody wrote down is mended at the call. */
export function passedOn(permission: TokenPermission, call: Field): TokenPermission {
  return { ...permission, at: permission.at ?? call.get('uses') ?? call };
}

function grants(permissions: Field): boolean | undefined {
  const text = permissions.text;
  if (text !== undefined) return text.includes('${{') ? undefined : text === 'write-all';
  return permissions.get('id-token')?.text === 'write';
}
