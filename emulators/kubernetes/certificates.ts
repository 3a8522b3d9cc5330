/** A certificate authority made at start, and a server certificate of it for the loopback names. */
import { isIP } from 'node:net';

/** PEM texts of a server certificate and of the authority that signed it. */
export interface ServerCertificate {
  readonly certificate: string;
  readonly key: string;
  /** The authority's certificate, for `NODE_EXTRA_CA_CERTS` and kubeconfig. */
  readonly authority: string;
}

const names = ['localhost', '127.0.0.1'];

/** Makes an authority and a certificate for `localhost` and `127.0.0.1`, valid for a day from an hour ago. */
export async function generateServerCertificate(): Promise<ServerCertificate> {
  // Loaded here because it takes as long as the rest of the emulator, and plain http needs none of it.
  const { generate } = await import('selfsigned');
  const hour = 3_600_000;
  const validity = { notBeforeDate: new Date(Date.now() - hour), notAfterDate: new Date(Date.now() + 24 * hour) };
  const keys = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256', ...validity } as const;
  const authority = await generate([{ name: 'commonName', value: 'emulated-cluster-ca' }], {
    ...keys,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const altNames = names.map((name) =>
    isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name },
  );
  const server = await generate([{ name: 'commonName', value: 'kube-apiserver' }], {
    ...keys,
    ca: { cert: authority.cert, key: authority.private },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { certificate: server.cert, key: server.private, authority: authority.cert };
}
