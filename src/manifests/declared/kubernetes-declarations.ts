/** Reads the federated credentials that manifests declare: Azure Service Operator and Crossplane. */
import type { DeclarationLanguage, DeclaredCredential, DeclaredValue } from '../../model/federation.ts';
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';
import { literalOf, literalText, type PartialText, unknownText } from '../../model/partial-text.ts';
import type { TextReader } from '../kubernetes.ts';
import { readPlaceholders } from '../placeholders.ts';

/** Which system a manifest's group belongs to; newer versions of a group follow, so versions are not looked at. */
function languageOf(manifest: Pick<Manifest, 'apiVersion' | 'kind'>): DeclarationLanguage | undefined {
  if (manifest.kind !== 'FederatedIdentityCredential') return undefined;
  const group = manifest.apiVersion.replace(/\/.*$/, '');
  if (group === 'managedidentity.azure.com') return 'aso';
  return /^(managedidentity\.azure|applications\.azuread)\.(m\.)?upbound\.io$/.test(group) ? 'crossplane' : undefined;
}

/** Whether a manifest declares credentials at all, Compositions that make them included. */
export function declaresCredential(manifest: Manifest): boolean {
  return languageOf(manifest) !== undefined || manifest.kind === 'Composition';
}

/**
 * The credentials of one manifest. A Composition gives what its bases hold, conditional, with every patched field
 * unknown; one that is written by a function is not readable and gives credentials of which nothing is known.
 */
export function kubernetesCredentials(
  manifest: Manifest,
  readText: TextReader = readPlaceholders,
): readonly DeclaredCredential[] {
  const root = fieldsOf(manifest);
  const language = languageOf(manifest);
  if (language === 'aso') return [asoCredential(root, readText)];
  if (language === 'crossplane') return [crossplaneCredential(root, root, readText, undefined)];
  return manifest.kind === 'Composition' ? composedCredentials(root, readText) : [];
}

/** Azure/azure-service-operator, api/managedidentity: `spec.owner.name` or `.armId`, `issuer` or `issuerFromConfig`. */
function asoCredential(root: Field, read: TextReader): DeclaredCredential {
  const value = (...path: string[]) => declaredField(root.get('spec', ...path), read);
  const armId = value('owner', 'armId');
  return credential('aso', root, {
    identity: armId ?? value('owner', 'name'),
    identityName: armId && armName(armId),
    name: value('azureName') ?? declaredField(root.get('metadata', 'name'), read),
    issuer: value('issuer') ?? fromConfig(root.get('spec', 'issuerFromConfig')),
    subject: value('subject') ?? fromConfig(root.get('spec', 'subjectFromConfig')),
    audiences: audiencesOf(root.get('spec', 'audiences'), read),
    claims: root.get('spec', 'claimsMatchingExpression') !== undefined,
    conditional: false,
  });
}

/** crossplane-contrib/provider-upjet-azure and -azuread: everything is under `spec.forProvider`, or `initProvider`. */
function crossplaneCredential(
  root: Field,
  place: Field,
  read: TextReader,
  patched: ((path: string) => boolean) | undefined,
): DeclaredCredential {
  const field = (name: string): Field | undefined =>
    root.get('spec', 'forProvider', name) ?? root.get('spec', 'initProvider', name);
  const value = (name: string): DeclaredValue | undefined => {
    const found = field(name);
    if (!patched?.(name)) return declaredField(found, read);
    return { text: unknownText(`\${${name}}`), at: (found ?? place).place };
  };
  const parent = value('parentId') ?? value('applicationId') ?? value('applicationObjectId');
  const reference = field('parentIdRef') ?? field('applicationIdRef') ?? field('applicationObjectIdRef');
  const externalName = root.get('metadata', 'annotations', 'crossplane.io/external-name');
  return credential('crossplane', place, {
    identity: parent ?? declaredField(reference?.get('name'), read),
    identityName: parent && armName(parent),
    name:
      value('displayName') ?? (patched ? undefined : declaredField(externalName ?? root.get('metadata', 'name'), read)),
    issuer: value('issuer'),
    subject: value('subject'),
    audiences: patched?.('audience') ? [] : audiencesOf(field('audience') ?? field('audiences'), read),
    claims: false,
    conditional: patched !== undefined,
  });
}

/** Bases of a Composition, wherever they are nested; text that holds one is the input of a function. */
function composedCredentials(field: Field, read: TextReader): readonly DeclaredCredential[] {
  const text = field.string;
  if (text !== undefined) return unreadableCredentials(field, text);
  const base = field.get('base');
  const found: DeclaredCredential[] = [];
  if (base && isCrossplaneBase(base)) {
    const paths = patchPaths(field.get('patches'));
    const patched = (name: string) => paths.some((path) => path === '*' || path.startsWith(`spec.forProvider.${name}`));
    found.push(crossplaneCredential(base, base.get('kind') ?? base, read, patched));
  }
  const inner = [...field.entries(), ...field.items()].filter(
    (child) => child.key !== 'base' && child.key !== 'patches',
  );
  return [...found, ...inner.flatMap((child) => composedCredentials(child, read))];
}

function isCrossplaneBase(base: Field): boolean {
  const apiVersion = base.get('apiVersion')?.string ?? '';
  return languageOf({ apiVersion, kind: base.get('kind')?.string ?? '' }) === 'crossplane';
}

/** Where the patches of a resource write; `*` for one that comes from elsewhere (a patch set). */
function patchPaths(patches: Field | undefined): readonly string[] {
  return (patches?.items() ?? []).map((patch) => {
    const to = patch.get('toFieldPath')?.string ?? patch.get('fromFieldPath')?.string;
    return to ?? '*';
  });
}

function unreadableCredentials(field: Field, text: string): readonly DeclaredCredential[] {
  if (!/kind:\s*["']?FederatedIdentityCredential\b/.test(text)) return [];
  return [credential('crossplane', field, { audiences: [], claims: false, conditional: true })];
}

interface Parts {
  readonly identity?: DeclaredValue | undefined;
  readonly identityName?: DeclaredValue | undefined;
  readonly name?: DeclaredValue | undefined;
  readonly issuer?: DeclaredValue | undefined;
  readonly subject?: DeclaredValue | undefined;
  readonly audiences: readonly DeclaredValue[];
  readonly claims: boolean;
  readonly conditional: boolean;
}

function credential(language: DeclarationLanguage, place: Field, parts: Parts): DeclaredCredential {
  const { identity, identityName, name, issuer, subject } = parts;
  return {
    language,
    at: (place.get('metadata', 'name') ?? place).place,
    ...(identity && { identity }),
    ...(identityName && { identityName }),
    ...(name && { name }),
    ...(issuer && { issuer }),
    ...(subject && { subject }),
    audiences: parts.audiences,
    conditional: parts.conditional,
    parallelLoop: false,
    claimsMatchingExpression: parts.claims,
  };
}

function declaredField(field: Field | undefined, read: TextReader): DeclaredValue | undefined {
  const text = field?.text;
  return field && text !== undefined ? { text: read(text), at: field.place } : undefined;
}

function audiencesOf(field: Field | undefined, read: TextReader): readonly DeclaredValue[] {
  return (field?.items() ?? []).flatMap((item) => declaredField(item, read) ?? []);
}

/** A value that the operator takes from a ConfigMap: unknown, but the same for the same key. */
function fromConfig(field: Field | undefined): DeclaredValue | undefined {
  const name = field?.get('name')?.text;
  const key = field?.get('key')?.text;
  if (!field || name === undefined) return undefined;
  return { text: unknownText(`\${configMap.${name}.${key ?? ''}}`), at: field.place };
}

/** The last part of an ARM id. */
function armName({ text, at }: DeclaredValue): DeclaredValue | undefined {
  const name = /\/userAssignedIdentities\/([^/]+)$/i.exec(lastPiece(text))?.[1];
  return name === undefined ? undefined : { text: literalText(name), at };
}

function lastPiece(text: PartialText): string {
  return literalOf(text) ?? (text.pieces.at(-1) as string);
}
