/** Blocks of IP addresses in CIDR notation. */
import { BlockList, isIP } from 'node:net';

export interface AddressBlock {
  readonly family: 'ipv4' | 'ipv6';
  readonly address: string;
  /** Bits of the network part. */
  readonly prefix: number;
}

/**
 * A block as the API server reads it (k8s.io/utils/net ParseCIDRSloppy): bits beyond the prefix and leading zeros of
 * IPv4 are let pass. Undefined for any other text.
 */
export function parseBlock(text: string): AddressBlock | undefined {
  const [, written = '', bits = ''] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = written.includes(':') ? written : written.replace(/(^|\.)0+(?=\d)/g, '$1');
  const version = isIP(address);
  const prefix = Number(bits);
  if (version === 0 || prefix > (version === 4 ? 32 : 128)) return undefined;
  return { family: version === 4 ? 'ipv4' : 'ipv6', address, prefix };
}

/** Whether an address of the same family is in a block. */
export function holdsAddress(block: AddressBlock, address: string): boolean {
  const list = new BlockList();
  list.addSubnet(block.address, block.prefix, block.family);
  return isIP(address) === (block.family === 'ipv4' ? 4 : 6) && list.check(address, block.family);
}

/** Whether all of `inner` is in `outer`, and less than all of it. */
export function isStrictlyWithin(inner: AddressBlock, outer: AddressBlock): boolean {
  return inner.family === outer.family && inner.prefix > outer.prefix && holdsAddress(outer, inner.address);
}
