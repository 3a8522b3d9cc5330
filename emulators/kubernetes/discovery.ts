/** Discovery documents: versions, groups and resources, and the part of OpenAPI v3 that kubectl reads before it writes. */
import { selfReviews } from './access-reviews.ts';
import type { JsonRecord } from './json.ts';
import type { Kind } from './kinds.ts';
import { apiVersionOf } from './kinds.ts';

const verbs = ['create', 'delete', 'get', 'list', 'patch', 'update'];

/** `/version` for a release such as `1.33.5`. */
function versionDocument(release: string): JsonRecord {
  const [major = '', minor = ''] = release.split('.');
  return { major, minor, gitVersion: `v${release}`, platform: 'linux/amd64', goVersion: '', compiler: 'gc' };
}

/** `/api`. */
const coreVersions: JsonRecord = { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] };

function groupsOf(kinds: readonly Kind[]): string[] {
  const named = kinds.map((kind) => kind.group).filter((group) => group !== '');
  return [...new Set([...named, ...Object.values(selfReviews).map((review) => review.group)])];
}

function groupDocument(group: string): JsonRecord {
  const version = { groupVersion: `${group}/v1`, version: 'v1' };
  return { name: group, versions: [version], preferredVersion: version };
}

function resourceDocument(kind: Kind): JsonRecord {
  return {
    name: kind.plural,
    singularName: kind.kind.toLowerCase(),
    namespaced: kind.namespaced,
    kind: kind.kind,
    verbs,
    ...(kind.shortNames.length > 0 ? { shortNames: [...kind.shortNames] } : {}),
    ...(['Pod', 'Service', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob'].includes(kind.kind)
      ? { categories: ['all'] }
      : {}),
  };
}

const tokenResource: JsonRecord = {
  name: 'serviceaccounts/token',
  singularName: '',
  namespaced: true,
  group: 'authentication.k8s.io',
  version: 'v1',
  kind: 'TokenRequest',
  verbs: ['create'],
};

function resourcesDocument(kinds: readonly Kind[], groupVersion: string): JsonRecord | undefined {
  const served = kinds.filter((kind) => apiVersionOf(kind) === groupVersion).map(resourceDocument);
  const reviews = Object.entries(selfReviews)
    .filter(([, review]) => `${review.group}/v1` === groupVersion)
    .map(([name, { kind }]) => ({ name, singularName: '', namespaced: false, kind, verbs: ['create'] }));
  const resources = [...served, ...reviews, ...(groupVersion === 'v1' ? [tokenResource] : [])];
  return resources.length > 0 ? { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources } : undefined;
}

/**
 * The paths of one group version. kubectl looks here for the `fieldValidation` parameter before it lets the server judge
 * the fields of an object; schemas are not published.
 */
function openApiDocument(kinds: readonly Kind[], groupVersion: string): JsonRecord | undefined {
  const served = kinds.filter((kind) => apiVersionOf(kind) === groupVersion);
  if (served.length === 0) return undefined;
  const parameters = ['dryRun', 'fieldManager', 'fieldValidation'].map((name) => ({
    name,
    in: 'query',
    schema: { type: 'string', uniqueItems: true },
  }));
  const paths = served.map(({ group, version, kind, plural, namespaced }): [string, JsonRecord] => {
    const scope = namespaced ? 'namespaces/{namespace}/' : '';
    const path = `${group ? '/apis' : '/api'}/${groupVersion}/${scope}${plural}/{name}`;
    const operation = { parameters, 'x-kubernetes-group-version-kind': { group, version, kind } };
    return [path, { patch: operation, put: operation }];
  });
  const info = { title: 'Kubernetes', version: 'emulated' };
  return { openapi: '3.0.0', info, paths: Object.fromEntries(paths), components: { schemas: {} } };
}

function openApiIndex(kinds: readonly Kind[]): JsonRecord {
  const groupVersions = [...new Set(kinds.map(apiVersionOf))];
  const entries = groupVersions.map((groupVersion) => {
    const path = `${groupVersion.includes('/') ? 'apis' : 'api'}/${groupVersion}`;
    return [path, { serverRelativeURL: `/openapi/v3/${path}` }];
  });
  return { paths: Object.fromEntries(entries) };
}

/** The discovery document at a path, or `undefined` when the path is none of discovery's. */
export function discoveryDocument(kinds: readonly Kind[], release: string, path: string): JsonRecord | undefined {
  if (path === '/version') return versionDocument(release);
  if (path === '/api') return coreVersions;
  if (path === '/apis') {
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: groupsOf(kinds).map(groupDocument) };
  }
  if (path === '/openapi/v3') return openApiIndex(kinds);
  const openApi = /^\/openapi\/v3\/(?:api|apis)\/(.+)$/.exec(path)?.[1];
  if (openApi) return openApiDocument(kinds, openApi);
  const group = /^\/apis\/([^/]+)$/.exec(path)?.[1];
  if (group) {
    const served = groupsOf(kinds).includes(group);
    return served ? { kind: 'APIGroup', apiVersion: 'v1', ...groupDocument(group) } : undefined;
  }
  const groupVersion = path === '/api/v1' ? 'v1' : /^\/apis\/([^/]+\/[^/]+)$/.exec(path)?.[1];
  return groupVersion ? resourcesDocument(kinds, groupVersion) : undefined;
}
