/** Reads the protobuf bodies that kubectl sends for the kinds it creates through typed clients. */
import type { Json, JsonRecord } from './json.ts';
import { listOf, recordOf, textOf } from './json.ts';

/** Content type of such a body: four magic bytes, then a `runtime.Unknown` around the object. */
export const protobufType = 'application/vnd.kubernetes.protobuf';

const magic = Buffer.from('k8s\0');

/**
 * Field numbers as in the generated.proto files of k8s.io/api and k8s.io/apimachinery: `number: 'name'` for a text,
 * `name:type` for `int`, `bool`, `bytes` or a message of this table; `[]` marks lists and `{}` maps from texts.
 * Fields that no client fills when it creates an object are left out and skipped.
 */
const messages: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  Unknown: { 1: 'type:TypeMeta', 2: 'raw:bytes' },
  TypeMeta: { 1: 'apiVersion', 2: 'kind' },
  ObjectMeta: {
    1: 'name',
    2: 'generateName',
    3: 'namespace',
    5: 'uid',
    6: 'resourceVersion',
    11: 'labels{}',
    12: 'annotations{}',
  },
  TokenRequest: { 1: 'metadata:ObjectMeta', 2: 'spec:TokenRequestSpec' },
  TokenRequestSpec: { 1: 'audiences[]', 3: 'boundObjectRef:BoundObjectReference', 4: 'expirationSeconds:int' },
  BoundObjectReference: { 1: 'kind', 2: 'apiVersion', 3: 'name', 4: 'uid' },
  SelfSubjectReview: { 1: 'metadata:ObjectMeta' },
  SelfSubjectRulesReview: { 1: 'metadata:ObjectMeta', 2: 'spec:SelfSubjectRulesReviewSpec' },
  SelfSubjectRulesReviewSpec: { 1: 'namespace' },
  SelfSubjectAccessReview: { 1: 'metadata:ObjectMeta', 2: 'spec:SelfSubjectAccessReviewSpec' },
  SelfSubjectAccessReviewSpec: {
    1: 'resourceAttributes:ResourceAttributes',
    2: 'nonResourceAttributes:NonResourceAttributes',
  },
  ResourceAttributes: {
    1: 'namespace',
    2: 'verb',
    3: 'group',
    4: 'version',
    5: 'resource',
    6: 'subresource',
    7: 'name',
  },
  NonResourceAttributes: { 1: 'path', 2: 'verb' },
  Namespace: { 1: 'metadata:ObjectMeta' },
  ServiceAccount: { 1: 'metadata:ObjectMeta', 4: 'automountServiceAccountToken:bool' },
  ConfigMap: { 1: 'metadata:ObjectMeta', 2: 'data{}', 3: 'binaryData{}:bytes', 4: 'immutable:bool' },
  Secret: { 1: 'metadata:ObjectMeta', 2: 'data{}:bytes', 3: 'type', 4: 'stringData{}', 5: 'immutable:bool' },
  Role: { 1: 'metadata:ObjectMeta', 2: 'rules[]:PolicyRule' },
  ClusterRole: { 1: 'metadata:ObjectMeta', 2: 'rules[]:PolicyRule' },
  PolicyRule: { 1: 'verbs[]', 2: 'apiGroups[]', 3: 'resources[]', 4: 'resourceNames[]', 5: 'nonResourceURLs[]' },
  RoleBinding: { 1: 'metadata:ObjectMeta', 2: 'subjects[]:Subject', 3: 'roleRef:RoleRef' },
  ClusterRoleBinding: { 1: 'metadata:ObjectMeta', 2: 'subjects[]:Subject', 3: 'roleRef:RoleRef' },
  Subject: { 1: 'kind', 2: 'apiGroup', 3: 'name', 4: 'namespace' },
  RoleRef: { 1: 'apiGroup', 2: 'kind', 3: 'name' },
};

/** Thrown for bytes that are no protobuf of the announced kind. */
export class UnreadableProtobuf extends Error {}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get ended(): boolean {
    return this.#at >= this.#bytes.length;
  }

  varint(): number {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) break;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return Number(BigInt.asIntN(64, value));
    }
    throw new UnreadableProtobuf('a number does not end');
  }

  bytes(length: number): Buffer {
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    if (length < 0 || part.length !== length) throw new UnreadableProtobuf('a field does not end');
    this.#at += length;
    return part;
  }

  /** The number or the bytes of the next field. */
  field(): { number: number; value: number | Buffer } {
    const tag = this.varint();
    const wire = tag & 7;
    const number = tag >>> 3;
    if (wire === 0) return { number, value: this.varint() };
    if (wire === 2) return { number, value: this.bytes(this.varint()) };
    if (wire === 1 || wire === 5) return { number, value: this.bytes(wire === 1 ? 8 : 4) };
    throw new UnreadableProtobuf(`wire type ${wire}`);
  }
}

function readValue(type: string, value: number | Buffer): Json {
  if (typeof value === 'number') return type === 'bool' ? value !== 0 : value;
  if (type === 'bytes') return value.toString('base64');
  return messages[type] ? readMessage(type, value) : value.toString('utf8');
}

function readEntry(type: string, bytes: Buffer): JsonRecord {
  const reader = new Reader(bytes);
  let key = '';
  let value: Json = '';
  while (!reader.ended) {
    const field = reader.field();
    if (field.number === 1) key = textOf(readValue('text', field.value));
    else value = readValue(type, field.value);
  }
  return { [key]: value };
}

function readMessage(name: string, bytes: Buffer): JsonRecord {
  const fields = messages[name] ?? {};
  const reader = new Reader(bytes);
  const result: JsonRecord = {};
  while (!reader.ended) {
    const { number, value } = reader.field();
    const [, member, shape, type = 'text'] = /^(\w+)(\[\]|\{\})?(?::(\w+))?$/.exec(fields[number] ?? '') ?? [];
    if (!member) continue;
    if (shape === '[]') result[member] = [...listOf(result[member]), readValue(type, value)];
    else if (shape === '{}') result[member] = { ...recordOf(result[member]), ...readEntry(type, value as Buffer) };
    // Go writes every text of a message, empty ones too; JSON leaves those out.
    else if (typeof value === 'number' || value.length > 0) result[member] = readValue(type, value);
  }
  return result;
}

/**
 * The object in a protobuf body as JSON, or `undefined` when its kind is not in the table.
 *
 * @throws UnreadableProtobuf
 */
export function readProtobufObject(body: Buffer): JsonRecord | undefined {
  if (!body.subarray(0, magic.length).equals(magic)) throw new UnreadableProtobuf('the magic bytes are missing');
  const unknown = readMessage('Unknown', body.subarray(magic.length));
  const type = recordOf(unknown.type);
  const kind = textOf(type.kind);
  if (!messages[kind]) return undefined;
  const object = readMessage(kind, Buffer.from(textOf(unknown.raw), 'base64'));
  return { apiVersion: textOf(type.apiVersion), kind, ...object };
}
