/** One HTTP request as a handler sees it, and the reply or refusal it gives. */

import type { IncomingHttpHeaders } from 'node:http';

/** A received request. `body` is the parsed JSON, or undefined when there was none. */
export interface Exchange {
  readonly method: string;
  /** Path without the query, as sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** The body as sent. */
  readonly text: string;
}

/** What goes back. An object body is sent as JSON, a string as it is, undefined as an empty body. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Thrown by a handler to answer with an error reply. */
export class Refusal extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`HTTP ${reply.status}`);
    this.reply = reply;
  }
}

/** A JSON object read field by field; a field of another type reads as absent. */
export class JsonObject {
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(value: unknown) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    this.fields = isObject ? (value as Record<string, unknown>) : {};
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined && this.fields[name] !== null;
  }

  text(name: string): string | undefined {
    const value = this.fields[name];
    return typeof value === 'string' ? value : undefined;
  }

  integer(name: string): number | undefined {
    const value = this.fields[name];
    return Number.isInteger(value) ? (value as number) : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.fields[name];
    return typeof value === 'boolean' ? value : undefined;
  }

  object(name: string): JsonObject {
    return new JsonObject(this.fields[name]);
  }

  /** The elements of an array of objects; undefined when the field is no array. */
  objects(name: string): JsonObject[] | undefined {
    const value = this.fields[name];
    return Array.isArray(value) ? value.map((element) => new JsonObject(element)) : undefined;
  }

  /** The elements of an array of strings; undefined when the field is something else. */
  texts(name: string): string[] | undefined {
    const value = this.fields[name];
    return Array.isArray(value) && value.every((element) => typeof element === 'string') ? value : undefined;
  }
}
