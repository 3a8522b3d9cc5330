/** Turns a request body into an object of its kind as the API server decodes it: types checked, unknown fields dropped. */
import { structs } from './field-schema.ts';
import { fieldType } from './field-type.ts';
import type { Json, JsonRecord, KubernetesObject } from './json.ts';
import { isRecord, textOf } from './json.ts';
import type { Kind } from './kinds.ts';
import { apiVersionOf } from './kinds.ts';
import type { FieldFault } from './status.ts';
import { badRequest, invalid } from './status.ts';

/** A decoded object, and the paths of the fields that its kind does not know (they are gone from the object). */
export interface DecodedObject {
  readonly object: KubernetesObject;
  readonly unknownFields: readonly string[];
}

interface Place {
  /** Path with list indexes, for unknown fields: `spec.containers[0].foo`. */
  readonly indexed: string;
  /** Path as Go's decoder prints it: `spec.containers.foo`. */
  readonly plain: string;
}

/** Thrown inside this file when a value has another JSON type than its field. */
class TypeMismatch extends Error {
  readonly place: Place;
  readonly found: string;
  readonly expected: string;
  constructor(struct: string, place: Place, found: string, expected: string) {
    super(`json: cannot unmarshal ${found} into Go struct field ${struct}.${place.plain} of type ${expected}`);
    this.place = place;
    this.found = found.replace(/ .*/, '').replace('bool', 'boolean');
    this.expected = expected;
  }
}

const goTypes: Readonly<Record<string, string>> = { any: 'map[string]interface {}' };

function goType(name: string): string {
  return structs[name] ? `v1.${name}` : (goTypes[name] ?? name);
}

function jsonType(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function checkScalar(type: string, value: Json, struct: string, place: Place): void {
  const found = jsonType(value);
  if (type === 'any') return;
  if (type === 'int32' || type === 'int64') {
    if (typeof value !== 'number') throw new TypeMismatch(struct, place, found, type);
    if (!Number.isInteger(value)) throw new TypeMismatch(struct, place, `number ${value}`, type);
    return;
  }
  if (found !== type) throw new TypeMismatch(struct, place, found, type);
}

/** What Go leaves out when it writes an object: empty texts, lists and maps. */
function isEmpty(value: Json, notation: string): boolean {
  return value === '' || (fieldType(notation).shape !== 'one' && Object.keys(value as object).length === 0);
}

class Decoder {
  readonly unknownFields: string[] = [];
  readonly #keepsEmpty: boolean;

  /** Custom kinds are stored as they are written, built-in kinds as Go would write them. */
  constructor(keepsEmpty: boolean) {
    this.#keepsEmpty = keepsEmpty;
  }

  struct(name: string, value: Json, owner: string, place: Place): JsonRecord {
    if (!isRecord(value)) throw new TypeMismatch(owner, place, jsonType(value), goType(name));
    const members = structs[name] ?? {};
    const result: JsonRecord = {};
    for (const [member, inner] of Object.entries(value)) {
      const at = place.plain
        ? { indexed: `${place.indexed}.${member}`, plain: `${place.plain}.${member}` }
        : { indexed: member, plain: member };
      const type = Object.hasOwn(members, member) ? members[member] : undefined;
      if (type === undefined) this.unknownFields.push(at.indexed);
      else if (inner !== null && inner !== undefined) {
        const decoded = this.field(type, inner, name, at);
        if (this.#keepsEmpty || !isEmpty(decoded, type)) result[member] = decoded;
      }
    }
    return result;
  }

  private field(notation: string, value: Json, struct: string, place: Place): Json {
    const type = fieldType(notation);
    if (type.shape === 'one') return this.value(type.of, value, struct, place);
    if (type.shape === 'map') return this.textMap(value, struct, place);
    if (!Array.isArray(value)) throw new TypeMismatch(struct, place, jsonType(value), `[]${goType(type.of)}`);
    return value.map((member, index) =>
      this.value(type.of, member, struct, { indexed: `${place.indexed}[${index}]`, plain: place.plain }),
    );
  }

  private value(type: string, value: Json, struct: string, place: Place): Json {
    if (structs[type]) return this.struct(type, value, struct, place);
    checkScalar(type, value, struct, place);
    return value;
  }

  private textMap(value: Json, struct: string, place: Place): JsonRecord {
    if (!isRecord(value)) throw new TypeMismatch(struct, place, jsonType(value), 'map[string]string');
    const result: JsonRecord = {};
    for (const [key, inner] of Object.entries(value)) {
      const at = { indexed: `${place.indexed}.${key}`, plain: place.plain };
      if (inner !== null && inner !== undefined) checkScalar('string', inner, struct, at);
      result[key] = inner ?? '';
    }
    return result;
  }
}

/** The answer to a wrong JSON type: 400 with Go's text, or 422 for the specification of a custom kind. */
function refusal(kind: Kind, object: JsonRecord, error: TypeMismatch): Error {
  if (kind.custom && !error.place.plain.startsWith('metadata')) {
    const field = error.place.indexed;
    const message = `Invalid value: "${error.found}": ${field} in body must be of type ${error.expected}: "${error.found}"`;
    const fault: FieldFault = { reason: 'FieldValueTypeInvalid', field, message };
    const name = isRecord(object.metadata) ? object.metadata.name : '';
    return invalid(kind, textOf(name), [fault]);
  }
  return badRequest(`${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: ${error.message}`);
}

/**
 * Decodes an object of the kind.
 *
 * @throws ApiError 400 when a value has another JSON type than its field (the text of Go's decoder), when the body is no
 * object, or when its `apiVersion` or `kind` is another; 422 for a wrong type in the specification of a custom kind.
 */
export function decodeObject(kind: Kind, body: Json): DecodedObject {
  if (!isRecord(body)) throw badRequest(`the object provided is unrecognized: it is of type ${jsonType(body)}`);
  const apiVersion = apiVersionOf(kind);
  const given = { apiVersion: body.apiVersion ?? apiVersion, kind: body.kind ?? kind.kind };
  if (given.apiVersion !== apiVersion) {
    const message = `the API version in the data (${textOf(given.apiVersion)}) does not match the expected API version (${apiVersion})`;
    throw badRequest(message);
  }
  if (given.kind !== kind.kind) {
    throw badRequest(`${textOf(given.kind)} in version "${kind.version}" cannot be handled as a ${kind.kind}`);
  }
  const decoder = new Decoder(kind.custom);
  try {
    const object = decoder.struct(kind.kind, body, '', { indexed: '', plain: '' });
    const metadata = isRecord(object.metadata) ? object.metadata : {};
    return {
      object: { ...object, apiVersion, kind: kind.kind, metadata },
      unknownFields: decoder.unknownFields,
    };
  } catch (error) {
    if (error instanceof TypeMismatch) throw refusal(kind, body, error);
    throw error;
  }
}

/** The text of a strict decoding error over the unknown fields. */
export function strictDecodingError(unknownFields: readonly string[]): string {
  return `strict decoding error: ${unknownFields.map((field) => `unknown field "${field}"`).join(', ')}`;
}
