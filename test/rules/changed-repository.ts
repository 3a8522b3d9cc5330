/** Judges examples in a repository that holds more than manifests: scripts, declared credentials, several worlds. */
import { readPlaceholders } from '../../src/manifests/placeholders.ts';
import type { DeclaredCredential } from '../../src/model/federation.ts';
import { unknownText } from '../../src/model/partial-text.ts';
import type { Repository, World } from '../../src/model/world.ts';
import { rules } from '../../src/rules/index.ts';
import { findingsOf, loadExample } from './judge-example.ts';

export type Files = Readonly<Record<string, string>>;

/** `severity file:line` of each finding of a rule, in a repository that is changed after loading. */
export async function judged(
  rule: string,
  files: Files,
  change: (repository: Repository) => Repository = (same) => same,
) {
  const loaded = await loadExample(files);
  return findingsOf({ ...loaded, repository: change(loaded.repository) }, rules)
    .filter((finding) => finding.rule === rule)
    .map((finding) => `${finding.severity} ${finding.file}:${finding.line}`);
}

export const scripts = (facts: Partial<Repository['scripts']>) => (repository: Repository) => ({
  ...repository,
  scripts: { ...repository.scripts, ...facts },
});
export const worlds = (change: (world: World) => World) => (repository: Repository) => ({
  ...repository,
  worlds: repository.worlds.map(change),
});

export function credential(parts: {
  subject?: string;
  issuer?: string;
  clientId?: string;
  identity?: string;
  conditional?: boolean;
}) {
  const source = { path: 'main.tf', text: 'resource "credential" {}\n' };
  const at = { source, start: 0, end: 8 };
  const value = (text: string) => ({ text: text === '' ? unknownText('var.x') : readPlaceholders(text), at });
  return {
    language: 'terraform',
    at,
    audiences: [],
    conditional: parts.conditional ?? false,
    parallelLoop: false,
    claimsMatchingExpression: false,
    subject: value(parts.subject ?? 'system:serviceaccount:shop:orders'),
    issuer: value(parts.issuer ?? 'https://oidc.example.com/1/'),
    ...(parts.clientId === undefined ? {} : { clientId: value(parts.clientId) }),
    ...(parts.identity === undefined ? {} : { identity: value(parts.identity) }),
  } satisfies DeclaredCredential;
}
export const credentials = (declared: readonly DeclaredCredential[]) => (repository: Repository) => ({
  ...repository,
  credentials: declared,
});
