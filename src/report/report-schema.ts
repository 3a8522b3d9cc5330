/** The JSON Schema of the report, version 1: it is only ever extended, so readers must accept keys they do not know. */
import { commands } from '../model/report.ts';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const nullableText: Schema = { type: ['string', 'null'] };
const flag: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer', minimum: 0 };
const position: Schema = { type: 'integer', minimum: 1 };
const range = { line: position, column: position, endLine: position, endColumn: position };

const words = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });
const list = (items: Schema): Schema => ({ type: 'array', items });

/** An object with these keys, all required but the named ones; further keys may come with later versions. */
function object(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: true };
}

const edit = object({ file: text, ...range, text });

const suppression = object({ by: words('comment', 'annotation', 'baseline', 'unchanged'), reason: text });

const finding = object(
  {
    rule: text,
    severity: words('error', 'warning', 'note'),
    confidence: words('high', 'medium', 'low'),
    message: text,
    remedy: text,
    file: { ...text, description: 'Relative to the working directory, with `/`; `-` is standard input.' },
    ...range,
    docs: { ...text, description: 'The page of the rule, relative to the root of Idwire.' },
    related: list(object({ file: text, line: position, note: text })),
    fingerprint: { ...text, description: 'Stays the same when lines move.' },
    rendered: object({ by: text, root: text }),
    fix: object(
      {
        safety: words('safe', 'unsafe'),
        edits: list(edit),
        refused: { ...text, description: 'Why the text cannot be edited safely; then there are no edits.' },
      },
      ['refused'],
    ),
    suppressed: { anyOf: [suppression, { type: 'null' }] },
  },
  ['rendered', 'fix'],
);

const action = words('create', 'update', 'delete');

const change = object(
  {
    action,
    identity: { ...text, description: 'An ARM id, or `application:` and an application id.' },
    name: text,
    issuer: text,
    subject: text,
    audience: text,
    owned: flag,
    origin: { anyOf: [object({ file: text, line: position }), { type: 'null' }] },
    fields: list(object({ field: text, from: text, to: text })),
    blocked: { ...nullableText, description: 'Why the change will not be made.' },
    reason: { ...text, description: 'What the change is for, such as a rename.' },
  },
  ['reason'],
);

const leftToOthers = object({
  identity: text,
  subject: text,
  to: { ...text, description: 'File and line of the declaration that makes the credential.' },
  origin: object({ file: text, line: position }),
});

const plan = object(
  {
    digest: text,
    complete: { ...flag, description: 'False when anything could not be seen; such a plan never deletes.' },
    changes: list(change),
    unchanged: count,
    left: list(leftToOthers),
  },
  ['left'],
);

const applied = object({
  action,
  identity: text,
  name: text,
  outcome: words('done', 'failed', 'skipped'),
  error: nullableText,
});

const place = { rule: text, file: text, line: position };

const fixes = object({
  written: { ...flag, description: 'False when the edits were only shown.' },
  mended: list(object(place)),
  left: list(object({ ...place, why: { ...text, description: 'Why the safe fix could not be made.' } })),
  files: list(object({ file: text, diff: { ...text, description: 'A unified diff.' } })),
});

const proof = object({
  identity: { ...text, description: 'Client id that the token was offered for.' },
  issuer: text,
  subject: text,
  audience: text,
  outcome: words('accepted', 'refused'),
  error: nullableText,
});

/** The schema of `Report`, draft 7. */
export const reportSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Idwire report',
  description: 'What `idwire --format json` prints and `report-file` holds. Lines and columns count from 1.',
  ...object(
    {
      version: { type: 'integer', const: 1 },
      command: words(...commands),
      conclusion: words('success', 'failure', 'error'),
      findings: list(finding),
      plan,
      applied: list(applied),
      fixes,
      proofs: list(proof),
      gaps: list(object({ what: text, why: text, remedy: text })),
      counts: object({ errors: count, warnings: count, notes: count }),
      stats: object({
        files: count,
        documents: count,
        parsed: count,
        rendered: count,
        durationMs: { type: 'number', minimum: 0 },
      }),
    },
    ['plan', 'applied', 'fixes', 'proofs'],
  ),
};
