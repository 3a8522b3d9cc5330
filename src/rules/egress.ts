/** What the declared egress rules let through, as certain as they can be read. */
import type { Certainty } from '../manifests/network-policies.ts';
import { hasPlaceholder } from '../manifests/placeholders.ts';
import { holdsAddress, parseBlock } from '../model/address-block.ts';
import type { Field } from '../model/field.ts';
import type { AddressPeer, EgressRule } from '../model/network-policy.ts';

/** Whether a rule lets TCP traffic to a port through, wherever it goes. */
export function allowsPort({ ports }: EgressRule, port: number): Certainty {
  if (ports.length === 0) return 'yes';
  let result: Certainty = 'no';
  for (const { protocol, port: first, endPort } of ports) {
    if (protocol !== 'TCP' && !hasPlaceholder(protocol)) continue;
    if (first === undefined) return 'yes';
    // The name of a port is that of a container, never of an address.
    if (!/^\d+$/.test(first)) result = hasPlaceholder(first) ? 'unknown' : result;
    else if (Number(first) === port || (endPort && Number(first) <= port && port <= Number(endPort))) return 'yes';
  }
  return result;
}

/** Whether a peer holds an address outside its exceptions. A block that cannot be read is unknown. */
export function holds({ cidr, excepts }: AddressPeer, address: string): Certainty {
  const block = parseBlock(cidr?.text ?? '');
  if (!block) return 'unknown';
  if (!holdsAddress(block, address)) return 'no';
  const left = excepts.map((except) => parseBlock(except.text ?? ''));
  if (left.some((inner) => inner && holdsAddress(inner, address))) return 'no';
  return left.includes(undefined) ? 'unknown' : 'yes';
}

export interface Opening {
  readonly certainty: Certainty;
  /** The block that opens the way, if one does. */
  readonly cidr: Field | undefined;
}

/** Whether a rule lets TCP traffic to an address and port through, and by which block. */
export function openingTo(rule: EgressRule, address: string, port: number): Opening {
  const ports = allowsPort(rule, port);
  if (ports === 'no') return { certainty: 'no', cidr: undefined };
  if (rule.everywhere) return { certainty: ports, cidr: undefined };
  const found = rule.addresses.map((peer) => ({ certainty: holds(peer, address), cidr: peer.cidr }));
  const open = found.find(({ certainty }) => certainty === 'yes');
  if (open) return { ...open, certainty: ports };
  return found.find(({ certainty }) => certainty === 'unknown') ?? { certainty: 'no', cidr: undefined };
}
