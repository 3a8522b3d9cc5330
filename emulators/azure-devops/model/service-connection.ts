/** An Azure Resource Manager service connection with workload identity federation. */

import { littleEndianBase64Url } from '../guid.ts';
import { guidFrom } from './identity.ts';
import type { Project } from './project.ts';

export interface ServiceConnectionSeed {
  readonly name: string;
  readonly id?: string;
  readonly tenantId: string;
  /** Client id of the managed identity or the application. */
  readonly clientId: string;
  readonly subscriptionId: string;
  /** Who signs its tokens: Azure DevOps until 2027-07-01, Entra for connections made since late 2025. */
  readonly issuedBy?: 'azure-devops' | 'entra';
  /** A secret instead of federation; then there is no token to fetch. */
  readonly scheme?: 'WorkloadIdentityFederation' | 'ServicePrincipal';
  readonly environment?: string;
  readonly creationMode?: 'Manual' | 'Automatic';
}

/** The application of Azure DevOps in Entra; it is part of Entra-issued subjects. */
export const azureDevOpsApplication = '499b84ac-1321-427f-aa17-267ca6975798';

export class ServiceConnection {
  readonly id: string;
  readonly project: Project;
  readonly tenantId: string;
  readonly clientId: string;
  readonly subscriptionId: string;
  readonly environment: string;
  readonly creationMode: 'Manual' | 'Automatic';
  readonly scheme: 'WorkloadIdentityFederation' | 'ServicePrincipal';
  /** A rename changes the subject of the Azure DevOps issuer. */
  name: string;
  /** Converting a connection changes issuer and subject at once. */
  issuedBy: 'azure-devops' | 'entra';

  constructor(project: Project, seed: ServiceConnectionSeed) {
    this.project = project;
    this.name = seed.name;
    this.id = seed.id ?? guidFrom(`${project.id}/endpoint/${seed.name}`);
    this.tenantId = seed.tenantId;
    this.clientId = seed.clientId;
    this.subscriptionId = seed.subscriptionId;
    this.issuedBy = seed.issuedBy ?? 'entra';
    this.scheme = seed.scheme ?? 'WorkloadIdentityFederation';
    this.environment = seed.environment ?? 'AzureCloud';
    this.creationMode = seed.creationMode ?? 'Manual';
  }

  /** `iss` of its tokens, which the federated credential must name. */
  get issuer(): string {
    const { organization } = this.project;
    return this.issuedBy === 'entra'
      ? `https://login.microsoftonline.com/${this.tenantId}/v2.0`
      : `https://vstoken.dev.azure.com/${organization.id}`;
  }

  /** `sub` of its tokens. Entra's holds ids only and survives renames. */
  get subject(): string {
    const { organization, name } = this.project;
    if (this.issuedBy === 'azure-devops') return `sc://${organization.name}/${name}/${this.name}`;
    const tenant = littleEndianBase64Url(this.tenantId);
    const application = littleEndianBase64Url(azureDevOpsApplication);
    return `/eid1/c/pub/t/${tenant}/a/${application}/sc/${organization.id}/${this.id}`;
  }

  /** `aud` of its tokens; Entra's own differs from the audience of the federated credential. */
  get tokenAudience(): string {
    return this.issuedBy === 'entra' ? 'fb60f99c-7a34-4190-8149-302f77469936' : 'api://AzureADTokenExchange';
  }
}
