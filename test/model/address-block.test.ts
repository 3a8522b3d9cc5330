/** Address blocks: what the API server reads as one, what it refuses, and what lies within what. */
import { describe, expect, it } from 'vitest';
import { type AddressBlock, holdsAddress, isStrictlyWithin, parseBlock } from '../../src/model/address-block.ts';

const block = (text: string) => parseBlock(text) as AddressBlock;

describe('address blocks', () => {
  it.each(['0.0.0.0/0', '10.0.0.0/8', '10.1.2.3/8', '010.0.0.0/8', '169.254.169.254/32', '::/0', 'fd00:1::/64'])(
    'reads %s',
    (text) => expect(parseBlock(text)).toBeDefined(),
  );

  it.each([
    '',
    '10.0.0.0',
    '10.0.0.0/33',
    '10.0.0/8',
    '256.0.0.0/8',
    '10.10.0.0/0#example',
    '::/129',
    'a.b.c.d/8',
    '10.0.0.0/-1',
  ])('refuses %j', (text) => expect(parseBlock(text)).toBeUndefined());

  it('knows which addresses are in it', () => {
    expect(holdsAddress(block('0.0.0.0/0'), '169.254.169.254')).toBe(true);
    expect(holdsAddress(block('169.254.0.0/16'), '169.254.169.254')).toBe(true);
    expect(holdsAddress(block('169.254.169.0/25'), '169.254.169.254')).toBe(false);
    expect(holdsAddress(block('::/0'), '169.254.169.254')).toBe(false);
  });

  it('takes only smaller parts of the same family as within', () => {
    expect(isStrictlyWithin(block('10.1.0.0/16'), block('10.0.0.0/8'))).toBe(true);
    expect(isStrictlyWithin(block('10.0.0.0/8'), block('10.0.0.0/8'))).toBe(false);
    expect(isStrictlyWithin(block('11.0.0.0/16'), block('10.0.0.0/8'))).toBe(false);
    expect(isStrictlyWithin(block('fd00::/64'), block('0.0.0.0/0'))).toBe(false);
  });
});
