/** Sign-in of real bundles by tokens instead of secrets: GitHub OIDC and a federated token file, and what refuses them. */
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ManagedIdentity } from '../../emulators/azure/resources.ts';
import { credentialName } from '../../src/federation/names.ts';
import { createSigningKey, type SigningKey, sign } from '../emulators/azure/loopback-issuer.ts';
import { builtEntries } from '../entry/built-entries.ts';
import { asClone, audience, issuer, runCommand, type Scenario, startScenario } from './apply-scenario.ts';
import { runBundle } from './harness/run-bundle.ts';

const bundle = builtEntries();
const gitHub = 'https://token.actions.githubusercontent.com';
const jobSubject = 'repo:contoso@1/shop@2:ref:refs/heads/main';
const podSubject = 'system:serviceaccount:ci:deployer';
let scenario: Scenario;
let key: SigningKey;
let deployer: ManagedIdentity;
let runner: http.Server;
let subject = jobSubject;
let url = '';

beforeEach(async () => {
  scenario = await startScenario();
  key = await createSigningKey('issuer');
  for (const trusted of [gitHub, issuer]) scenario.azure.trustIssuer(trusted, { keys: { keys: [key.jwk] } });
  const { state } = scenario.azure;
  const own = { issuer, subject: podSubject };
  deployer = state.addIdentity({
    name: 'id-deployer',
    credentials: [
      { name: 'job', issuer: gitHub, subject: jobSubject },
      { name: credentialName('contoso/shop', own), ...own },
    ],
  });
  for (const role of ['Managed Identity Contributor', 'Reader']) state.assignRole(deployer.principalId, role);
  subject = jobSubject;
  runner = http.createServer(async (request, response) => {
    const asked = new URL(request.url ?? '', 'http://localhost').searchParams.get('audience') ?? '';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ value: await sign(key, { iss: gitHub, sub: subject, aud: asked }) }));
  });
  await new Promise<void>((resolve) => runner.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(runner.address() as AddressInfo).port}/?api-version=2`;
});
afterEach(async () => {
  await new Promise((resolve) => runner.close(resolve));
  await scenario.stop();
});

const job = () => ({
  ...scenario.azure.environment,
  AZURE_CLIENT_ID: deployer.clientId,
  AZURE_CLIENT_SECRET: undefined,
  ACTIONS_ID_TOKEN_REQUEST_URL: url,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'job',
});

describe('GitHub OIDC', () => {
  it('signs the command line in, and the token is in no output but its mask', async () => {
    const run = await runCommand(scenario, bundle('cli'), ['apply'], job());
    expect(run.stderr).toContain('with the OIDC token of this GitHub job');
    expect(run.report?.applied).toMatchObject([{ outcome: 'done' }]);
    expect(run.stderr.replace(/^::add-mask::.*$/gm, '') + run.stdout).not.toMatch(/eyJ/);
  });

  it('signs the Action in, on a push of the default branch', async () => {
    const clone = asClone(scenario.folder);
    clone.commit('the shop');
    clone.push();
    clone.git('fetch', '--quiet', 'origin');
    try {
      const run = await runBundle('github', {
        cwd: scenario.folder,
        script: bundle('github'),
        inputs: { command: 'apply', 'client-id': deployer.clientId },
        env: job(),
      });
      expect(run.stderr).toContain('with the OIDC token of this GitHub job');
      expect(run.outputs).toMatchObject({ conclusion: 'success', planned: '1', created: '1', failed: '0' });
      expect(run.summary).toContain('create: done');
    } finally {
      clone.remove();
    }
  });

  it('says what Entra refused, with the code, and ends with 2', async () => {
    subject = 'repo:contoso@1/shop@2:pull_request';
    const run = await runCommand(scenario, bundle('cli'), ['apply'], job());
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('AADSTS700213')]);
    expect(scenario.azure.journal.writes()).toEqual([]);
  });
});

it('a federated token file signs in, and the credential that its token uses is never deleted', async () => {
  const file = path.join(scenario.folder, '..', `${path.basename(scenario.folder)}-token`);
  fs.writeFileSync(file, await sign(key, { iss: issuer, sub: podSubject, aud: audience }));
  scenario.write({
    'idwire.yaml': fs
      .readFileSync(path.join(scenario.folder, 'idwire.yaml'), 'utf8')
      .concat(`  - {resource: ${deployer.id}, allow: {clusters: [prod], namespaces: [shop]}}\n`),
  });
  try {
    const env = {
      AZURE_CLIENT_ID: deployer.clientId,
      AZURE_CLIENT_SECRET: undefined,
      AZURE_FEDERATED_TOKEN_FILE: file,
    };
    const run = await runCommand(scenario, bundle('cli'), ['apply', '--prune', 'owned'], env);
    expect(run.report?.applied).toMatchObject([{ action: 'create', outcome: 'done' }]);
    expect(deployer.credentials.size).toBe(2);
  } finally {
    fs.rmSync(file);
  }
});
