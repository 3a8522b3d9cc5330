/** Fills the placeholders of a rendered root in as its deployer does, and says which of them Flux never fills. */
import type { Manifest } from '../../model/manifest.ts';
import { type Substitution, substitutedText, unfilledVariables } from '../envsubst/envsubst.ts';
import { isExempt } from '../envsubst/exempt.ts';
import type { RootRequest } from './root.ts';

/** An object that bears this keeps its variables (fluxcd/pkg kustomize/kustomize_varsub.go). */
const exempt = /^[ \t]+["']?kustomize\.toolkit\.fluxcd\.io\/substitute["']?:[ \t]*["']?disabled\b/m;

/** The text of one or more documents with the values that are known for its placeholders. */
export function filledIn(text: string, request: RootRequest | undefined): string {
  if (request?.flux) return filledByFlux(text, request.flux);
  return request?.substitutions ? substitutedText(text, { values: request.substitutions, open: false }) : text;
}

function filledByFlux(text: string, substitution: Substitution): string {
  if (!exempt.test(text)) return substitutedText(text, substitution);
  return text
    .split(/^(?=---[ \t]*$)/m)
    .map((document) => (exempt.test(document) ? document : substitutedText(document, substitution)))
    .join('');
}

const none: Substitution = { values: new Map(), open: false };

/**
 * The variables of a text that stay as they are in an object that Flux leaves alone, and become nothing in any other.
 * Those that came with a value are of an outer level, and whether that fills them is not known here.
 */
export function neverFilledByFlux(manifest: Manifest, text: string, substitution: Substitution): readonly string[] {
  if (isExempt(manifest)) return [...unfilledVariables(text, none)];
  if (substitution.open) return [];
  const outer = [...substitution.values.values()].join('\n');
  return [...unfilledVariables(text, substitution)].filter((name) => !outer.includes(`\${${name}`));
}
