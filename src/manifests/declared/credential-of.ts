/** Builds declared credentials out of evaluated values, the same way for every language with expressions. */
import type { DeclarationLanguage, DeclaredCredential, DeclaredValue } from '../../model/federation.ts';
import { literalOf, literalText, writtenText } from '../../model/partial-text.ts';
import type { Spot } from '../../model/source.ts';
import { symbolValue, textValue } from './evaluate.ts';
import { entryOf, type TextValue, type Value } from './expression.ts';

/** The values that make a credential; those that were not given are undefined. */
export interface CredentialParts {
  /** A reference, an ARM id or a name. */
  readonly identity?: Value | undefined;
  /** Given when `identity` is the very name. */
  readonly identityName?: Value | undefined;
  readonly name?: Value | undefined;
  readonly issuer?: Value | undefined;
  readonly subject?: Value | undefined;
  readonly audiences?: Value | undefined;
  readonly claimsMatchingExpression?: Value | undefined;
}

/** What is known of the declaration as a whole. */
export interface DeclarationContext {
  readonly language: DeclarationLanguage;
  readonly at: Spot;
  readonly conditional: boolean;
}

/** A credential of the given parts. */
export function credentialOf(parts: CredentialParts, context: DeclarationContext): DeclaredCredential {
  const identity = declared(parts.identity);
  const identityName = declared(parts.identityName ?? nameOf(parts.identity));
  const name = declared(parts.name);
  const issuer = declared(parts.issuer);
  const subject = declared(parts.subject);
  return {
    language: context.language,
    at: context.at,
    ...(identity && { identity }),
    ...(identityName && literalOf(identityName.text) !== undefined && { identityName }),
    ...(name && { name }),
    ...(issuer && { issuer }),
    ...(subject && { subject }),
    audiences: audiencesOf(parts.audiences),
    conditional: context.conditional,
    parallelLoop: false,
    claimsMatchingExpression: scalarOf(parts.claimsMatchingExpression) !== undefined,
  };
}

/** The name of the resource whose id, or which itself, is given; an ARM id ends with it. */
function nameOf(identity: Value | undefined): Value | undefined {
  if (identity?.kind === 'namespace') return identity.member('name');
  if (identity?.kind !== 'text') return undefined;
  const name = /\/userAssignedIdentities\/([^/]+)$/i.exec(identity.text.pieces.at(-1) ?? '')?.[1];
  return name === undefined ? identity.of?.member('name') : textValue(literalText(name), identity.at);
}

/** A value as a declaration shows it; undefined when it is not given, or is no scalar. */
export function declared(value: Value | undefined): DeclaredValue | undefined {
  const scalar = scalarOf(value);
  if (!scalar) return undefined;
  const { text, loose, at } = scalar;
  return writtenText(loose) === writtenText(text) ? { text, at } : { text, loose, at };
}

/** A scalar, when the value is one and is given at all; a bare reference is a symbol. */
export function scalarOf(value: Value | undefined): TextValue | undefined {
  if (value?.kind === 'text') return literalOf(value.text) === 'null' ? undefined : value;
  if (value?.kind === 'namespace') return symbolValue(value.symbol, value.at);
  return value && symbolValue('…', value.at);
}

function audiencesOf(value: Value | undefined): readonly DeclaredValue[] {
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  return items.flatMap((item) => declared(item) ?? []);
}

const subjectKeys = ['subject'] as const;
const claimsKeys = ['claims_matching_expression', 'claimsMatchingExpression'] as const;
const ownerKeys = [
  'user_assigned_identity_id',
  'parent_id',
  'application_id',
  'application_object_id',
  'managed_identity_id',
  'identity_id',
  'parent_resource_id',
] as const;
const audienceKeys = ['audiences', 'audience'] as const;

/** Arguments of modules nest their credentials in maps and lists of objects, seldom deeper than this. */
const deepest = 5;

/**
 * Credentials that the arguments of a module which cannot be read seem to ask for: every object with a subject.
 * What the module does with them is unknown, so they are conditional.
 */
export function credentialsInArguments(
  value: Value | undefined,
  context: DeclarationContext,
  owner: CredentialParts = {},
  depth = 0,
): readonly DeclaredCredential[] {
  if (!value || depth > deepest) return [];
  if (value.kind === 'list') {
    return value.items.flatMap((item) => credentialsInArguments(item, context, owner, depth + 1));
  }
  if (value.kind !== 'map') return [];
  const own: CredentialParts = { ...owner, identity: firstOf(value, ownerKeys) ?? owner.identity };
  const found = scalarLike(firstOf(value, subjectKeys)) || scalarLike(firstOf(value, claimsKeys));
  if (found) {
    const parts: CredentialParts = {
      ...own,
      name: firstOf(value, ['name', 'display_name']),
      issuer: firstOf(value, ['issuer', 'issuer_url', 'oidc_issuer_url']),
      subject: firstOf(value, subjectKeys),
      audiences: firstOf(value, audienceKeys),
      claimsMatchingExpression: firstOf(value, claimsKeys),
    };
    return [credentialOf(parts, { ...context, conditional: true })];
  }
  return [...value.entries.values()].flatMap((entry) => credentialsInArguments(entry.value, context, own, depth + 1));
}

function scalarLike(value: Value | undefined): boolean {
  return value?.kind === 'text' || value?.kind === 'namespace';
}

function firstOf(value: Value, keys: readonly string[]): Value | undefined {
  for (const key of keys) {
    const found = entryOf(value, key);
    if (found) return found;
  }
  return undefined;
}
