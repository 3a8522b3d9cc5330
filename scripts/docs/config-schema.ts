/** `schema/config.schema.json`: the schema of `idwire.yaml`, for editors. */
import { configurationSchema } from '../../src/config/config-schema.ts';
import type { Artefact } from './artefact.ts';

export const configSchema: Artefact = {
  generate: async () =>
    new Map([['schema/config.schema.json', `${JSON.stringify(configurationSchema, undefined, 2)}\n`]]),
};
