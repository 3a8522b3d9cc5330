/** Federated credentials as repositories declare them, whatever the language, with what could not be read kept as unknown. */
import type { Place } from './manifest.ts';
import type { PartialText } from './partial-text.ts';
import type { Spot } from './source.ts';

export type DeclarationLanguage = 'aso' | 'crossplane' | 'terraform' | 'bicep' | 'arm' | 'cli' | 'config';

/** A part of a declaration: its text, as far as it could be read, and where it stands. */
export interface DeclaredValue {
  readonly text: PartialText;
  /**
   * The same text with parameters left open, when `text` was completed with their defaults: whoever deploys may pass
   * other values. Absent when nothing in `text` is a default. What fits this form must not be called wrong.
   */
  readonly loose?: PartialText;
  readonly at: Place | Spot;
}

/** One federated credential that a file of the repository declares. Absent parts were not given, or are elsewhere. */
export interface DeclaredCredential {
  readonly language: DeclarationLanguage;
  /** The line a person would look at first: the resource's name line, or the call. */
  readonly at: Place | Spot;
  /** The owner as written: an ARM id, a resource reference, a name. */
  readonly identity?: DeclaredValue;
  /** Name of the owning identity in Azure, where the reference of `identity` leads to one that is declared nearby. */
  readonly identityName?: DeclaredValue;
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

/** A ServiceAccount that something other than a manifest makes or annotates: Terraform, a script, a chart they install. */
export interface DeclaredServiceAccount {
  readonly language: DeclarationLanguage;
  readonly name: DeclaredValue;
  /** Absent when not given: the namespace is then the caller's. */
  readonly namespace?: DeclaredValue;
  /** The client-id annotation that is put on it, if any. */
  readonly clientId?: DeclaredValue;
  /** False when an existing account is only annotated. */
  readonly created: boolean;
  readonly at: Spot;
}

/**
 * Within which bounds the symbols of a credential mean the same thing: references compare only between credentials of
 * one scope. A Terraform module is its folder, a manifest its rendered root or folder; elsewhere it is the file.
 */
export function declarationScope(credential: DeclaredCredential): string {
  if (!('manifest' in credential.at)) {
    const path = credential.at.source.path;
    return credential.language === 'terraform' ? folderOf(path) : path;
  }
  const { rendered, source } = credential.at.manifest;
  return rendered ? `${rendered.by}:${rendered.root}:${rendered.variant ?? ''}` : folderOf(source.path);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
