/** Subject claim settings of repositories, organizations and the enterprise's issuer. */

import { type Call, type GitHubRoute, plainRoute, type RepositoryCall, repositoryRoute } from '../endpoint.ts';
import type { SubjectSettingsAccess } from '../github-state.ts';
import { Refusal, type Reply } from '../loopback/exchange.ts';
import { subjectPrefix } from '../oidc/subject.ts';
import { errorReply, invalidRequest, notAccessible, notFound } from '../refusals.ts';

const template = '/actions/oidc/customization/sub';

export const subjectSettingsRoutes: readonly GitHubRoute[] = [
  repositoryRoute('GET', template, [], readRepository),
  repositoryRoute('PUT', template, [], writeRepository),
  plainRoute('GET', `/orgs/{org}${template}`, readOrganization),
  plainRoute('PUT', `/orgs/{org}${template}`, writeOrganization),
  plainRoute('PUT', '/enterprises/{enterprise}/actions/oidc/customization/issuer', writeIssuer),
];

function readRepository(call: RepositoryCall): Reply {
  requireAccess(call, 'repositoryRead');
  const { repository, state } = call;
  const { useDefault, includeClaimKeys, useImmutableSubject } = repository.template;
  const body = {
    use_default: useDefault,
    ...(includeClaimKeys === null ? {} : { include_claim_keys: includeClaimKeys }),
    ...(useImmutableSubject === null ? {} : { use_immutable_subject: useImmutableSubject }),
    sub_claim_prefix: subjectPrefix(repository, state),
  };
  return { status: 200, body };
}

function writeRepository(call: RepositoryCall): Reply {
  requireAccess(call, 'repositoryWrite');
  const useDefault = call.body.flag('use_default');
  if (useDefault === undefined) throw invalidRequest('"use_default" wasn\'t supplied.');
  const { template: current } = call.repository;
  call.repository.template = {
    useDefault,
    includeClaimKeys: readKeys(call) ?? null,
    useImmutableSubject: call.body.flag('use_immutable_subject') ?? current.useImmutableSubject,
  };
  return { status: 201, body: {} };
}

function readOrganization(call: Call): Reply {
  requireAccess(call, 'organizationRead');
  const { includeClaimKeys, useImmutableSubject } = call.state.organization(call.parameters.org ?? '');
  const immutable = useImmutableSubject === null ? {} : { use_immutable_subject: useImmutableSubject };
  return { status: 200, body: { include_claim_keys: includeClaimKeys ?? ['repo', 'context'], ...immutable } };
}

function writeOrganization(call: Call): Reply {
  requireAccess(call, 'organizationWrite');
  const keys = readKeys(call);
  if (keys === undefined) throw invalidRequest('"include_claim_keys" wasn\'t supplied.');
  const organization = call.state.organization(call.parameters.org ?? '');
  organization.includeClaimKeys = keys;
  organization.useImmutableSubject = call.body.flag('use_immutable_subject') ?? organization.useImmutableSubject;
  return { status: 201, body: {} };
}

function writeIssuer({ caller, state, parameters, body }: Call): Reply {
  if (!caller.admin || state.enterprise?.slug !== parameters.enterprise) throw notFound();
  state.includeEnterpriseSlug = body.flag('include_enterprise_slug') ?? false;
  return { status: 204 };
}

function readKeys({ body }: Call): string[] | undefined {
  if (!body.has('include_claim_keys')) return undefined;
  const keys = body.texts('include_claim_keys');
  if (keys === undefined || keys.some((key) => !/^[A-Za-z0-9_]+$/.test(key))) {
    throw invalidRequest('"include_claim_keys" takes names of letters, digits and underscores.');
  }
  if (new Set(keys).size !== keys.length) throw invalidRequest('"include_claim_keys" must be unique.');
  return keys;
}

/** Administrators always may; for everyone else the scenario decides, since it is not documented for job tokens. */
function requireAccess({ caller, state }: Call, what: keyof SubjectSettingsAccess): void {
  if (caller.admin) return;
  if (caller.kind === 'anonymous') throw new Refusal(errorReply(401, 'Requires authentication'));
  const access = state.subjectSettings[what];
  if (access === 'hidden') throw notFound();
  if (access === 'forbidden') throw notAccessible(caller.kind === 'job' ? 'integration' : 'personal access token');
}
