/** What rules share about declared credentials: the form that may be called wrong, and their causes. */

import { spotOf } from '../manifests/locate.ts';
import type { DeclaredCredential, DeclaredValue } from '../model/federation.ts';
import type { PartialText } from '../model/partial-text.ts';
import { writtenText } from '../model/partial-text.ts';
import type { Spot } from '../model/source.ts';

/** The text with parameters open: only what contradicts this form is wrong. */
export function openText(value: DeclaredValue): PartialText {
  return value.loose ?? value.text;
}

/** The value as a person would say it: parameters completed by their defaults. */
export function shownText(value: DeclaredValue): string {
  return writtenText(value.text);
}

/** Where a declaration stands in its file. */
export function spotOfDeclaration({ at }: Pick<DeclaredValue, 'at'>): Spot {
  return 'manifest' in at ? spotOf(at) : at;
}

/** A cause that several rules may see in one credential. */
export function credentialCause(topic: string, credential: DeclaredCredential): string {
  const { source, start } = spotOfDeclaration(credential);
  const subject = credential.subject ? shownText(credential.subject) : '';
  return `${topic} of credential ${source.path}#${start} ${subject}`;
}
