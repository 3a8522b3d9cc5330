/** The federated credentials of a repository that are meant for pipelines, read as the subjects they trust. */
import type { DeclaredCredential, DeclaredValue } from '../../model/federation.ts';
import { declarationScope } from '../../model/federation.ts';
import { compareTexts, literalOf, type PartialText, writtenText } from '../../model/partial-text.ts';
import type { PipelineLogin } from '../../model/pipeline.ts';
import type { Repository } from '../../model/world.ts';

/** A credential for GitHub. `repository` and `context` are known when its subject is, and has a form of GitHub's. */
export interface GitHubCredential {
  readonly credential: DeclaredCredential;
  readonly subject: DeclaredValue;
  /** `owner/name`, without the numbers of the immutable form. */
  readonly repository: string | undefined;
  readonly context: string | undefined;
}

const subjectForm = /^repo:([^/:@]+)(?:@[^/:@]+)?\/([^/:@]+)(?:@[^/:@]+)?(?::|\/:?)(.*)$/s;
const defaultContext = /^(?:environment:[^:]+|ref:refs\/(?:heads|tags)\/[^:]+|pull_request)$/;

/** github.com, its enterprise and data-residency forms, and GitHub Enterprise Server (github/docs, oidc.md). */
const githubIssuer = /^https:\/\/(?:token\.actions\.[^/]+(?:\/[^/]*)?|[^/]+\/_services\/token)\/?$/i;

/** Credentials whose issuer is GitHub's, or is unknown while the subject begins as only GitHub's do. */
export function githubCredentials({ credentials }: Repository): readonly GitHubCredential[] {
  return credentials.flatMap((credential) => {
    const { subject } = credential;
    if (!subject || !isForGitHub(credential, subject)) return [];
    const [, owner, name, context] = subjectForm.exec(certainText(subject) ?? '') ?? [];
    const repository = owner && name ? `${owner}/${name}` : undefined;
    return [{ credential, subject, repository, context }];
  });
}

function isForGitHub({ issuer }: DeclaredCredential, subject: DeclaredValue): boolean {
  const known = issuer && literalOf(issuer.text);
  return known === undefined ? (subject.text.pieces[0] as string).startsWith('repo:') : githubIssuer.test(known);
}

/** Whether a pattern, or a subject of a custom template, may accept what no default subject shows. */
export function hasOtherForms(repository: Repository): boolean {
  const flexible = repository.credentials.some(
    ({ claimsMatchingExpression, issuer }) =>
      claimsMatchingExpression && githubIssuer.test((issuer && literalOf(issuer.text)) ?? 'https://token.actions.x'),
  );
  return flexible || githubCredentials(repository).some(isCustom);
}

function isCustom(item: GitHubCredential): boolean {
  const known = certainText(item.subject);
  if (known === undefined || mendedSubject(known) !== known) return false;
  return !(item.context !== undefined && defaultContext.test(item.context));
}

/** The subject as it would be right, when it has a form that no token ever has; otherwise itself. */
export function mendedSubject(subject: string): string {
  return subject
    .replace(/^(repo:[^/:]+\/[^/:]+)\/:?(?=environment:|ref:|pull[_-]request$)/, '$1:')
    .replace(/^(repo:[^:]+:)pull-request$/, '$1pull_request')
    .replace(/^(repo:[^:]+:ref:refs\/)(head|tag)\//, '$1$2s/');
}

/** The text of a value that nothing may replace. */
export function certainText({ text, loose }: DeclaredValue): string | undefined {
  return loose ? undefined : literalOf(text);
}

/** Whether a declared value can be this text. */
export function mayBe({ text, loose }: DeclaredValue, other: PartialText): boolean {
  return (
    compareTexts(text, other) !== 'different' || (loose !== undefined && compareTexts(loose, other) !== 'different')
  );
}

/** False only when both tell the client id, and tell different ones. */
export function mayServe({ clientId }: DeclaredCredential, login: PipelineLogin): boolean {
  return !clientId || !login.clientId || compareTexts(clientId.text, login.clientId) !== 'different';
}

/** One text for each identity that certainly is the same; undefined when the declaration does not tell the owner. */
export function identityKey(credential: DeclaredCredential): string | undefined {
  const clientId = credential.clientId && literalOf(credential.clientId.text);
  if (clientId) return clientId.toLowerCase();
  return credential.identity && `${declarationScope(credential)}\n${writtenText(credential.identity.text)}`;
}
