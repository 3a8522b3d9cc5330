/** Holds everything that exists in the emulated tenants, and lets a scenario add, change and remove it. */

import { randomBytes, randomUUID } from 'node:crypto';
import { findRole } from './arm/roles.ts';
import {
  type Application,
  type CredentialHolder,
  type FederatedCredential,
  type GraphPermission,
  type ManagedCluster,
  type ManagedIdentity,
  managedClusterId,
  managedIdentityId,
  type RoleAssignment,
  type Subscription,
} from './resources.ts';
import type {
  ApplicationInput,
  ClusterInput,
  CredentialInput,
  IdentityInput,
  KubernetesVersion,
} from './state-inputs.ts';

/** Audience of a credential in the public cloud. */
const publicAudience = 'api://AzureADTokenExchange';

/** The emulated tenants. Maps are keyed by lower-case id; scenarios may read them and use the methods to change them. */
export class AzureState {
  /** Home tenant of everything that names no other. */
  readonly tenantId: string;
  readonly tenants = new Set<string>();
  readonly subscriptions = new Map<string, Subscription>();
  /** Lower-case `subscription/group` pairs with the name as created and its location. */
  readonly resourceGroups = new Map<string, { subscriptionId: string; name: string; location: string }>();
  readonly identities = new Map<string, ManagedIdentity>();
  readonly applications = new Map<string, Application>();
  readonly clusters = new Map<string, ManagedCluster>();
  roleAssignments: RoleAssignment[] = [];
  readonly graphPermissions = new Map<string, Set<GraphPermission>>();
  /** Versions that `kubernetesVersions` lists, in every location. */
  kubernetesVersions: KubernetesVersion[] = [];
  readonly #byClientId = new Map<string, ManagedIdentity | Application>();

  constructor(tenantId: string = randomUUID()) {
    this.tenantId = tenantId;
    this.tenants.add(tenantId);
  }

  /** The first subscription; made when there is none. */
  get subscriptionId(): string {
    const [first] = this.subscriptions.values();
    return (first ?? this.addSubscription()).subscriptionId;
  }

  addSubscription(input: Partial<Subscription> = {}): Subscription {
    const subscription: Subscription = {
      subscriptionId: input.subscriptionId ?? randomUUID(),
      tenantId: input.tenantId ?? this.tenantId,
      displayName: input.displayName ?? 'Loopback',
    };
    this.tenants.add(subscription.tenantId);
    this.subscriptions.set(subscription.subscriptionId.toLowerCase(), subscription);
    return subscription;
  }

  addResourceGroup(name: string, subscriptionId: string = this.subscriptionId, location = 'westeurope'): void {
    const key = `${subscriptionId}/${name}`.toLowerCase();
    if (!this.resourceGroups.has(key)) this.resourceGroups.set(key, { subscriptionId, name, location });
  }

  /** One that exists under the same name is replaced, as by deleting and creating it: with a new client id. */
  addIdentity(input: IdentityInput): ManagedIdentity {
    const subscriptionId = input.subscriptionId ?? this.subscriptionId;
    const resourceGroup = input.resourceGroup ?? 'rg-loopback';
    this.addResourceGroup(resourceGroup, subscriptionId);
    const id = managedIdentityId(subscriptionId, resourceGroup, input.name);
    this.removeIdentity(id);
    const identity: ManagedIdentity = {
      kind: 'managed-identity',
      key: id.toLowerCase(),
      id,
      subscriptionId,
      resourceGroup,
      name: input.name,
      tenantId: this.#tenantOf(subscriptionId),
      location: input.location ?? 'westeurope',
      tags: input.tags ?? {},
      clientId: input.clientId ?? randomUUID(),
      principalId: input.principalId ?? randomUUID(),
      isolationScope: 'None',
      assignmentRestrictions: { providers: [] },
      credentials: new Map(),
    };
    for (const credential of input.credentials ?? []) this.addCredential(identity, credential);
    this.identities.set(identity.key, identity);
    this.#byClientId.set(identity.clientId.toLowerCase(), identity);
    return identity;
  }

  /** Removes an identity, its credentials and its role assignments; false when there is none. */
  removeIdentity(id: string): boolean {
    const identity = this.identities.get(id.toLowerCase());
    if (!identity) return false;
    this.identities.delete(identity.key);
    this.#byClientId.delete(identity.clientId.toLowerCase());
    this.roleAssignments = this.roleAssignments.filter((assignment) => assignment.principalId !== identity.principalId);
    return true;
  }

  addApplication(input: ApplicationInput = {}): Application {
    const clientId = input.appId ?? randomUUID();
    const application: Application = {
      kind: 'application',
      key: `application:${clientId.toLowerCase()}`,
      tenantId: input.tenantId ?? this.tenantId,
      clientId,
      objectId: randomUUID(),
      principalId: randomUUID(),
      displayName: input.displayName ?? 'loopback application',
      signInAudience: input.signInAudience ?? 'AzureADMyOrg',
      owners: new Set(input.owners),
      secret: input.withSecret ? randomBytes(24).toString('base64url') : null,
      certificate: input.certificate ?? null,
      credentials: new Map(),
    };
    for (const credential of input.credentials ?? []) this.addCredential(application, credential);
    for (const role of input.roles ?? []) this.assignRole(application.principalId, role.role, role.scope);
    this.allowGraph(application.principalId, ...(input.graph ?? []));
    this.applications.set(clientId.toLowerCase(), application);
    this.#byClientId.set(clientId.toLowerCase(), application);
    return application;
  }

  /** The identity or application that signs in with this application id. */
  findByClientId(clientId: string): ManagedIdentity | Application | undefined {
    return this.#byClientId.get(clientId.toLowerCase());
  }

  /** Puts a credential in place as if somebody had written it long ago; replaces one of the same name. */
  addCredential(holder: CredentialHolder, input: CredentialInput): FederatedCredential {
    const credential: FederatedCredential = {
      id: randomUUID(),
      name: input.name,
      issuer: input.issuer,
      subject: input.subject ?? null,
      audiences: [input.audience ?? publicAudience],
      description: input.description ?? null,
      claimsMatchingExpression: input.claimsMatchingExpression ?? null,
      writtenAt: 0,
    };
    holder.credentials.set(credential.name.toLowerCase(), credential);
    return credential;
  }

  /** Removes a credential as if somebody had deleted it in the portal; false when there is none. */
  removeCredential(holder: CredentialHolder, name: string): boolean {
    return holder.credentials.delete(name.toLowerCase());
  }

  addCluster(input: ClusterInput): ManagedCluster {
    const subscriptionId = input.subscriptionId ?? this.subscriptionId;
    const resourceGroup = input.resourceGroup ?? 'rg-loopback';
    this.addResourceGroup(resourceGroup, subscriptionId);
    const issuerProfile = input.issuer ? { oidcIssuerProfile: { enabled: true, issuerURL: input.issuer } } : {};
    const cluster: ManagedCluster = {
      id: managedClusterId(subscriptionId, resourceGroup, input.name),
      subscriptionId,
      resourceGroup,
      name: input.name,
      location: input.location ?? 'westeurope',
      properties: { provisioningState: 'Succeeded', ...issuerProfile, ...input.properties },
      identityBindings: input.identityBindings ?? [],
    };
    this.clusters.set(cluster.id.toLowerCase(), cluster);
    return cluster;
  }

  /** Assigns a built-in role, by name or GUID, to a service principal. */
  assignRole(principalId: string, role: string, scope = `/subscriptions/${this.subscriptionId}`): RoleAssignment {
    const assignment: RoleAssignment = {
      name: randomUUID(),
      principalId,
      roleDefinitionGuid: findRole(role).guid,
      scope,
      createdOn: new Date().toISOString(),
    };
    this.roleAssignments.push(assignment);
    return assignment;
  }

  allowGraph(principalId: string, ...permissions: GraphPermission[]): void {
    const held = this.graphPermissions.get(principalId) ?? new Set();
    for (const permission of permissions) held.add(permission);
    this.graphPermissions.set(principalId, held);
  }

  #tenantOf(subscriptionId: string): string {
    const subscription = this.subscriptions.get(subscriptionId.toLowerCase());
    return (subscription ?? this.addSubscription({ subscriptionId })).tenantId;
  }
}
