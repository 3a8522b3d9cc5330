/** What changes on an identity, in which order, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { credentialName } from '../../src/federation/names.ts';
import { type PlanRequest, planChanges, type ResolvedWish } from '../../src/federation/plan.ts';
import type { Change } from '../../src/model/change.ts';
import type { FederatedCredential, ManagedIdentity } from '../../src/model/identity.ts';

const owner = 'contoso/shop';
const issuer = 'https://a.example.com/';
const audience = 'api://AzureADTokenExchange';
const source = { path: 'k8s/a.yaml', text: 'a: b\n' };
const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders';
const identity: ManagedIdentity = {
  kind: 'managed-identity',
  id,
  clientId: 'c',
  principalId: 'p',
  tenantId: 't',
  location: 'westeurope',
};

const subjectOf = (name: string) => `system:serviceaccount:shop:${name}`;

function wish(name: string, parts: Partial<ResolvedWish> = {}): ResolvedWish {
  return {
    identity: { clientId: 'c' },
    target: identity,
    issuer,
    subject: subjectOf(name),
    audience,
    origin: { source, start: 0, end: 1 },
    proven: true,
    blocked: null,
    leftTo: undefined,
    ...parts,
  };
}

function owned(name: string, parts: Partial<FederatedCredential> = {}): FederatedCredential {
  const trust = { issuer, subject: subjectOf(name) };
  return { name: credentialName(owner, trust), ...trust, audiences: [audience], ...parts };
}

function foreign(name: string): FederatedCredential {
  return { ...owned(name), name };
}

function planned(
  wishes: readonly ResolvedWish[],
  present: readonly FederatedCredential[],
  parts: Partial<PlanRequest> = {},
) {
  return planChanges({
    owner,
    wishes,
    observed: [{ identity, credentials: present }],
    complete: true,
    adopt: false,
    lost: [],
    deletions: { mayDelete: () => true, most: 5 },
    ...parts,
  });
}

const rows = (changes: readonly Change[]) =>
  changes.map(
    ({ action, subject, blocked }) => `${action} ${subject.slice(subjectOf('').length)}${blocked ? ' blocked' : ''}`,
  );
const some = (count: number, make: (name: string) => FederatedCredential) =>
  Array.from({ length: count }, (_, index) => make(`x${String(index).padStart(2, '0')}`));

describe('order', () => {
  it('is update, create, delete', () => {
    const { changes } = planned([wish('new'), wish('old')], [owned('old', { audiences: ['api://x'] }), owned('gone')]);
    expect(rows(changes)).toEqual(['update old', 'create new', 'delete gone']);
  });

  it.each([18, 19])('is delete first where %i others and what is new do not fit beside it', (count) => {
    const { changes } = planned([wish('new'), wish('newer')].slice(0, 20 - count), [
      ...some(count, foreign),
      owned('gone'),
    ]);
    expect(rows(changes)[0]).toBe('delete gone');
    expect(rows(changes).every((row) => !row.endsWith('blocked'))).toBe(true);
  });

  it('is delete last where all fit', () => {
    const { changes } = planned([wish('new')], [...some(18, foreign), owned('gone')]);
    expect(rows(changes)).toEqual(['create new', 'delete gone']);
  });
});

describe('quota', () => {
  it('refuses every creation before any write when one is too many', () => {
    const { changes } = planned([wish('a'), wish('b')], some(19, foreign));
    expect(changes.map(({ blocked }) => blocked)).toEqual(
      Array(2).fill('the identity would need 21 credentials and can hold 20'),
    );
  });

  it('does not count on deletions that are held back', () => {
    const { changes } = planned([wish('a')], [...some(19, foreign), owned('gone')], {
      deletions: { mayDelete: () => true, most: 0 },
    });
    expect(rows(changes)).toEqual(['create a blocked', 'delete gone blocked']);
  });

  it('takes twenty', () => {
    expect(rows(planned([wish('a')], some(19, foreign)).changes)).toEqual(['create a']);
  });
});

describe('what is left alone', () => {
  it('is equal already, whatever its name', () => {
    expect(planned([wish('a'), wish('b')], [owned('a'), foreign('b')])).toMatchObject({ changes: [], unchanged: 2 });
  });

  it('is declared elsewhere: neither created nor corrected, even with adopt', () => {
    const wishes = [wish('a', { leftTo: 'infra/main.tf:18' }), wish('b', { leftTo: 'infra/main.tf:30' })];
    const plan = planned(wishes, [{ ...foreign('b'), audiences: ['api://x'] }], { adopt: true });
    expect(plan).toMatchObject({ changes: [], left: [{ to: 'infra/main.tf:18' }, { to: 'infra/main.tf:30' }] });
  });

  it('belongs to identity bindings, has no subject, or is not ours', () => {
    const present = [
      { ...owned('a'), name: 'aks-identity-binding' },
      { ...foreign('b'), subject: undefined },
      foreign('c'),
    ];
    expect(rows(planned([], present).changes)).toEqual([]);
  });

  it('is all of it when anything could not be seen', () => {
    expect(planned([wish('a')], [owned('gone')], { complete: false }).changes.map(({ action }) => action)).toEqual([
      'create',
    ]);
  });
});

describe('one credential that several wires want', () => {
  it('is blocked when any of them is', () => {
    const both = [wish('a'), wish('a', { blocked: 'for a reason' })];
    for (const wishes of [both, both.toReversed()]) {
      expect(planned(wishes, []).changes.map(({ blocked }) => blocked)).toEqual(['for a reason']);
    }
  });
});

describe('keys', () => {
  it('compare byte for byte: another slash or letter case is another credential', () => {
    const present = [
      { ...foreign('a'), name: 'one', issuer: issuer.slice(0, -1) },
      { ...foreign('A'), name: 'two' },
    ];
    expect(rows(planned([wish('a')], present).changes)).toEqual(['create a']);
  });

  it('compare ids of identities without regard to case', () => {
    const observed = [{ identity: { ...identity, id: id.toUpperCase() }, credentials: [owned('a')] }];
    expect(planned([wish('a')], [], { observed })).toMatchObject({ changes: [], unchanged: 1 });
  });
});

describe('the digest', () => {
  const digest = (wishes: readonly ResolvedWish[]) => planned(wishes, []).digest;

  it('stays when lines move or wishes change places, and changes with what would be written', () => {
    const moved = wish('a', { origin: { source: { ...source, text: `\n${source.text}` }, start: 1, end: 2 } });
    expect(digest([wish('a'), wish('b')])).toBe(digest([wish('b'), moved]));
    expect(digest([wish('a')])).not.toBe(digest([wish('b')]));
    expect(digest([wish('a')])).not.toBe(digest([wish('a', { blocked: 'x' })]));
    expect(digest([wish('a')])).not.toBe(digest([wish('a', { audience: 'api://x' })]));
  });
});
