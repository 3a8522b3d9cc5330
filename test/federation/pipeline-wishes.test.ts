/** Which credentials pipelines are given, by what their hosts prove, and what is said where they prove nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GitHubEmulator, startGitHubEmulator } from '../../emulators/github/start-github-emulator.ts';
import { readConfiguration } from '../../src/config/file.ts';
import { desiredPipelines } from '../../src/federation/pipeline-wishes.ts';
import { createServiceEndpoints } from '../../src/hosts/azure-pipelines/service-endpoint.ts';
import { createGithubSubjects, type GithubSources } from '../../src/hosts/github/oidc.ts';
import { claimsOf } from '../../src/model/token-claims.ts';

const usual = 'https://token.actions.githubusercontent.com';

/** A compact token with these claims; nobody here verifies it. */
function tokenOf(claims: object): string {
  return ['{}', JSON.stringify(claims), 'none'].map((part) => Buffer.from(part).toString('base64url')).join('.');
}

const claims = {
  iss: usual,
  repository: 'Contoso/Shop',
  repository_id: '34',
  repository_owner_id: '12',
  ref: 'refs/heads/main',
  sub: 'repo:Contoso/Shop:ref:refs/heads/main',
};

interface World {
  readonly repository?: string;
  readonly server?: string;
  readonly token?: object;
}

async function wishesOf(
  pipeline: string,
  { repository = 'contoso/shop', server = 'https://github.com', token }: World,
) {
  const text = `
owner: contoso/shop
identities:
  - {name: deployer, application: 7d1e9c34-2a5b-4c6d-8e7f-9a0b1c2d3e4f}
pipelines:
  - ${pipeline.trim().replaceAll('\n', '\n    ')}
`;
  const bytes = new TextEncoder().encode(text);
  const configuration = await readConfiguration({ read: () => bytes }, 'idwire.yaml');
  const context: GithubSources['context'] = { repository, serverUrl: server, apiUrl: 'https://localhost:1' };
  const { wishes, gaps } = await desiredPipelines(configuration, 'api://AzureADTokenExchange', {
    repository: repository === '' ? undefined : repository,
    githubUrl: server,
    github: createGithubSubjects({ context, idToken: token && (async () => tokenOf(token)), token: undefined }),
    serviceConnection: createServiceEndpoints({
      collectionUrl: 'https://dev.azure.com/contoso/',
      accessToken: undefined,
    }),
  });
  return {
    wishes: wishes.map(({ issuer, subject, proven, blocked }) => ({ issuer, subject, proven, blocked })),
    gaps: gaps.map(({ what, why }) => `${what}: ${why}`),
  };
}

const github = (subjects: string, rest = '') => `host: github\nidentity: deployer\nsubjects: [${subjects}]${rest}`;

describe('subjects of GitHub', () => {
  test('keep the spelling of the token, whatever the environment variables say', async () => {
    const { wishes, gaps } = await wishesOf(github('"environment:Prod:EU", "tag:v1", pull_request'), { token: claims });
    expect(gaps).toEqual([]);
    expect(wishes.map(({ subject }) => subject)).toEqual([
      'repo:Contoso/Shop:environment:Prod%3AEU',
      'repo:Contoso/Shop:ref:refs/tags/v1',
      'repo:Contoso/Shop:pull_request',
    ]);
    expect(wishes.every(({ proven, blocked }) => proven && blocked === null)).toBe(true);
  });

  test('an issuer of an enterprise comes from the token, and another one in idwire.yaml blocks', async () => {
    const iss = `${usual}/contoso`;
    const { wishes } = await wishesOf(github('pull_request'), { token: { ...claims, iss } });
    expect(wishes).toMatchObject([{ issuer: iss, blocked: null }]);
    const other = await wishesOf(github('pull_request', `\nissuer: ${usual}`), { token: { ...claims, iss } });
    expect(other.wishes).toMatchObject([
      { issuer: iss, blocked: expect.stringContaining(`gives the issuer ${usual}`) },
    ]);
  });

  test('a prefix that is written needs no proof, on any server', async () => {
    const pipeline = github('"environment:prod"', '\nprefix: repo:contoso@12/shop@34');
    const { wishes, gaps } = await wishesOf(pipeline, { repository: '', server: 'https://contoso.ghe.com' });
    expect(gaps).toEqual([]);
    expect(wishes).toEqual([
      {
        issuer: 'https://token.actions.contoso.ghe.com',
        subject: 'repo:contoso@12/shop@34:environment:prod',
        proven: true,
        blocked: null,
      },
    ]);
  });

  test('without any proof the form by names is shown as a guess, and the gap says what is missing', async () => {
    const { wishes, gaps } = await wishesOf(github('pull_request'), {});
    expect(wishes).toMatchObject([{ subject: 'repo:contoso/shop:pull_request', proven: false }]);
    expect(gaps).toEqual([expect.stringMatching(/id-token: write.*there is no token for the API/)]);
  });

  test('outside a job the repository has to be named', async () => {
    const { wishes, gaps } = await wishesOf(github('pull_request'), { repository: '' });
    expect({ wishes, gaps }).toEqual({ wishes: [], gaps: [expect.stringContaining('not known')] });
  });

  test('the token of this job proves nothing of another repository', async () => {
    const pipeline = github('pull_request', '\nrepository: contoso/other');
    const { wishes, gaps } = await wishesOf(pipeline, { token: claims });
    expect(wishes).toMatchObject([{ subject: 'repo:contoso/other:pull_request', proven: false }]);
    expect(gaps).toEqual([expect.stringContaining('another repository')]);
  });

  test('a subject that does not follow from its own claims is not understood', async () => {
    const { wishes, gaps } = await wishesOf(github('pull_request'), { token: { ...claims, sub: 'repo:x/y:ref:z' } });
    expect(wishes).toMatchObject([{ proven: false }]);
    expect(gaps).toEqual([expect.stringContaining('does not follow')]);
  });

  test('both forms need the ids', async () => {
    const { repository_id: _, ...without } = claims;
    const pipeline = github('pull_request', '\nboth-forms: true');
    expect((await wishesOf(pipeline, { token: claims })).wishes.map(({ subject }) => subject)).toEqual([
      'repo:Contoso/Shop:pull_request',
      'repo:Contoso@12/Shop@34:pull_request',
    ]);
    const { wishes, gaps } = await wishesOf(pipeline, { token: without });
    expect(wishes).toHaveLength(1);
    expect(gaps).toEqual([expect.stringContaining('ids of the repository')]);
  });
});

test('a connection of another organization, or without a token, is a gap', async () => {
  const connection = (organization: string) =>
    `host: azure-pipelines\nidentity: deployer\norganization: ${organization}\nproject: shop\nservice-connection: prod`;
  expect((await wishesOf(connection('fabrikam'), {})).gaps).toEqual([
    expect.stringContaining('not of the organization'),
  ]);
  expect((await wishesOf(connection('Contoso'), {})).gaps).toEqual([expect.stringContaining('no access token')]);
});

describe('a token that a runner gave', () => {
  let host: GitHubEmulator;
  beforeAll(async () => {
    host = await startGitHubEmulator();
  });
  afterAll(() => host.stop());

  test('for pull_request_target tells the same prefix', async () => {
    const repository = host.createRepository({ owner: 'contoso', name: 'shop' });
    repository.push('change', { 'a.txt': 'a' });
    const pull = repository.openPull({ from: 'change' });
    const permissions = { 'id-token': 'write' } as const;
    const job = host.startJob({ repository, event: 'pull_request_target', pull, permissions });
    const headers = { authorization: `Bearer ${job.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` };
    const answer = await fetch(job.env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '', { headers });
    const token = claimsOf(((await answer.json()) as { value: string }).value) ?? {};
    const { wishes } = await wishesOf(github('"environment:prod"'), { token });
    expect(wishes).toMatchObject([{ subject: 'repo:contoso/shop:environment:prod', proven: true }]);
  });
});
