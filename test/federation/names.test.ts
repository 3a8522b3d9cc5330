/** Names of credentials: always valid, never shared by two trusts, the same on every machine, and proof of their owner. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../emulators/azure/seeded-random.ts';
import { credentialName, isOwned, namePattern } from '../../src/federation/names.ts';

const random = seededRandom(7);
const alphabet = ['a', 'B', '7', '-', '_', ':', '/', '.', ' ', 'é', '漢', '\u{1f511}', '\n', '*', '1', '10'];

/** Texts that are likely to be confused: short, from few characters, some of them long. */
function anyText(): string {
  const length = Math.floor(random() * (random() < 0.1 ? 300 : 6));
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}

describe('a name', () => {
  it('fits the pattern, and no two triples of owner, issuer and subject share one', () => {
    const names = new Map<string, string>();
    for (let round = 0; round < 20_000; round += 1) {
      const [owner, issuer, rest] = [anyText(), anyText(), anyText()];
      const subject = random() < 0.5 ? `system:serviceaccount:${rest}` : rest;
      const name = credentialName(owner, { issuer, subject });
      expect(name).toMatch(namePattern);
      const triple = JSON.stringify([owner, issuer, subject]);
      expect(names.get(name.toLowerCase()) ?? triple).toBe(triple);
      names.set(name.toLowerCase(), triple);
    }
    expect(names.size).toBeGreaterThan(10_000);
  });

  it('parts texts that only their borders tell apart', () => {
    const name = (owner: string, issuer: string, subject: string) => credentialName(owner, { issuer, subject });
    expect(new Set([name('a', 'bc', 'd'), name('ab', 'c', 'd'), name('a', 'b', 'cd'), name('abcd', '', '')]).size).toBe(
      4,
    );
  });

  it('tells a person which account or pipeline it is for', () => {
    const issuer = 'https://issuer.example.com/';
    const of = (subject: string) => credentialName('contoso/shop', { issuer, subject }).replace(/-[0-9a-f]{24}$/, '');
    expect(of('system:serviceaccount:shop:orders')).toBe('shop-orders');
    expect(of('repo:contoso@1/shop@2:environment:prod/weu')).toBe('shop-2-environment-prod-weu');
    expect(of('::')).toBe('idwire');
  });

  it('is the same as ever, since credentials that are out there bear it', () => {
    expect(
      credentialName('contoso/shop', { issuer: 'https://a.example.com/', subject: 'system:serviceaccount:a:b' }),
    ).toBe('a-b-230994ed0fd2fa7399d967d0');
  });

  it('is owned by the one that it was made for, and by nobody else', () => {
    const trust = { issuer: 'https://a.example.com/', subject: 'system:serviceaccount:a:b' };
    const name = credentialName('contoso/shop', trust);
    expect(isOwned('contoso/shop', name, trust)).toBe(true);
    expect(isOwned('contoso/other', name, trust)).toBe(false);
    expect(isOwned('contoso/shop', name, { ...trust, issuer: 'https://a.example.com' })).toBe(false);
    expect(isOwned('contoso/shop', 'a-b', trust)).toBe(false);
  });
});
