/** Tells whether a text is filled in before Kubernetes sees it, by whatever the repository shows. */
import { hasPlaceholder } from '../manifests/placeholders.ts';
import type { Repository } from '../model/world.ts';

/** A placeholder in any style, or a literal that some script replaces. */
export function isOpen(text: string, { scripts }: Repository): boolean {
  if (hasPlaceholder(text)) return true;
  for (const literal of scripts.substitutes) if (text.includes(literal)) return true;
  return false;
}

/** Completes the sentence "the client id is never filled in: …". */
export function neverFilledText(variable: string): string {
  return `the Flux Kustomization that applies it gives \${${variable}} no value`;
}

export function neverFilledRemedy(variable: string): string {
  return `Give ${variable} a value under postBuild.substitute of the Kustomization, or in a ConfigMap or Secret that postBuild.substituteFrom names; an object annotated kustomize.toolkit.fluxcd.io/substitute: disabled is never filled in.`;
}
