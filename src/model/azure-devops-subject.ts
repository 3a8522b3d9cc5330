/** The two issuers of Azure DevOps service connections, and the subjects of each. */

/** The application of Azure DevOps in every tenant; it is part of Entra's subjects. */
const azureDevOpsApplication = '499b84ac-1321-427f-aa17-267ca6975798';

/** The day on which Azure DevOps stops to issue tokens itself (MicrosoftDocs/azure-devops-docs, convert-service-connections). */
export const ownIssuerRetirement = '2027-07-01';

/** Issuer and subject, byte for byte. */
export interface ConnectionTrust {
  readonly issuer: string;
  readonly subject: string;
}

/** What Azure DevOps says of a connection; ids are GUIDs. */
export interface ServiceEndpoint extends ConnectionTrust {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string;
  /** Of the identity that it signs in as. */
  readonly clientId: string;
  /** `AzureCloud` is the public one. */
  readonly cloud: string;
}

/** The id of the organization in an issuer of Azure DevOps itself, the older host included; undefined for other issuers. */
export function organizationOf(issuer: string): string | undefined {
  return /^https:\/\/(?:vstoken\.dev\.azure\.com|app\.vstoken\.visualstudio\.com)\/([0-9a-f-]{36})$/i.exec(issuer)?.[1];
}

/** Whether tokens of this issuer end with its retirement. */
export function isRetiringIssuer(issuer: string): boolean {
  return organizationOf(issuer) !== undefined;
}

/**
 * What a connection with the retiring issuer will trust once it is converted; undefined when it has been, or cannot be:
 * conversion is for the public cloud only. The credential of the successor is added before the conversion.
 */
export function successorOf({ issuer, tenantId, id, cloud }: ServiceEndpoint): ConnectionTrust | undefined {
  const organization = organizationOf(issuer);
  if (organization === undefined || cloud !== 'AzureCloud') return undefined;
  return {
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    subject: entraSubject({ tenantId, organization, connection: id }),
  };
}

/** The subject that Entra gives tokens of a connection in the public cloud (azure-devops-docs, troubleshoot-workload-identity). */
export function entraSubject(ids: {
  readonly tenantId: string;
  readonly organization: string;
  readonly connection: string;
}): string {
  const tenant = guidText(ids.tenantId);
  return `/eid1/c/pub/t/${tenant}/a/${guidText(azureDevOpsApplication)}/sc/${ids.organization}/${ids.connection}`;
}

/** Why an issuer of Entra and a subject cannot belong together, or null; other issuers are not judged. */
export function describeMismatch({ issuer, subject }: ConnectionTrust): string | null {
  const [, tenantId] = /^https:\/\/login\.microsoftonline\.com\/([0-9a-f-]{36})\/v2\.0$/i.exec(issuer) ?? [];
  if (tenantId === undefined) {
    return isRetiringIssuer(issuer) && subject.startsWith('/eid1/')
      ? 'the subject is one of Entra, the issuer is Azure DevOps'
      : null;
  }
  const [, tenant, application] = /^\/eid1\/c\/[^/]+\/t\/([^/]+)\/a\/([^/]+)\/sc\/[^/]+\/[^/]+$/.exec(subject) ?? [];
  if (tenant === undefined) return 'the issuer is Entra, but the subject is not /eid1/c/…/t/…/a/…/sc/…/…';
  if (tenant !== guidText(tenantId)) return `the subject is of another tenant than the issuer (${tenantId})`;
  return application === guidText(azureDevOpsApplication)
    ? null
    : 'the subject is of another application than Azure DevOps';
}

/** A GUID as its 16 bytes in .NET order (the first three groups little-endian), in base64url without padding. */
export function guidText(guid: string): string {
  const groups = guid.split('-').map((group) => Buffer.from(group, 'hex'));
  return Buffer.concat(groups.map((group, index) => (index < 3 ? group.reverse() : group))).toString('base64url');
}
