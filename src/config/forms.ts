/** Forms of text in `idwire.yaml`, as patterns that JavaScript and JSON Schema read alike. */
import type { Form } from './shape.ts';

/** ARM ids and GUIDs compare without case, and JSON Schema has no flag for that. */
function anyCase(word: string): string {
  return word.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`).replaceAll('.', '\\.');
}

const guidPattern = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
// Names of resource groups and resources: learn.microsoft.com resource-name-rules.
const segment = '[^/\\s<>%&?]+';
const groupPattern = `/${anyCase('subscriptions')}/${guidPattern}/${anyCase('resourceGroups')}/${segment}`;

function resource(provider: string, words: string): Form {
  return { pattern: `^${groupPattern}/${anyCase('providers')}/${provider}/${segment}$`, words };
}

export const guid: Form = {
  pattern: `^${guidPattern}$`,
  words: 'a GUID such as 00000000-0000-0000-0000-000000000000',
};

export const httpsUrl: Form = {
  pattern: '^https://(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?(?:/[^\\s?#]*)?$',
  words: 'an https URL without user, query and fragment',
};

/** A cluster of Azure Kubernetes Service, or one that Azure Arc connects. */
export const clusterId: Form = resource(
  `(?:${anyCase('Microsoft.ContainerService')}/${anyCase('managedClusters')}|${anyCase('Microsoft.Kubernetes')}/${anyCase('connectedClusters')})`,
  'the ARM id of a cluster (/subscriptions/…/resourceGroups/…/providers/Microsoft.ContainerService/managedClusters/…)',
);

export const identityId: Form = resource(
  `${anyCase('Microsoft.ManagedIdentity')}/${anyCase('userAssignedIdentities')}`,
  'the ARM id of an identity (/subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/…)',
);

export const resourceGroupId: Form = {
  pattern: `^${groupPattern}$`,
  words: 'the ARM id of a resource group (/subscriptions/…/resourceGroups/…)',
};

/** Names that other parts of the file refer to. */
export const name: Form = {
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$',
  words: 'a name of letters, digits, dots, hyphens and underscores',
};

export const nameGlob: Form = {
  pattern: '^[A-Za-z0-9*][A-Za-z0-9._*-]*$',
  words: 'a name, in which * stands for any characters',
};

/** RFC 1123 label, as Kubernetes wants it of namespaces. */
export const namespace: Form = {
  pattern: '^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$',
  words: 'a namespace: lower-case letters, digits and hyphens',
};

export const namespaceGlob: Form = {
  pattern: '^[a-z0-9*](?:[a-z0-9*-]*[a-z0-9*])?$',
  words: 'a namespace, in which * stands for any characters',
};

/** Below the working directory: nothing outside it is ever read. */
export const path: Form = {
  pattern: '^(?!.*\\\\)(?!/)(?!(?:.*/)?\\.\\.(?:/|$))\\S(?:.*\\S)?$',
  words: 'a path below the working directory, with / and without ..',
};

/** `owner/name`. */
export const repository: Form = {
  pattern: '^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?/[A-Za-z0-9._-]+$',
  words: 'a repository as owner/name',
};

/** `Kind` of the core group, or `group/Kind`. */
export const groupKind: Form = {
  pattern: '^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/)?[A-Z][A-Za-z0-9]*$',
  words: 'a kind with its API group and without a version, such as example.io/Application',
};

/** The segment of a subject for the repository, without or with the ids of owner and repository. */
export const githubPrefix: Form = {
  pattern: '^repo:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:@[0-9]+)?/[A-Za-z0-9._-]+(?:@[0-9]+)?$',
  words: 'repo:owner/name, or with ids repo:owner@12/name@34',
};

/** What follows the repository in a GitHub subject; a whole subject would name the repository twice. */
export const githubSubject: Form = {
  pattern: '^(?!repo:)\\S(?:.*\\S)?$',
  words: 'the part of the subject behind the repository, such as environment:production or pull_request',
};
