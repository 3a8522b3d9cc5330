/** The subjects of GitHub's job tokens: their forms, their templates, and what a token of ours tells about others. */
import { type TokenClaims, textClaim } from './token-claims.ts';

/** Names alone, or names with the ids of owner and repository (github/docs, OpenID Connect reference). */
export type GithubSubjectForm = 'name' | 'immutable';

/** How the tokens of one repository begin and are put together. */
export interface GithubSubjects {
  /** `iss`, byte for byte. */
  readonly issuer: string;
  /** The segment for the repository: `repo:contoso/shop`, or with ids `repo:contoso@12/shop@34`. */
  readonly prefix: string;
  readonly form: GithubSubjectForm;
  /** The same segment in the other form; undefined while the ids are not known. */
  readonly otherPrefix: string | undefined;
  /** Keys of a custom template in their order; undefined for the default `repo` and `context`. */
  readonly template: readonly string[] | undefined;
  /** Claims that every job of the repository has with the same value. */
  readonly fixedClaims: ReadonlyMap<string, string>;
}

/** Names and ids as the host spells them; the ids are decimal numbers. */
export interface GithubRepositoryNames {
  readonly owner: string;
  readonly name: string;
  readonly ownerId?: string | undefined;
  readonly id?: string | undefined;
}

/** Claims that do not depend on the job (github/docs, OpenID Connect reference); `repo_property_*` are others. */
const fixed: ReadonlySet<string> = new Set([
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'repository_visibility',
  'enterprise',
  'enterprise_id',
]);

/**
 * The issuer of a GitHub by its web address, unless an enterprise has chosen one of its own (github/docs, OpenID Connect
 * reference; for Enterprise Server the configuration page of OpenID Connect in Azure).
 */
export function usualGithubIssuer(serverUrl: string): string {
  const { host, hostname } = new URL(serverUrl);
  if (hostname === 'github.com') return 'https://token.actions.githubusercontent.com';
  if (hostname.endsWith('.ghe.com')) return `https://token.actions.${hostname}`;
  return `https://${host}/_services/token`;
}

/** Both prefixes of a repository; the immutable one needs the ids. */
export function githubPrefixes({ owner, name, ownerId, id }: GithubRepositoryNames) {
  return {
    name: `repo:${owner}/${name}`,
    immutable: ownerId && id ? `repo:${owner}@${ownerId}/${name}@${id}` : undefined,
  } as const satisfies Record<GithubSubjectForm, string | undefined>;
}

/** Which form a prefix has. */
export function formOfPrefix(prefix: string): GithubSubjectForm {
  return /^repo:[^/@]+@\d+\/[^/@]+@\d+$/.test(prefix) ? 'immutable' : 'name';
}

/** What the claims of a job of a repository tell about all of its tokens; undefined for a token of another make. */
export function githubSubjectsOf(claims: TokenClaims): GithubSubjects | undefined {
  const issuer = textClaim(claims, 'iss');
  const subject = textClaim(claims, 'sub');
  const [owner, name, more] = textClaim(claims, 'repository')?.split('/') ?? [];
  if (!issuer || !subject || !owner || !name || more !== undefined) return undefined;
  const prefixes = githubPrefixes({
    owner,
    name,
    ownerId: textClaim(claims, 'repository_owner_id'),
    id: textClaim(claims, 'repository_id'),
  });
  const texts = Object.keys(claims).flatMap((key) => {
    const value = textClaim(claims, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const parts = [
    ...Object.values(prefixes).flatMap((text) => (text ? [{ key: 'repo', text }] : [])),
    ...contextsOf(claims).map((text) => ({ key: 'context', text })),
    ...texts.map(([key, value]) => ({ key, text: `${key}:${escaped(value)}` })),
  ];
  const found = partsOf(subject, parts);
  if (!found) return undefined;
  const immutable = found.some(({ text }) => text === prefixes.immutable) ? prefixes.immutable : undefined;
  const keys = found.map(({ key }) => key);
  return {
    issuer,
    prefix: immutable ?? prefixes.name,
    form: immutable ? 'immutable' : 'name',
    otherPrefix: immutable ? prefixes.name : prefixes.immutable,
    template: isDefault(keys) ? undefined : keys,
    fixedClaims: new Map(texts.filter(([key]) => fixed.has(key) || key.startsWith('repo_property_'))),
  };
}

function isDefault(keys: readonly string[]): boolean {
  return keys.length === 2 && keys[0] === 'repo' && keys[1] === 'context';
}

/** How the last part of the default subject may read; `pull_request_target` is not documented, so both are tried. */
function contextsOf(claims: TokenClaims): readonly string[] {
  const environment = textClaim(claims, 'environment');
  const ref = textClaim(claims, 'ref');
  return [
    ...(environment === undefined ? [] : [`environment:${escaped(environment)}`]),
    'pull_request',
    ...(ref === undefined ? [] : [`ref:${escaped(ref)}`]),
  ];
}

/** One part of a subject: the key of the template that it stands for. */
interface SubjectPart {
  readonly key: string;
  readonly text: string;
}

/** The parts that a subject is joined from by `:`, in order; undefined when none make it up. */
function partsOf(subject: string, parts: readonly SubjectPart[]): readonly SubjectPart[] | undefined {
  for (const part of parts) {
    if (subject === part.text) return [part];
    if (!subject.startsWith(`${part.text}:`)) continue;
    const others = parts.filter(({ key }) => key !== part.key);
    const rest = partsOf(subject.slice(part.text.length + 1), others);
    if (rest) return [part, ...rest];
  }
  return undefined;
}

/** A subject that could be put together, or the key of the template whose value no one can know beforehand. */
export type GithubSubject = { readonly subject: string } | { readonly unknownKey: string };

/**
 * The subject of a job by the part behind the repository, such as `environment:production`. Letter case is kept, since
 * Entra compares byte for byte; `:` within a value becomes `%3A`, as GitHub writes it.
 */
export function githubSubject(subjects: GithubSubjects, part: string, prefix = subjects.prefix): GithubSubject {
  const context = contextOf(part);
  if (!subjects.template) return { subject: `${prefix}:${context}` };
  const values: string[] = [];
  for (const key of subjects.template) {
    const value = key === 'repo' ? prefix : key === 'context' ? context : claimPart(subjects, key, context);
    if (value === undefined) return { unknownKey: key };
    values.push(value);
  }
  return { subject: values.join(':') };
}

/** `tag:v1` is short for `ref:refs/tags/v1`. */
export function contextOf(part: string): string {
  const [, tag] = /^tag:(.+)$/s.exec(part) ?? [];
  if (tag !== undefined) return `ref:${escaped(`refs/tags/${tag}`)}`;
  const [, key, value] = /^(environment|ref):(.+)$/s.exec(part) ?? [];
  return key === undefined || value === undefined ? part : `${key}:${escaped(value)}`;
}

function claimPart({ fixedClaims }: GithubSubjects, key: string, context: string): string | undefined {
  if (context.startsWith(`${key}:`)) return context;
  const value = fixedClaims.get(key);
  return value === undefined ? undefined : `${key}:${escaped(value)}`;
}

function escaped(value: string): string {
  return value.replaceAll(':', '%3A');
}
