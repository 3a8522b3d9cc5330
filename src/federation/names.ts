/** Names of the credentials we write: readable, the same on every machine, and proof of whose they are. */
import { createHash } from 'node:crypto';

/** What Azure accepts (Azure/azure-rest-api-specs, Microsoft.ManagedIdentity, federated credential name). */
export const namePattern = /^[a-zA-Z0-9][a-zA-Z0-9-_]{2,119}$/;

const longestName = 120;
const markLength = 24;

/** What a credential trusts: a token of this issuer with this subject, both byte for byte. */
export interface Trust {
  readonly issuer: string;
  readonly subject: string;
}

/**
 * The name of our credential for a trust. Credentials have neither tags nor descriptions, so ownership is in the name:
 * it ends in a hash over owner, issuer and subject, each with its length, so that no two triples share one text.
 */
export function credentialName(owner: string, trust: Trust): string {
  const mark = ownershipMark(owner, trust);
  const readable = readablePart(trust.subject)
    .slice(0, longestName - mark.length - 1)
    .replace(/-+$/, '');
  return `${readable}-${mark}`;
}

/** Whether a credential of this name and trust was written for this owner. */
export function isOwned(owner: string, name: string, trust: Trust): boolean {
  return name.endsWith(`-${ownershipMark(owner, trust)}`);
}

/** 96 bits of SHA-256 in lower-case hexadecimal: names of one identity never meet by accident. */
function ownershipMark(owner: string, { issuer, subject }: Trust): string {
  const hash = createHash('sha256');
  for (const part of [owner, issuer, subject]) hash.update(`${Buffer.byteLength(part)}:${part}`);
  return hash.digest('hex').slice(0, markLength);
}

/** What a person recognises: namespace and account, or the context of a pipeline. */
function readablePart(subject: string): string {
  const [, account] = /^system:serviceaccount:(.+)$/.exec(subject) ?? [];
  const [, pipeline] = /^repo:[^/]+\/(.+)$/.exec(subject) ?? [];
  const plain = (account ?? pipeline ?? subject).replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-+/, '');
  return plain === '' ? 'idwire' : plain;
}
