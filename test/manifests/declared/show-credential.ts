/** Shows what was read so that a table of expectations stays readable, and mutates texts for fuzzing. */
import type { DeclaredCredential, DeclaredServiceAccount, DeclaredValue } from '../../../src/model/federation.ts';
import { type PartialText, writtenText } from '../../../src/model/partial-text.ts';
import { lineAt, type Source } from '../../../src/model/source.ts';

/** The stretch of text that a value or credential points at. */
export function pointedAt(at: DeclaredValue['at']): string {
  if ('manifest' in at) return at.path.join('.');
  return at.source.text.slice(at.start, at.end);
}

/** `path:line`. */
export function lineOf(at: DeclaredValue['at']): string {
  return 'manifest' in at ? at.path.join('.') : `${at.source.path}:${lineAt(at.source, at.start)}`;
}

/** A value as `text`, or as `text | loose` where it rests on defaults; what is unknown stands in angles. */
export function shown(value: DeclaredValue | undefined): string | undefined {
  if (!value) return undefined;
  return withAngles(value.text) + (value.loose ? ` | ${withAngles(value.loose)}` : '');
}

function withAngles({ pieces, symbols }: PartialText): string {
  return writtenText({ pieces, symbols: symbols.map((symbol) => symbol.replace(/^\$\{(.*)\}$/s, '«$1»')) });
}

/** The parts of a credential that are there, as texts. */
export function summary(credential: DeclaredCredential): Readonly<Record<string, string>> {
  const flags = [
    ...(credential.conditional ? ['conditional'] : []),
    ...(credential.parallelLoop ? ['parallel'] : []),
    ...(credential.claimsMatchingExpression ? ['claims'] : []),
  ];
  const parts = {
    identity: shown(credential.identity),
    identityName: shown(credential.identityName),
    name: shown(credential.name),
    issuer: shown(credential.issuer),
    subject: shown(credential.subject),
    audiences: credential.audiences.map(shown).join(', ') || undefined,
    flags: flags.join(' ') || undefined,
  };
  return Object.fromEntries(Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** An account as `namespace/name client-id`, with what is not given left out. */
export function accountSummary(account: DeclaredServiceAccount): string {
  const { namespace, name, clientId, created } = account;
  return `${shown(namespace) ?? '?'}/${shown(name)}${clientId ? ` ${shown(clientId)}` : ''}${created ? '' : ' (annotated)'}`;
}

/** Sources of texts by path. */
export function sourcesOf(files: Readonly<Record<string, string>>): readonly Source[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

/** Variants of a text: stretches removed, doubled, cut off, or replaced by signs that matter to parsers. */
export function* mutations(text: string, count: number, seed: number): Generator<string> {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const signs = [
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '${',
    '$',
    '`',
    '\\',
    '\n',
    '<<',
    '@"',
    '=',
    ':',
    '\u0000',
    '\ue000',
    '\ud83d',
  ];
  for (let round = 0; round < count; round += 1) {
    let mutant = text;
    for (let edits = next(4) + 1; edits > 0; edits -= 1) {
      const at = next(mutant.length + 1);
      const length = next(40);
      const piece = [signs[next(signs.length)] as string, '', mutant.slice(at, at + length).repeat(2)][
        next(3)
      ] as string;
      mutant = next(12) === 0 ? mutant.slice(0, at) : mutant.slice(0, at) + piece + mutant.slice(at + length);
    }
    yield mutant;
  }
}
