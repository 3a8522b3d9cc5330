/** Real tokens of an emulated cluster, offered to an emulated Entra by the built command line: accepted, or refused and named. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccessRule } from '../../../emulators/kubernetes/authorization.ts';
import { createLoopbackTls, type LoopbackTls } from '../../../emulators/tls/loopback-tls.ts';
import type { Report } from '../../../src/model/report.ts';
import { builtEntries } from '../../entry/built-entries.ts';
import { runBundle } from '../harness/run-bundle.ts';
import { audience, type Estate, roleRules, startEstate, subject, tokenRules } from './estate.ts';

const built = builtEntries();
let tls: LoopbackTls;
beforeAll(async () => {
  tls = await createLoopbackTls();
});
afterAll(() => tls.remove());

async function prove(
  inject: (estate: Estate) => void | Promise<void>,
  rules: readonly AccessRule[] = [...roleRules, ...tokenRules],
) {
  const estate = await startEstate({ tls, rules });
  try {
    await inject(estate);
    estate.write();
    const run = await runBundle('cli', {
      script: built('cli'),
      cwd: estate.folder,
      args: ['prove', '--format', 'json', '--render', 'never', '--azure-auth', 'environment', ...estate.access],
      env: estate.environment,
    });
    if (!run.stdout) throw new Error(run.stderr);
    return { report: JSON.parse(run.stdout) as Report, run, estate };
  } finally {
    await estate.stop();
  }
}

/** Replaces the only credential of the identity. */
const recorded =
  (change: { issuer?: string; subject?: string; audience?: string }) =>
  ({ azure, kubernetes, identity }: Estate) => {
    identity.credentials.clear();
    azure.state.addCredential(identity, { name: 'by-hand', issuer: kubernetes.issuer, subject, audience, ...change });
  };

const refusals = [
  {
    title: 'another issuer',
    inject: recorded({ issuer: 'https://issuer.example.com/' }),
    code: 700211,
    says: /by-hand, records issuer https:\/\/issuer.example.com\//,
  },
  {
    title: 'another audience',
    inject: recorded({ audience: 'api://AKSIdentityBinding' }),
    code: 700212,
    says: /records audience api:\/\/AKSIdentityBinding/,
  },
  {
    title: 'another subject',
    inject: recorded({ subject: 'system:serviceaccount:shop:mail' }),
    code: 700213,
    says: /records subject system:serviceaccount:shop:mail/,
  },
  {
    title: 'the subject in other letters',
    inject: recorded({ subject: 'system:serviceaccount:shop:Orders' }),
    code: 7002138,
    says: /records subject system:serviceaccount:shop:Orders/,
  },
  {
    title: 'an expired token',
    inject: ({ kubernetes }: Estate) => kubernetes.setTokenClockOffset(-7200),
    code: 700024,
    says: /records exactly that/,
  },
  {
    title: 'a key that the issuer does not publish',
    inject: ({ azure, kubernetes }: Estate) => azure.trustIssuer(kubernetes.issuer, { keys: { keys: [] } }),
    code: 7000272,
    says: /records exactly that/,
  },
  {
    title: 'an identity that is gone',
    inject: ({ azure, identity }: Estate) => void azure.state.removeIdentity(identity.id),
    code: 700016,
    says: /No application or managed identity/,
  },
];

describe('prove', { timeout: 60_000 }, () => {
  test('a token that Entra accepts', async () => {
    const { report, run } = await prove(() => {});
    expect(report.findings).toEqual([]);
    expect(report.proofs).toMatchObject([{ subject, audience, outcome: 'accepted', error: null }]);
    expect(run.code).toBe(0);
    expect(report.gaps).toEqual([]);
  });

  test.each(refusals)('$title is named', async ({ inject, code, says }) => {
    const { report, run } = await prove(inject);
    expect(report.findings.map(({ rule, file, line }) => `${file}:${line} ${rule}`)).toEqual([
      'k8s/account.yaml:7 proof-failed',
    ]);
    expect(report.findings[0]?.message).toContain(`AADSTS${code}`);
    expect(report.findings[0]?.message).toMatch(says);
    expect(report.proofs).toMatchObject([{ subject, outcome: 'refused' }]);
    expect(run.code).toBe(1);
  });

  test('no token is shown, in whatever stream or format', async () => {
    const { run, estate } = await prove(recorded({ issuer: 'https://issuer.example.com/' }));
    const made = estate.kubernetes.requests.filter(({ path }) => path.endsWith('/token'));
    expect(made.length).toBe(1);
    expect(run.stdout + run.stderr).not.toMatch(/eyJ[\w-]+\./);
  });

  test('a cluster that makes no token is a gap with the missing rule', async () => {
    const { report } = await prove(() => {}, roleRules);
    expect(report.proofs).toEqual([]);
    expect(report.gaps).toMatchObject([{ remedy: expect.stringContaining('serviceaccounts/token') }]);
  });
});
