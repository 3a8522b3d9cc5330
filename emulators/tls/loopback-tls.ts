/** Makes a certificate authority and a server certificate for localhost and 127.0.0.1, fresh in every run. */

import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

/** What a loopback server needs to speak TLS, and what its clients need to trust it. */
export interface LoopbackTls {
  /** Certificate of the authority, PEM. */
  readonly ca: string;
  /** A file that holds `ca`, for `NODE_EXTRA_CA_CERTS`, `REQUESTS_CA_BUNDLE` and `SSL_CERT_FILE` of child processes. */
  readonly caFile: string;
  /** Certificate of the server, PEM. */
  readonly certificate: string;
  /** Private key of the server, PEM. */
  readonly key: string;
  /** Deletes `caFile` and its folder. */
  remove(): Promise<void>;
}

/** Elliptic keys: generated in under a millisecond, and a handshake costs a fraction of an RSA one. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const lifetimeMs = 24 * 60 * 60 * 1000;

/**
 * Creates an authority and one leaf certificate. Several emulators of one scenario share the result, because a
 * Node child process reads only one `NODE_EXTRA_CA_CERTS` file.
 */
export async function createLoopbackTls(): Promise<LoopbackTls> {
  x509.cryptoProvider.set(webcrypto);
  const authorityKeys = await generateKeys();
  const leafKeys = await generateKeys();
  const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + lifetimeMs) };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity,
    serialNumber: serialNumber(),
    name: 'CN=Idwire loopback authority',
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const leaf = await x509.X509CertificateGenerator.create({
    ...validity,
    serialNumber: serialNumber(),
    subject: 'CN=localhost',
    issuer: authority.subject,
    publicKey: leafKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
      await x509.SubjectKeyIdentifierExtension.create(leafKeys.publicKey),
      // Python 3.13 and later refuse a leaf that does not name its authority's key.
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  return writeTls(authority, leaf, leafKeys.privateKey);
}

async function writeTls(
  authority: x509.X509Certificate,
  leaf: x509.X509Certificate,
  leafKey: webcrypto.CryptoKey,
): Promise<LoopbackTls> {
  const ca = `${authority.toString('pem')}\n`;
  const folder = await mkdtemp(join(tmpdir(), 'idwire-tls-'));
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, ca);
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', leafKey);
  return {
    ca,
    caFile,
    certificate: `${leaf.toString('pem')}\n`,
    key: `${x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

/** Positive, as RFC 5280 section 4.1.2.2 demands. */
function serialNumber(): string {
  return `01${randomBytes(8).toString('hex')}`;
}
