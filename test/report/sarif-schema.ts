/** The official schema of SARIF 2.1.0 as a judge of logs. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const path = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
const file = new URL(`../../${path}`, import.meta.url);
// Nothing of draft 4 is in it that later drafts read in another way, apart from the name of its own address.
const { $schema: _draft, id: _address, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
if (/"exclusive(?:Minimum|Maximum)"|"id": *"#/.test(JSON.stringify(schema)))
  throw new Error(`${path} needs a validator of draft 4.`);

/** RFC 3986: characters and percent-encoding; a relative reference has no colon in its first segment. */
const reference = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|(?![^/?#]*:))(?:[\w.~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})*$/;

const validate = new Ajv({
  strict: false,
  // One pattern of the schema, for languages, is no Unicode expression.
  unicodeRegExp: false,
  allErrors: true,
  formats: {
    uri: (text) => URL.canParse(text) && reference.test(text),
    'uri-reference': reference,
    'date-time': (text) => !Number.isNaN(Date.parse(text)),
  },
}).compile(schema);

/** What the schema has against a log; empty for a valid one. */
export function sarifFaults(log: unknown): readonly string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
