/** Starts the Azure emulator: authority, Azure Resource Manager and Microsoft Graph on three loopback TLS ports. */

import { createLoopbackTls, type LoopbackTls } from '../tls/loopback-tls.ts';
import { answerArm } from './arm/answer-arm.ts';
import { AzureState } from './azure-state.ts';
import type { AzureContext, ServiceUrls } from './context.ts';
import { createAccessTokens } from './entra/access-tokens.ts';
import { answerEntra } from './entra/answer-entra.ts';
import { type IssuerSource, IssuerTrust } from './entra/issuer-trust.ts';
import { Faults } from './faults.ts';
import { answerGraph } from './graph/answer-graph.ts';
import { Journal } from './journal.ts';
import { seededRandom } from './seeded-random.ts';
import { type ServiceServer, startService } from './service-server.ts';
import { type AzureSettings, defaultSettings } from './settings.ts';
import { Throttle } from './throttle.ts';

export interface AzureEmulatorOptions {
  /** Certificates shared with other emulators; the emulator makes its own when absent, and removes only those. */
  tls?: LoopbackTls;
  /** Home tenant; a random GUID when absent. */
  tenantId?: string;
  /** Seed of everything random in behaviour (percentages of faults, flapping); default 1. */
  seed?: number;
  settings?: Partial<AzureSettings>;
}

export interface AzureEmulator {
  /** Base URL of Azure Resource Manager; the same as `urls.resourceManager`. */
  readonly url: string;
  readonly urls: ServiceUrls;
  readonly tls: LoopbackTls;
  /** Environment that makes child processes trust the emulator: Node, Python's requests, OpenSSL. */
  readonly environment: Readonly<Record<string, string>>;
  /** Everything that exists; add, change and remove at any time. */
  readonly state: AzureState;
  /** Behaviour; assign at any time. */
  readonly settings: AzureSettings;
  readonly faults: Faults;
  readonly journal: Journal;
  /** Says where the keys of a token issuer are; `issuer` is the exact text of `iss`. */
  trustIssuer(issuer: string, source: IssuerSource): void;
  /** Ends all connections and deletes the certificate file if the emulator made it. */
  stop(): Promise<void>;
}

/** Listens on free ports of 127.0.0.1; clients use `https://localhost:<port>`. */
export async function startAzureEmulator(options: AzureEmulatorOptions = {}): Promise<AzureEmulator> {
  const tls = options.tls ?? (await createLoopbackTls());
  const random = seededRandom(options.seed ?? 1);
  const journal = new Journal();
  const faults = new Faults(random);
  const urls = { authority: '', resourceManager: '', graph: '' };
  const context: AzureContext = {
    state: new AzureState(options.tenantId),
    settings: { ...structuredClone(defaultSettings), ...options.settings },
    random,
    urls,
    tokens: await createAccessTokens(() => urls.authority),
    issuers: new IssuerTrust(tls.ca),
    throttle: new Throttle(),
    writing: new Set(),
  };
  const common = { tls, journal, faults, settings: context.settings };
  const services: ServiceServer[] = await Promise.all([
    startService({ ...common, plane: 'entra', answer: (exchange) => answerEntra(context, exchange) }),
    startService({ ...common, plane: 'arm', answer: (exchange) => answerArm(context, exchange) }),
    startService({ ...common, plane: 'graph', answer: (exchange) => answerGraph(context, exchange) }),
  ]);
  [urls.authority, urls.resourceManager, urls.graph] = services.map(({ url }) => url) as [string, string, string];
  return {
    url: urls.resourceManager,
    urls,
    tls,
    environment: { NODE_EXTRA_CA_CERTS: tls.caFile, REQUESTS_CA_BUNDLE: tls.caFile, SSL_CERT_FILE: tls.caFile },
    state: context.state,
    settings: context.settings,
    faults,
    journal,
    trustIssuer: (issuer, source) => context.issuers.trust(issuer, source),
    stop: async () => {
      await Promise.all(services.map((service) => service.stop()));
      if (!options.tls) await tls.remove();
    },
  };
}
