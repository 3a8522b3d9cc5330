/** Reads the federated credentials that scripts and workflows create by literal calls of command line tools. */
import type { DeclaredCredential } from '../../model/federation.ts';
import { literalText, type PartialText, writtenText } from '../../model/partial-text.ts';
import type { Source, Spot } from '../../model/source.ts';
import type { TextReader } from '../kubernetes.ts';
import { readPlaceholders } from '../placeholders.ts';
import { type CredentialParts, credentialOf } from './credential-of.ts';
import { declarationFileKind } from './declaration-files.ts';
import { textValue } from './evaluate.ts';
import type { TextValue, Value } from './expression.ts';
import { joinTexts } from './join-texts.ts';
import { callsOf, optionsOf, type ScriptCall } from './script-commands.ts';
import { shellReading } from './shell-variables.ts';

/** Whether a text can hold a call that creates a credential. */
function mayCreateCredential(text: string): boolean {
  return /federated-credential|\bazwi\b|New-Az(?:Federated|ADAppFederated)/i.test(text);
}

/** The credentials that the calls in a script or workflow create; those of a document are conditional. */
export function commandLineCredentials(
  source: Source,
  readText: TextReader = readPlaceholders,
): readonly DeclaredCredential[] {
  if (!mayCreateCredential(source.text)) return [];
  const reading = shellReading(source, readText);
  const instructions = declarationFileKind(source.path) === 'document';
  return callForms.flatMap(({ pattern, parts }) =>
    callsOf(pattern, reading).flatMap((call) => {
      const found = parts(call);
      return found
        ? [credentialOf(found, { language: 'cli', at: call.at, conditional: instructions || call.conditional })]
        : [];
    }),
  );
}

interface CallForm {
  readonly pattern: RegExp;
  readonly parts: (call: ScriptCall) => CredentialParts | undefined;
}

/** Azure CLI, azwi, and the Az PowerShell module. */
const callForms: readonly CallForm[] = [
  { pattern: /\baz[ \t]+identity[ \t]+federated-credential[ \t]+(?:create|update)\b/g, parts: identityCall },
  { pattern: /\baz[ \t]+ad[ \t]+app[ \t]+federated-credential[ \t]+(?:create|update)\b/g, parts: applicationCall },
  { pattern: /\bazwi[ \t]+(?:serviceaccount|sa)[ \t]+create\b/g, parts: azwiCall },
  { pattern: /\bNew-AzFederatedIdentityCredentials?\b/gi, parts: powerShellCall },
  { pattern: /\bNew-AzADAppFederatedCredential\b/gi, parts: powerShellCall },
];

/** The value of the first option that was given; `abbreviated`: any beginning of its name will do, as for the Azure CLI. */
function optionReader(call: ScriptCall, abbreviated = false): (...names: readonly string[]) => Value | undefined {
  const options = optionsOf(call.words);
  return (...names) => {
    for (const name of names) {
      const beginning = abbreviated
        ? [...options].find(([given]) => given.length > 5 && name.startsWith(given))
        : undefined;
      const words = options.get(name) ?? beginning?.[1];
      const [first, ...rest] = words ?? [];
      if (first)
        return rest.length === 0 ? first : { kind: 'list', items: [first, ...rest], open: false, at: first.at };
    }
    return undefined;
  };
}

function identityCall(call: ScriptCall): CredentialParts {
  const option = optionReader(call, true);
  return {
    identity: option('--identity-name'),
    identityName: option('--identity-name'),
    name: option('--name', '-n'),
    issuer: option('--issuer'),
    subject: option('--subject'),
    audiences: option('--audiences'),
    claimsMatchingExpression: option('--claims-matching-expression-value', '--cme-value'),
  };
}

function powerShellCall(call: ScriptCall): CredentialParts {
  const option = optionReader(call);
  return {
    identity: option('-identityname', '-applicationobjectid'),
    identityName: option('-identityname'),
    name: option('-name'),
    issuer: option('-issuer'),
    subject: option('-subject'),
    audiences: option('-audience'),
  };
}

/** `azwi serviceaccount create`: all phases, or the one that writes the credential. Azure/azure-workload-identity pkg/cmd. */
function azwiCall(call: ScriptCall): CredentialParts | undefined {
  const words = call.words.map((word) => writtenText(word.text));
  const phase = words.indexOf('phase');
  if (phase !== -1 && words[phase + 1] !== 'federated-identity') return undefined;
  const option = optionReader(call);
  const name = option('--service-account-name');
  if (!name) return undefined;
  const namespace = option('--service-account-namespace') ?? textValue(literalText('default'), call.at);
  return {
    identity: option('--aad-application-name', '--aad-application-object-id'),
    issuer: option('--service-account-issuer-url'),
    subject: name.kind === 'text' && namespace.kind === 'text' ? subjectOf(namespace, name) : undefined,
  };
}

function subjectOf(namespace: TextValue, name: TextValue): TextValue {
  const join = (of: (value: TextValue) => PartialText) =>
    joinTexts([literalText('system:serviceaccount:'), of(namespace), literalText(':'), of(name)]);
  const known = namespace.loose === namespace.text && name.loose === name.text;
  const text = join((value) => value.text);
  return { kind: 'text', text, loose: known ? text : join((value) => value.loose), at: name.at };
}

/** `--parameters '{…}'`, from a here-document, or a file, of which nothing is known here. */
function applicationCall(call: ScriptCall): CredentialParts {
  const option = optionReader(call, true);
  const given = option('--parameters');
  const fromInput = given?.kind === 'text' && /^@?(?:-|\/dev\/stdin)$/.test(writtenText(given.text));
  const json = fromInput ? call.input : given;
  const fields = json?.kind === 'text' ? jsonFields(json) : undefined;
  return {
    identity: option('--id'),
    name: fields?.get('name')?.[0],
    issuer: fields?.get('issuer')?.[0],
    subject: fields?.get('subject')?.[0],
    audiences: listOf(fields?.get('audiences')),
    claimsMatchingExpression: fields?.has('claimsMatchingExpression')
      ? textValue(literalText('…'), call.at)
      : undefined,
  };
}

function listOf(items: readonly TextValue[] | undefined): Value | undefined {
  return items?.[0] && { kind: 'list', items, open: false, at: items[0].at };
}

/** The text fields of a JSON object that may hold unknown stretches; undefined when it is no JSON. */
function jsonFields(word: TextValue): ReadonlyMap<string, readonly TextValue[]> | undefined {
  const marked = word.text.pieces.reduce((text, piece, index) => `${text}\ue000${index - 1}\ue001${piece}`);
  const parsed = parsedObject(marked) ?? parsedObject(marked.replaceAll('\\"', '"'));
  if (!parsed) return undefined;
  const fields = new Map<string, readonly TextValue[]>();
  for (const [key, value] of Object.entries(parsed)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = items.map((item) => (typeof item === 'string' ? unmarked(item, word.text) : literalText('…')));
    fields.set(
      key,
      texts.map((text) => textValue(text, valueSpot(word.at, key))),
    );
  }
  return fields;
}

function parsedObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Puts the unknown stretches back where their marks stand. */
function unmarked(text: string, word: PartialText): PartialText {
  const parts = text.split(/\ue000(\d+)\ue001/);
  const symbols = parts.filter((_, index) => index % 2 === 1).map((index) => word.symbols[Number(index)] ?? '…');
  return { pieces: parts.filter((_, index) => index % 2 === 0), symbols };
}

/** Where the value of a key stands in the call, as written; the whole word when it cannot be told. */
function valueSpot(at: Spot, key: string): Spot {
  const written = at.source.text.slice(at.start, at.end);
  const match = new RegExp(`"${key}[\\\\\`]*"\\s*:\\s*(\\[?\\s*[\\\\\`]*".*)`).exec(written);
  if (!match?.[1]) return at;
  const start = at.start + match.index + match[0].length - match[1].length;
  return { source: at.source, start, end: start + match[1].replace(/[\s,}]+$/, '').length };
}
