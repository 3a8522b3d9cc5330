/** Federated credentials as repositories declare them, whatever the language, with what could not be read kept as unknown. */
import type { Place } from './manifest.ts';
import type { PartialText } from './partial-text.ts';
import type { Spot } from './source.ts';

export type DeclarationLanguage = 'aso' | 'crossplane' | 'terraform' | 'bicep' | 'arm' | 'cli' | 'config';

/** A part of a declaration: its text, as far as it could be read, and where it stands. */
export interface DeclaredValue {
  readonly text: PartialText;
  readonly at: Place | Spot;
}

/** One federated credential that a file of the repository declares. Absent parts were not given, or are elsewhere. */
export interface DeclaredCredential {
  readonly language: DeclarationLanguage;
  /** The line a person would look at first: the resource's name line, or the call. */
  readonly at: Place | Spot;
  /** The owner as written: an ARM id, a resource reference, a name. */
  readonly identity?: DeclaredValue;
  /** Client id of the owner when the repository tells it. */
  readonly clientId?: DeclaredValue;
  readonly name?: DeclaredValue;
  readonly issuer?: DeclaredValue;
  readonly subject?: DeclaredValue;
  readonly audiences: readonly DeclaredValue[];
  /** True when a loop, condition or count decides whether, or how often, it exists. */
  readonly conditional: boolean;
  /** Written by a loop whose runs Azure would have to serialise, and nothing makes them serial. */
  readonly parallelLoop: boolean;
  /** A pattern instead of a subject (flexible federated credential). */
  readonly claimsMatchingExpression: boolean;
}
