/** The checks of kube-apiserver on names, labels and annotations (k8s.io/apimachinery pkg/util/validation). */
import type { Json, KubernetesObject } from './json.ts';
import { recordOf, textMapOf, textOf } from './json.ts';
import type { Kind, NameRule } from './kinds.ts';
import type { FieldFault } from './status.ts';
import { invalidValue, requiredValue } from './status.ts';

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomain = `${label}(\\.${label})*`;
const serviceLabel = '[a-z]([-a-z0-9]*[a-z0-9])?';
const qualifiedName = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const labelValue = '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?';
const annotationsLimit = 256 * 1024;

interface Syntax {
  readonly pattern: string;
  readonly longest: number;
  readonly explanation: string;
}

const syntaxes: Readonly<Record<Exclude<NameRule, 'path-segment'> | 'label-key' | 'label-value', Syntax>> = {
  subdomain: {
    pattern: subdomain,
    longest: 253,
    explanation:
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com'",
  },
  label: {
    pattern: label,
    longest: 63,
    explanation:
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc'",
  },
  'service-label': {
    pattern: serviceLabel,
    longest: 63,
    explanation:
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123'",
  },
  'label-key': {
    pattern: qualifiedName,
    longest: 63,
    explanation:
      "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc'",
  },
  'label-value': {
    pattern: labelValue,
    longest: 63,
    explanation:
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345'",
  },
};

/** What is wrong with a text under a syntax; empty when nothing is. */
function syntaxFaults(rule: keyof typeof syntaxes, text: string): string[] {
  const { pattern, longest, explanation } = syntaxes[rule];
  const faults = [];
  if (text.length > longest) faults.push(`must be no more than ${longest} characters`);
  if (!new RegExp(`^(?:${pattern})$`).test(text)) {
    faults.push(`${explanation}, regex used for validation is '${pattern}')`);
  }
  return faults;
}

function nameFaults(rule: NameRule, name: string): string[] {
  if (rule !== 'path-segment') return syntaxFaults(rule, name);
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return ['/', '%'].filter((sign) => name.includes(sign)).map((sign) => `may not contain '${sign}'`);
}

function keyFaults(key: string): string[] {
  const parts = key.split('/');
  if (parts.length > 2) {
    return [
      "a qualified name must consist of alphanumeric characters, '-', '_' or '.', with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')",
    ];
  }
  const [prefix, name] = parts.length === 2 ? parts : [undefined, parts[0]];
  const faults = prefix === undefined ? [] : prefix === '' ? ['prefix part must be non-empty'] : prefixFaults(prefix);
  return [...faults, ...(name ? syntaxFaults('label-key', name) : ['name part must be non-empty'])];
}

function prefixFaults(prefix: string): string[] {
  return syntaxFaults('subdomain', prefix).map((fault) => `prefix part ${fault}`);
}

/** Faults of a labels map at a path: every key a qualified name, every value a label value of at most 63 characters. */
export function labelFaults(field: string, labels: Json | undefined): FieldFault[] {
  return [...textMapOf(labels)].flatMap(([key, value]) => [
    ...keyFaults(key).map((fault) => invalidValue(field, key, fault)),
    ...syntaxFaults('label-value', value).map((fault) => invalidValue(field, value, fault)),
  ]);
}

/** Faults of an annotations map: keys are qualified names (in any case), all texts together at most 256 KiB. */
export function annotationFaults(field: string, annotations: Json | undefined): FieldFault[] {
  const entries = [...textMapOf(annotations)];
  const faults = entries.flatMap(([key]) =>
    keyFaults(key.toLowerCase()).map((fault) => invalidValue(field, key, fault)),
  );
  const size = entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);
  if (size <= annotationsLimit) return faults;
  return [
    ...faults,
    { reason: 'FieldValueTooLong', field, message: `Too long: may not be more than ${annotationsLimit} bytes` },
  ];
}

/** Faults of an object's own metadata: name, labels and annotations. */
export function metadataFaults(kind: Kind, object: KubernetesObject): FieldFault[] {
  const metadata = recordOf(object.metadata);
  const name = textOf(metadata.name);
  const named = name
    ? nameFaults(kind.nameRule, name).map((fault) => invalidValue('metadata.name', name, fault))
    : [requiredValue('metadata.name', 'name or generateName is required')];
  return [
    ...named,
    ...labelFaults('metadata.labels', metadata.labels),
    ...annotationFaults('metadata.annotations', metadata.annotations),
  ];
}
