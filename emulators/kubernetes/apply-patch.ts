/** Applies the patch formats that the API server accepts to a stored object. */
import { applyPatch as applyJsonPatch, type Operation } from 'rfc6902';
import type { Json, JsonRecord, KubernetesObject } from './json.ts';
import { isRecord } from './json.ts';
import type { Kind } from './kinds.ts';
import { ApiError, badRequest, unsupportedMediaType } from './status.ts';
import { strategicMerge } from './strategic-merge.ts';

const jsonPatch = 'application/json-patch+json';
const mergePatch = 'application/merge-patch+json';
const strategicPatch = 'application/strategic-merge-patch+json';

/** RFC 7396. */
function merge(current: Json | undefined, patch: Json): Json {
  if (!isRecord(patch)) return patch;
  const result: JsonRecord = isRecord(current) ? { ...current } : {};
  for (const [member, value] of Object.entries(patch)) {
    if (value === null || value === undefined) delete result[member];
    else result[member] = merge(result[member], value);
  }
  return result;
}

function byOperations(object: KubernetesObject, operations: Json): Json {
  if (!Array.isArray(operations))
    throw badRequest('error decoding patch: json: cannot unmarshal object into a JSON patch');
  const result = structuredClone(object);
  const failures = applyJsonPatch(result, operations as unknown as Operation[]).filter((failure) => failure !== null);
  if (failures.length > 0) {
    throw new ApiError(422, 'Invalid', 'the server rejected our request due to an error in our request', {});
  }
  return result;
}

/**
 * Checks the content type of a patch (without parameters).
 *
 * @throws ApiError 415. Server-side apply is not served, as by servers before that feature; custom kinds refuse strategic
 * merge patches, as a real server does.
 */
export function checkPatchType(kind: Kind, mediaType: string): void {
  const accepted = kind.custom ? [jsonPatch, mergePatch] : [jsonPatch, mergePatch, strategicPatch];
  if (!accepted.includes(mediaType)) throw unsupportedMediaType(accepted);
}

/** The object with a patch of a checked type applied. @throws ApiError 400 or 422. */
export function applyPatch(kind: Kind, object: KubernetesObject, mediaType: string, patch: Json): Json {
  if (mediaType === jsonPatch) return byOperations(object, patch);
  if (!isRecord(patch)) throw badRequest('error decoding patch: the patch is not a JSON object');
  return mediaType === mergePatch ? merge(object, patch) : strategicMerge(kind.kind, object, patch);
}
