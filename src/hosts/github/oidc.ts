/** Finds out what the tokens of a GitHub repository say: from the job's own token, else from the API, else not at all. */
import {
  formOfPrefix,
  type GithubSubjects,
  githubPrefixes,
  githubSubjectsOf,
  usualGithubIssuer,
} from '../../model/github-subject.ts';
import { claimsOf } from '../../model/token-claims.ts';
import type { PipelineHosts, Unproven } from '../../ports/pipeline-hosts.ts';
import { memberOf, readJson, textOf } from '../read-json.ts';
import type { GithubContext } from './context.ts';

export interface GithubSources {
  readonly context: Pick<GithubContext, 'repository' | 'apiUrl' | 'serverUrl'>;
  /** Asks the runner for a token of this job; undefined when the job may have none. */
  readonly idToken: (() => Promise<string>) | undefined;
  /** A token for the API. */
  readonly token: string | undefined;
}

type Answer = Awaited<ReturnType<PipelineHosts['github']>>;

/** Answers are kept: every repository is asked about once. */
export function createGithubSubjects({ context, idToken, token }: GithubSources): PipelineHosts['github'] {
  const known = new Map<string, Promise<Answer>>();
  const find = async (repository: string): Promise<Answer> => {
    const own = repository.toLowerCase() === context.repository.toLowerCase();
    const reasons: string[] = [];
    if (own) {
      const told = idToken
        ? await fromToken(idToken)
        : 'this job may not have a token (`permissions: id-token: write`)';
      if (typeof told !== 'string') return { proven: true, subjects: told, source: 'token' };
      reasons.push(told);
    } else {
      reasons.push('it is another repository than that of this job');
    }
    const told = token ? await fromApi(repository, context, token) : 'there is no token for the API of GitHub';
    if (typeof told !== 'string') return { proven: true, subjects: told, source: 'api' };
    return unproven([...reasons, told], own);
  };
  return (repository) => {
    const key = repository.toLowerCase();
    const answer = known.get(key) ?? find(repository);
    known.set(key, answer);
    return answer;
  };
}

function unproven(reasons: readonly string[], own: boolean): Unproven {
  const token = own ? 'Give the job `permissions: id-token: write`, or ' : '';
  const remedy = `${token}write \`prefix\` (and \`issuer\`) beside the subjects in idwire.yaml.`;
  return { proven: false, why: reasons.join('; '), remedy: remedy.charAt(0).toUpperCase() + remedy.slice(1) };
}

/** Text says why the token tells nothing. The token is only decoded: whoever is shown it will verify it. */
async function fromToken(idToken: () => Promise<string>): Promise<GithubSubjects | string> {
  let token: string;
  try {
    token = await idToken();
  } catch (thrown) {
    return `the runner gave no token (${messageOf(thrown)})`;
  }
  return githubSubjectsOf(claimsOf(token) ?? {}) ?? 'the subject of the job does not follow from its other claims';
}

/** The settings of the repository, of its organization where they refer to it, and the ids (github/docs, REST actions/oidc). */
async function fromApi(
  repository: string,
  { apiUrl, serverUrl }: GithubSources['context'],
  token: string,
): Promise<GithubSubjects | string> {
  const [owner = '', name = ''] = repository.split('/').map(encodeURIComponent);
  const read = async (path: string) =>
    readJson(`${apiUrl}${path}`, {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'user-agent': 'idwire',
      'x-github-api-version': '2022-11-28',
    });
  try {
    const settings = await read(`/repos/${owner}/${name}/actions/oidc/customization/sub`);
    if (settings.status !== 200) return `the API does not show its subject settings (${settings.status})`;
    const prefix = textOf(settings.body, 'sub_claim_prefix');
    if (prefix === '') return 'the API tells no prefix of its subjects';
    const template = await templateOf(settings.body, () => read(`/orgs/${owner}/actions/oidc/customization/sub`));
    if (typeof template === 'string') return template;
    const { body } = await read(`/repos/${owner}/${name}`);
    return { ...fromPrefix(prefix, body), issuer: usualGithubIssuer(serverUrl), template };
  } catch (thrown) {
    return `the API of GitHub could not be asked (${messageOf(thrown)})`;
  }
}

/** A template of the organization counts where the repository neither keeps the default nor has keys of its own. */
async function templateOf(
  settings: unknown,
  readOrganization: () => ReturnType<typeof readJson>,
): Promise<readonly string[] | undefined | string> {
  if (memberOf(settings, 'use_default') !== false) return undefined;
  const own = memberOf(settings, 'include_claim_keys');
  if (isTexts(own)) return own;
  const { status, body } = await readOrganization();
  const keys = memberOf(body, 'include_claim_keys');
  if (status === 200 && isTexts(keys)) return keys;
  return `its subjects follow a template of the organization, which the token may not read (${status})`;
}

function fromPrefix(prefix: string, repository: unknown) {
  const form = formOfPrefix(prefix);
  const [, owner = '', name = ''] = /^repo:([^/@]+)(?:@\d+)?\/([^/@]+)(?:@\d+)?$/.exec(prefix) ?? [];
  const ids = { ownerId: numberText(repository, 'owner', 'id'), id: numberText(repository, 'id') };
  const prefixes = githubPrefixes({ owner, name, ...ids });
  const claims = {
    repository: `${owner}/${name}`,
    repository_owner: owner,
    repository_id: ids.id,
    repository_owner_id: ids.ownerId,
    repository_visibility: textOf(repository, 'visibility') || undefined,
  };
  const fixedClaims = new Map(Object.entries(claims).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return { prefix, form, otherPrefix: form === 'name' ? prefixes.immutable : prefixes.name, fixedClaims };
}

function numberText(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = memberOf(value, ...keys);
  return typeof found === 'number' ? String(found) : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}

function messageOf(thrown: unknown): string {
  return (thrown instanceof Error ? thrown.message : String(thrown)).replaceAll(/\s+/g, ' ').trim();
}
