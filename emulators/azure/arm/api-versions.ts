/** Knows which API versions each resource provider serves, and what Microsoft.ManagedIdentity shows in each. */

import { refusal } from './cloud-error.ts';

/** What one version of Microsoft.ManagedIdentity knows. */
export interface IdentityApi {
  readonly credentials: boolean;
  readonly isolationScope: boolean;
  readonly assignmentRestrictions: boolean;
  /** Reads and writes `claimsMatchingExpression`. */
  readonly expressions: boolean;
}

const first: IdentityApi = {
  credentials: false,
  isolationScope: false,
  assignmentRestrictions: false,
  expressions: false,
};
const federated: IdentityApi = { ...first, credentials: true };
const regional: IdentityApi = { ...federated, isolationScope: true };

/** Versions and their fields: Azure/azure-rest-api-specs, specification/msi/resource-manager. */
const identityVersions = new Map<string, IdentityApi>([
  ['2015-08-31-preview', first],
  ['2018-11-30', first],
  ['2021-09-30-preview', first],
  ['2022-01-31-preview', federated],
  ['2023-01-31', federated],
  ['2023-07-31-preview', federated],
  ['2024-11-30', regional],
  ['2025-01-31-preview', { ...regional, expressions: true }],
  ['2025-05-31-preview', { ...regional, expressions: true, assignmentRestrictions: true }],
  ['2026-04-30', regional],
  ['2026-05-31', { ...regional, assignmentRestrictions: true }],
]);

/** Which versions a provider accepts. */
export type Provider = 'identity' | 'credential' | 'any' | 'preview';

const dateVersion = /^20\d\d-[01]\d-[0-3]\d(-preview)?$/;

/**
 * Checks `api-version`, which every request to ARM must carry.
 * @throws Refused with 400 when it is absent or the provider does not serve it.
 */
export function checkVersion(provider: Provider, version: string | null, type: string): string {
  if (version === null || version === '') {
    throw refusal(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
  if (serves(provider, version)) return version;
  const supported = provider === 'identity' || provider === 'credential' ? [...identityVersions.keys()] : [];
  const those = supported.filter((candidate) => serves(provider, candidate)).join(', ');
  throw refusal(
    400,
    'NoRegisteredProviderFound',
    `No registered resource provider found for API version '${version}' for type '${type}'. The supported api-versions are '${those}'.`,
  );
}

/** @throws RangeError for a version that `checkVersion` refuses. */
export function identityApi(version: string): IdentityApi {
  const api = identityVersions.get(version);
  if (!api) throw new RangeError(`Microsoft.ManagedIdentity has no version ${version}`);
  return api;
}

function serves(provider: Provider, version: string): boolean {
  switch (provider) {
    case 'identity':
      return identityVersions.has(version);
    case 'credential':
      return identityVersions.get(version)?.credentials ?? false;
    case 'preview':
      return dateVersion.test(version) && version.endsWith('-preview');
    case 'any':
      return dateVersion.test(version);
  }
}
