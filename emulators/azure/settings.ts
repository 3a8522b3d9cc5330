/** Lists what a scenario may change about the behaviour of the emulator, also while it runs. */

import type { Limits } from './throttle.ts';

export interface AzureSettings {
  /** Milliseconds from a request's arrival to its answer, by operation if a function is given. */
  latencyMs: number | ((operation: string) => number);
  /** Items on one page of every list but that of credentials. */
  pageSize: number;
  /** Items on one page of a list of credentials, unless `$top` asks for fewer. */
  credentialPageSize: number;
  /** Microsoft's page says 400 for a second credential of the same issuer and subject; reports from the field show 409. */
  duplicateStatus: 400 | 409;
  /** Rates beyond which ARM answers 429; `publishedLimits` for the real ones, null for none. */
  limits: Limits | null;
  /** How long, and how unreliably, token requests fail to see a credential after it was written. */
  propagation: Propagation;
  /** Locations whose identities take no credentials (405), lower case without spaces. */
  unsupportedRegions: string[];
  /** How Graph v1.0 lists an application with a flexible credential: without it, or with an answer broken off. */
  flexibleOnGraphV1: 'omitted' | 'broken';
  /** Least milliseconds between two fetches of one issuer's keys; keys rotated in between are unknown (AADSTS7000272). */
  issuerKeysMs: number;
  /** Resources beyond ARM and Graph that tokens may be requested for, such as `https://vault.azure.net`. */
  resources: string[];
  /** Seconds that access tokens live; null for 24 h (managed identity) and 1 h (application). */
  tokenLifetime: number | null;
}

export interface Propagation {
  /** Milliseconds after a write during which no token request sees the credential. */
  delayMs: number;
  /** Milliseconds after the delay during which some token requests still miss it. */
  flappingMs: number;
  /** Share of token requests that miss it while flapping, 0 to 1. */
  flappingRate: number;
}

/** A service that answers at once, limits nothing and forgets nothing. */
export const defaultSettings: AzureSettings = {
  latencyMs: 0,
  pageSize: 100,
  credentialPageSize: 20,
  duplicateStatus: 400,
  limits: null,
  propagation: { delayMs: 0, flappingMs: 0, flappingRate: 0 },
  // Microsoft Entra, "Unsupported regions (user-assigned managed identities)".
  unsupportedRegions: ['malaysiasouth', 'newzealandnorth'],
  flexibleOnGraphV1: 'omitted',
  issuerKeysMs: 0,
  resources: [],
  tokenLifetime: null,
};
