/** Tells a secret that is written out from text that only says where the secret is. */
import { hasPlaceholder } from '../manifests/placeholders.ts';
import { isLeftover } from './guid.ts';

/** References of vals, Vault injectors, akv2k8s and App Service, which are replaced before a program sees them. */
const reference = /^(?:[a-z][a-z0-9+.-]*:\/\/|vault:|ref\+|@Microsoft\.KeyVault\()|@azurekeyvault(?:\?|$)/i;

/** Words that stand for a secret in samples. */
const sample = /^(?:\*+|\.{3,}|dummy|example|fake|secret|password|redacted|your[-_ ].*)$/i;

/** Whether a text can be a secret itself: not empty, not filled in later, no reference and no word for one. */
export function isLiteralSecret(text: string | undefined): boolean {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || hasPlaceholder(trimmed) || isLeftover(trimmed)) return false;
  return !reference.test(trimmed) && !sample.test(trimmed);
}
