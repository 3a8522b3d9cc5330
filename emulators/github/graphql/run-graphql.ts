/** Runs one GraphQL request against the schema; the only file that loads the large GraphQL library. */

import { buildSchema, graphql } from 'graphql';
import type { JsonObject } from '../loopback/exchange.ts';
import { schema } from './schema.ts';

const built = buildSchema(schema);

/** The body of the reply. The service prints an error's `type` beside its message, not under `extensions`. */
export async function runGraphql(body: JsonObject, rootValue: unknown): Promise<Record<string, unknown>> {
  const result = await graphql({
    schema: built,
    source: body.text('query') ?? '',
    variableValues: body.object('variables').fields,
    rootValue,
    operationName: body.text('operationName') ?? null,
  });
  const errors = result.errors?.map((error) => {
    const { extensions, ...rest } = error.toJSON();
    return extensions?.type === undefined ? rest : { type: extensions.type, ...rest };
  });
  return { data: result.data ?? null, ...(errors === undefined ? {} : { errors }) };
}
