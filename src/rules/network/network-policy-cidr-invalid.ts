/** Rule: an address block of a network policy that is none. */
import { networkPoliciesOf } from '../../manifests/network-policies.ts';
import { hasPlaceholder } from '../../manifests/placeholders.ts';
import { type AddressBlock, isStrictlyWithin, parseBlock } from '../../model/address-block.ts';
import type { Field } from '../../model/field.ts';
import type { AddressPeer } from '../../model/network-policy.ts';
import { nameOf } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'network-policy-cidr-invalid',
  title: 'An address block of a network policy is not valid',
  group: 'Cluster rights and network',
  why: 'The API server refuses the whole policy, so that what it should block stays open. A comment without a space before its # is part of the value.',
  remedy: 'Write an address, a slash and the number of bits, such as 10.0.0.0/8; exceptions must lie within the block.',
  severity: 'error',
  sources: ['kubernetes/kubernetes pkg/apis/networking/validation/validation.go, ValidateIPBlock'],
  *check(world) {
    for (const policy of networkPoliciesOf(world)) {
      for (const peer of policy.addresses) {
        for (const { at, fault } of faultsOf(peer)) {
          yield { at, message: `In the NetworkPolicy ${nameOf(policy)}, "${at.text}" ${fault}.` };
        }
      }
    }
  },
});

function faultsOf({ cidr, excepts }: AddressPeer): readonly { at: Field; fault: string }[] {
  if (cidr?.text === undefined || hasPlaceholder(cidr.text)) return [];
  const block = parseBlock(cidr.text);
  const faults = block ? [] : [{ at: cidr, fault: faultOfText(cidr.text) }];
  return [...faults, ...excepts.flatMap((except) => faultOfException(except, block, cidr.text as string))];
}

function faultOfException(except: Field, outer: AddressBlock | undefined, cidr: string) {
  if (except.text === undefined || hasPlaceholder(except.text)) return [];
  const inner = parseBlock(except.text);
  if (!inner) return [{ at: except, fault: faultOfText(except.text) }];
  return outer && !isStrictlyWithin(inner, outer)
    ? [{ at: except, fault: `is an exception that is not a smaller part of ${cidr}` }]
    : [];
}

function faultOfText(text: string): string {
  if (text.includes('#')) return 'is not an address block: without a space before it, # begins no comment';
  return parseBlock(`${text}/32`) || parseBlock(`${text}/128`)
    ? 'is an address without the number of bits'
    : 'is not an address block';
}

const policy = (block: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: no-metadata
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to:
        - ipBlock:
${block}`;

const mark = ' #~ network-policy-cidr-invalid';

export const examples = defineExamples({
  bad: [
    {
      title: 'A comment without a space before it',
      files: { 'policy.yaml': policy(`            cidr: 10.10.0.0/0#example${mark}\n`) },
    },
    { title: 'An address alone', files: { 'policy.yaml': policy(`            cidr: 10.0.0.1${mark}\n`) } },
    {
      title: 'An exception outside',
      files: {
        'policy.yaml': policy(`            cidr: 10.0.0.0/8
            except:
              - 169.254.169.254/32${mark}
`),
      },
    },
  ],
  good: [
    {
      title: 'An exception inside',
      files: {
        'policy.yaml': policy(`            cidr: 0.0.0.0/0
            except:
              - 169.254.169.254/32
`),
      },
    },
    {
      title: 'IPv6',
      files: { 'policy.yaml': policy('            cidr: "fd00::/8"\n            except: ["fd00:1::/32"]\n') },
    },
    { title: 'Filled in later', files: { 'policy.yaml': policy('            cidr: $' + '{VNET_CIDR}\n') } },
  ],
});
