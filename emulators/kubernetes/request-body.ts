/** Reads the bodies of requests: JSON, and protobuf where kubectl insists on it. */
import type { ApiRequest } from './api-request.ts';
import type { Json } from './json.ts';
import { protobufType, readProtobufObject, UnreadableProtobuf } from './protobuf-body.ts';
import { badRequest, unsupportedMediaType } from './status.ts';

const json = 'application/json';

function parse(body: Buffer): Json {
  try {
    return JSON.parse(body.toString('utf8')) as Json;
  } catch (error) {
    throw badRequest(`couldn't get version/kind; json parse error: ${(error as Error).message}`);
  }
}

/**
 * The object that a request carries.
 *
 * @throws ApiError 400 for unreadable text or bytes; 415 for other formats, and for protobuf of a kind that clients create
 * through typed clients only rarely (Deployments, Jobs, Pods and other large ones).
 */
export function objectBody(request: ApiRequest): Json {
  if (request.mediaType === protobufType) return protobufBody(request.body);
  if (request.mediaType !== '' && request.mediaType !== json) throw unsupportedMediaType([json, protobufType]);
  return parse(request.body);
}

function protobufBody(body: Buffer): Json {
  try {
    const object = readProtobufObject(body);
    if (!object) throw unsupportedMediaType([json]);
    return object;
  } catch (error) {
    if (error instanceof UnreadableProtobuf) throw badRequest(`the protobuf body is not readable: ${error.message}`);
    throw error;
  }
}

/** The body of a patch; an apply patch is YAML, which is refused by its content type before anybody reads it. */
export function patchBody(request: ApiRequest): Json {
  return request.mediaType.endsWith('+json') ? parse(request.body) : null;
}
