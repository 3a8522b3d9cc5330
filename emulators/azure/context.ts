/** Bundles what all three emulated services share. */

import type { AzureState } from './azure-state.ts';
import type { AccessTokens } from './entra/access-tokens.ts';
import type { IssuerTrust } from './entra/issuer-trust.ts';
import type { Random } from './seeded-random.ts';
import type { AzureSettings } from './settings.ts';
import type { Throttle } from './throttle.ts';

/** Base URLs of the three services, without a slash at the end. */
export interface ServiceUrls {
  readonly authority: string;
  readonly resourceManager: string;
  readonly graph: string;
}

export interface AzureContext {
  readonly state: AzureState;
  readonly settings: AzureSettings;
  readonly random: Random;
  readonly urls: ServiceUrls;
  readonly tokens: AccessTokens;
  readonly issuers: IssuerTrust;
  readonly throttle: Throttle;
  /** Keys of identities with a credential write under way. */
  readonly writing: Set<string>;
}
