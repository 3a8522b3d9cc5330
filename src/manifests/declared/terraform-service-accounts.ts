/** ServiceAccounts that Terraform makes: of the kubernetes and kubectl providers, and of charts it installs. */
import type { DeclaredServiceAccount, DeclaredValue } from '../../model/federation.ts';
import { literalOf, literalText, unknownText, writtenText } from '../../model/partial-text.ts';
import type { Spot } from '../../model/source.ts';
import { accountsInYaml } from './accounts-in-yaml.ts';
import { declared } from './credential-of.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { entryOf, type Value } from './expression.ts';
import type { TerraformObject } from './terraform-folder.ts';

const clientIdKey = 'azure.workload.identity/client-id';

/** The accounts of one resource, in one run of it. */
export function serviceAccountsOf(
  resource: TerraformObject,
  evaluation: Evaluation,
  at: Spot,
): readonly DeclaredServiceAccount[] {
  const { type } = resource;
  if (!/^(kubernetes_|kubectl_|helm_)/.test(type)) return [];
  const body = evaluate(resource.body, evaluation);
  if (/^kubernetes_service_account(_v1)?$/.test(type)) return ofMetadata(section(body, 'metadata'), at, true);
  if (type === 'kubernetes_default_service_account' || type === 'kubernetes_annotations') {
    const kind = textOf(entryOf(body, 'kind')) ?? 'ServiceAccount';
    if (kind !== 'ServiceAccount') return [];
    return ofMetadata(section(body, 'metadata'), at, false, entryOf(body, 'annotations'));
  }
  if (type === 'kubernetes_manifest') {
    const manifest = entryOf(body, 'manifest');
    const isAccount = textOf(entryOf(manifest, 'kind')) === 'ServiceAccount';
    return isAccount ? ofMetadata(entryOf(manifest, 'metadata'), at, true) : ofText(resource, evaluation, at);
  }
  if (type === 'kubectl_manifest') return ofText(resource, evaluation, at);
  return type === 'helm_release' ? ofRelease(resource, body, at) : [];
}

function ofMetadata(
  metadata: Value | undefined,
  at: Spot,
  created: boolean,
  annotations = entryOf(metadata, 'annotations'),
): readonly DeclaredServiceAccount[] {
  const name = declared(entryOf(metadata, 'name')) ?? (created ? undefined : { text: literalText('default'), at });
  return name
    ? [
        account(
          name,
          declared(entryOf(metadata, 'namespace')),
          declared(entryOf(annotations, clientIdKey)),
          created,
          at,
        ),
      ]
    : [];
}

function account(
  name: DeclaredValue,
  namespace: DeclaredValue | undefined,
  clientId: DeclaredValue | undefined,
  created: boolean,
  at: Spot,
): DeclaredServiceAccount {
  return { language: 'terraform', name, ...(namespace && { namespace }), ...(clientId && { clientId }), created, at };
}

/** A manifest kept as text (`yaml_body`, `yamldecode(<<YAML …)`): its account is found by the lines of its text. */
function ofText(resource: TerraformObject, evaluation: Evaluation, at: Spot): readonly DeclaredServiceAccount[] {
  const { source, start, end } = bodySpan(resource);
  if (!/kind"?\s*[:=]\s*"?ServiceAccount\b/.test(source.text.slice(start, end))) return [];
  const body = resource.body.entries.find(
    ({ key }) => key?.kind === 'literal' && /^(yaml_body|manifest)$/.test(key.text),
  );
  const expression = body?.value.kind === 'call' ? body.value.arguments[0] : body?.value;
  const value = expression && evaluate(expression, evaluation);
  if (value?.kind !== 'text')
    return [account({ text: unknownText('ServiceAccount'), at }, undefined, undefined, true, at)];
  return accountsInYaml(writtenText(value.text), evaluation.readText, at, 'terraform');
}

/** The stretch of a resource: its body ends with its last value. */
function bodySpan(resource: TerraformObject): Spot {
  const ends = resource.body.entries.map((entry) => entry.value.at.end);
  return { ...resource.at, end: Math.max(resource.at.end, ...ends) };
}

/** Values by which charts commonly name the account they make, and its annotation. */
const nameValue = /(^|\.)service_?account(\.server)?\.name$/i;
const clientIdValue = /service_?account(\.server)?\.annotations\.azure\\?\.workload\\?\.identity\/client-id$/i;

/** A chart makes accounts that only the chart knows; what is set for it narrows them down. */
function ofRelease(resource: TerraformObject, body: Value, at: Spot): readonly DeclaredServiceAccount[] {
  const settings = settingsOf(body);
  const find = (pattern: RegExp) => settings.find(([name]) => pattern.test(name))?.[1];
  const name = declared(find(nameValue)) ?? { text: unknownText(`\${helm_release.${resource.name}}`), at };
  return [account(name, declared(entryOf(body, 'namespace')), declared(find(clientIdValue)), true, at)];
}

/** `set` blocks or list, and encoded `values`, as dotted names. */
function settingsOf(body: Value): readonly (readonly [string, Value])[] {
  const set = entryOf(body, 'set');
  const single = (set?.kind === 'list' ? set.items : []).flatMap((item) => {
    const name = textOf(entryOf(item, 'name'));
    const value = entryOf(item, 'value');
    return name !== undefined && value ? [[name, value] as const] : [];
  });
  const values = entryOf(body, 'values');
  const nested = values?.kind === 'list' ? values.items.flatMap((item) => dotted(item, '')) : [];
  return [...single, ...nested];
}

function dotted(value: Value, path: string): readonly (readonly [string, Value])[] {
  if (value.kind !== 'map') return path === '' ? [] : [[path, value]];
  return [...value.entries].flatMap(([key, entry]) => dotted(entry.value, path === '' ? key : `${path}.${key}`));
}

function section(body: Value, name: string): Value | undefined {
  const value = entryOf(body, name);
  return value?.kind === 'list' ? value.items[0] : value;
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'text' ? literalOf(value.text) : undefined;
}
