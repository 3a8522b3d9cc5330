/** Reads the federated credentials that an ARM JSON template declares. */
import type { DeclaredCredential } from '../../model/federation.ts';
import { literalOf, literalText } from '../../model/partial-text.ts';
import type { Source, Spot } from '../../model/source.ts';
import type { TextReader } from '../kubernetes.ts';
import { readPlaceholders } from '../placeholders.ts';
import { templateEvaluation } from './arm-evaluation.ts';
import { armExpression } from './arm-expression.ts';
import { credentialOf } from './credential-of.ts';
import { type Evaluation, evaluate, textValue, within, workLimit } from './evaluate.ts';
import { attributeOf, entryOf, keyText, type ObjectExpression, type Value } from './expression.ts';
import { markParallel } from './parallel-loop.ts';
import { splitAtSlash } from './split-at-slash.ts';
import { jsonExpression } from './tree-expression.ts';

/** Whether a JSON text can be an ARM template that declares a credential. */
function mayDeclareInArm(text: string): boolean {
  return /federatedIdentityCredentials/i.test(text) && text.includes('"resources"');
}

/** The credentials of a template; none for a text that is no template or does not parse. */
export function readArm(source: Source, readText: TextReader = readPlaceholders): readonly DeclaredCredential[] {
  if (!mayDeclareInArm(source.text)) return [];
  const template = jsonExpression(source, (node) => armExpression(node, source));
  if (template?.kind !== 'object') return [];
  const base = { readText, work: { left: workLimit } };
  const evaluation = templateEvaluation(template, undefined, '', base);
  return readResources(template, { evaluation, conditional: false, parent: undefined, depth: 0 });
}

interface Surroundings {
  readonly evaluation: Evaluation;
  readonly conditional: boolean;
  /** Of a nested resource. */
  readonly parent: { readonly type: string; readonly name: Value | undefined } | undefined;
  readonly depth: number;
}

/** Deployments nest in deployments; Azure allows few levels. */
const deepest = 12;

function readResources(owner: ObjectExpression, around: Surroundings): readonly DeclaredCredential[] {
  const resources = attributeOf(owner, 'resources');
  if (around.depth > deepest || !resources) return [];
  const items =
    resources.kind === 'list'
      ? resources.items.map((body) => ({ body, at: undefined }))
      : resources.kind === 'object'
        ? resources.entries.map((entry) => ({ body: entry.value, at: entry.key?.at }))
        : [];
  return items.flatMap(({ body, at }) => (body.kind === 'object' ? readResource(body, at, around) : []));
}

function readResource(
  body: ObjectExpression,
  at: Spot | undefined,
  around: Surroundings,
): readonly DeclaredCredential[] {
  const written = attributeOf(body, 'type');
  const existing = attributeOf(body, 'existing');
  if (written?.kind !== 'literal' || (existing?.kind === 'literal' && existing.text === 'true')) return [];
  const relative = around.parent && !written.text.toLowerCase().startsWith('microsoft.');
  const type = (relative ? `${around.parent?.type}/${written.text}` : written.text).replace(/@.*$/, '').toLowerCase();
  const copy = attributeOf(body, 'copy');
  const runs =
    copy?.kind === 'object'
      ? copyRuns(copy, around.evaluation)
      : [{ evaluation: around.evaluation, unknown: false, sure: true }];
  const condition = attributeOf(body, 'condition');
  const results = runs.map((run) => {
    const when = condition && evaluate(condition, run.evaluation);
    const known = when?.kind === 'text' && when.loose === when.text ? literalOf(when.text)?.toLowerCase() : undefined;
    if (known === 'false') return { credentials: [], unknown: run.unknown };
    const conditional = around.conditional || !run.sure || (when !== undefined && known !== 'true');
    const inner = { ...around, evaluation: run.evaluation, conditional, depth: around.depth + 1 };
    return { credentials: readRun(body, type, at ?? written.at, inner), unknown: run.unknown };
  });
  const serial = copy?.kind === 'object' && /^"?serial"?$/i.test(keyText(attributeOf(copy, 'mode')));
  if (copy === undefined || serial) return results.flatMap((result) => result.credentials);
  return markParallel(results, (text) => /copyIndex/i.test(text));
}

function readRun(body: ObjectExpression, type: string, at: Spot, around: Surroundings): readonly DeclaredCredential[] {
  if (type === 'microsoft.resources/deployments') return readDeployment(body, around);
  const nameExpression = attributeOf(body, 'name');
  const name = nameExpression && evaluate(nameExpression, around.evaluation);
  const nested = readResources(body, { ...around, parent: { type, name } });
  if (type !== 'microsoft.managedidentity/userassignedidentities/federatedidentitycredentials') return nested;
  const propertiesExpression = attributeOf(body, 'properties');
  const properties = propertiesExpression && evaluate(propertiesExpression, around.evaluation);
  const split = splitAtSlash(name);
  const identity = split?.before ?? around.parent?.name;
  const parts = {
    identity,
    identityName: identity,
    name: split?.after ?? name,
    issuer: entryOf(properties, 'issuer'),
    subject: entryOf(properties, 'subject'),
    audiences: entryOf(properties, 'audiences'),
    claimsMatchingExpression: entryOf(entryOf(properties, 'claimsMatchingExpression'), 'value'),
  };
  return [credentialOf(parts, { language: 'arm', at, conditional: around.conditional }), ...nested];
}

/** A template within a template; with inner scope it has its own parameters. */
function readDeployment(body: ObjectExpression, around: Surroundings): readonly DeclaredCredential[] {
  const properties = attributeOf(body, 'properties');
  if (properties?.kind !== 'object') return [];
  const template = attributeOf(properties, 'template');
  if (template?.kind !== 'object') return [];
  const options = attributeOf(properties, 'expressionEvaluationOptions');
  const scope = options?.kind === 'object' ? keyText(attributeOf(options, 'scope')).toLowerCase() : '';
  if (scope !== 'inner') return readResources(template, { ...around, parent: undefined });
  const given = attributeOf(properties, 'parameters');
  const inputs = new Map<string, Value>();
  for (const { key, value } of given?.kind === 'object' ? given.entries : []) {
    const expression = value.kind === 'object' ? attributeOf(value, 'value') : undefined;
    if (expression) inputs.set(keyText(key).toLowerCase(), evaluate(expression, around.evaluation));
  }
  const name = attributeOf(body, 'name');
  const label = name ? evaluate(name, around.evaluation) : undefined;
  const prefix = `${around.evaluation.prefix}${label?.kind === 'text' ? (literalOf(label.text) ?? 'deployment') : 'deployment'}.`;
  const evaluation = templateEvaluation(template, inputs, prefix, around.evaluation);
  return readResources(template, { ...around, evaluation, parent: undefined });
}

/** No identity takes more credentials than this by far. */
const mostCopies = 25;

function copyRuns(copy: ObjectExpression, evaluation: Evaluation) {
  const expression = attributeOf(copy, 'count');
  const count = expression && evaluate(expression, evaluation);
  const literal = count?.kind === 'text' ? literalOf(count.text) : undefined;
  const unknown = { evaluation, unknown: true, sure: false };
  if (count?.kind !== 'text' || literal === undefined || !/^\d+$/.test(literal)) return [unknown];
  const sure = count.loose === count.text;
  const runs = Array.from({ length: Math.min(Number(literal), mostCopies) }, (_, index) => {
    const value = textValue(literalText(String(index)), copy.at);
    return { evaluation: within(evaluation, new Map([['copyIndex()', value]]), String(index)), unknown: false, sure };
  });
  return sure ? runs : [...runs, unknown];
}
