/** `schema/report.schema.json`: the schema of the JSON report. */
import { reportSchema as schema } from '../../src/report/report-schema.ts';
import type { Artefact } from './artefact.ts';

export const reportSchema: Artefact = {
  generate: async () => new Map([['schema/report.schema.json', `${JSON.stringify(schema, undefined, 2)}\n`]]),
};
