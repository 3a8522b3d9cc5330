/** Label and field selectors of list requests, and LabelSelector objects. */
import type { Json, JsonRecord, KubernetesObject } from './json.ts';
import { recordOf, recordsOf, stringsOf, textMapOf, textOf, valueAt } from './json.ts';
import type { Kind } from './kinds.ts';
import { badRequest } from './status.ts';

/** One condition on a label. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

const setBased = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/;
const equality = /^([^=!\s]+)\s*(==|=|!=)\s*([^=!\s]*)$/;
const existence = /^(!?)\s*([^=!\s(),]+)$/;

/** Splits at the commas that stand outside parentheses. */
function splitRequirements(selector: string): string[] {
  const parts = selector.match(/(?:[^,(]|\([^)]*\))+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function parseRequirement(text: string): LabelRequirement {
  const set = setBased.exec(text);
  if (set) {
    const [, key = '', operator, values = ''] = set;
    return {
      key,
      operator: operator === 'in' ? 'In' : 'NotIn',
      values: values.split(',').map((value) => value.trim()),
    };
  }
  const equal = equality.exec(text);
  if (equal) {
    const [, key = '', operator, value = ''] = equal;
    return { key, operator: operator === '!=' ? 'NotIn' : 'In', values: [value] };
  }
  const exists = existence.exec(text);
  if (!exists) throw badRequest(`unable to parse requirement: found '${text}', expected: identifier, '!' or operator`);
  return { key: exists[2] ?? '', operator: exists[1] ? 'DoesNotExist' : 'Exists', values: [] };
}

/** Reads a `labelSelector` parameter: `a=b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`, joined by commas. */
export function parseLabelSelector(selector: string): LabelRequirement[] {
  return splitRequirements(selector).map(parseRequirement);
}

/** The requirements of a LabelSelector object; an empty one selects everything. */
export function requirementsOf(selector: Json | undefined): LabelRequirement[] {
  const exact = [...textMapOf(valueAt(selector, 'matchLabels'))].map(
    ([key, value]): LabelRequirement => ({ key, operator: 'In', values: [value] }),
  );
  const expressions = recordsOf(valueAt(selector, 'matchExpressions')).map((expression): LabelRequirement => {
    const operator = textOf(expression.operator) as LabelRequirement['operator'];
    return { key: textOf(expression.key), operator, values: stringsOf(expression.values) };
  });
  return [...exact, ...expressions];
}

/** Whether labels meet every requirement; `!=` and `notin` also select objects without the label. */
export function labelsMatch(labels: Json | undefined, requirements: readonly LabelRequirement[]): boolean {
  const present = textMapOf(labels);
  return requirements.every(({ key, operator, values }) => {
    const value = present.get(key);
    if (operator === 'Exists') return value !== undefined;
    if (operator === 'DoesNotExist') return value === undefined;
    const listed = value !== undefined && values.includes(value);
    return operator === 'In' ? listed : !listed;
  });
}

const anywhere = ['metadata.name', 'metadata.namespace'];
const selectableFields: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec.nodeName', 'spec.restartPolicy', 'spec.serviceAccountName', 'status.phase', 'status.podIP'],
  Secret: ['type'],
  Namespace: ['status.phase'],
  Event: [
    'reason',
    'type',
    'involvedObject.kind',
    'involvedObject.name',
    'involvedObject.namespace',
    'involvedObject.uid',
  ],
};

/**
 * Reads a `fieldSelector` parameter (`=`, `==` and `!=` on the fields that the kind can be selected by).
 *
 * @throws ApiError 400 for a field that the kind cannot be selected by.
 */
export function parseFieldSelector(kind: Kind, selector: string): (object: KubernetesObject) => boolean {
  const requirements = splitRequirements(selector).map((text) => {
    const parsed = equality.exec(text);
    if (!parsed) throw badRequest(`invalid selector: '${text}'; can't understand '${text}'`);
    const [, field = '', operator, value = ''] = parsed;
    if (![...anywhere, ...(selectableFields[kind.kind] ?? [])].includes(field)) {
      throw badRequest(`field label not supported: ${field}`);
    }
    return { path: field.split('.'), equal: operator !== '!=', value };
  });
  return (object) =>
    requirements.every(({ path, equal, value }) => (textOf(valueAt(object, ...path)) === value) === equal);
}

/** The labels of an object or of a pod template. */
export function labelsOf(object: JsonRecord): Json | undefined {
  return recordOf(object.metadata).labels;
}
