/** The one definition of `idwire.yaml`, from which it is read and from which its JSON Schema is made. */
import { namedClouds } from '../model/configuration.ts';
import { rules } from '../rules/index.ts';
import * as form from './forms.ts';
import { defaulted, kindByKey, kindByWord, object, optional, required } from './object-shape.ts';
import { choice, exactly, flag, type JsonSchema, list, mapOr, mapped, record, text, writtenValue } from './shape.ts';

const chart = object({
  chart: required(text(form.path), 'Folder of the chart.'),
  values: defaulted(
    list(text(form.path)),
    [],
    'Values files below the chart, or below the working directory; later ones win.',
  ),
  namespace: optional(text(form.namespace), 'Namespace of the release.'),
  release: optional(text(), 'Name of the release.'),
});

const cluster = object({
  name: required(text(form.name), 'Name of the cluster in this file and in messages.'),
  resource: optional(text(form.clusterId), 'ARM id of the cluster; its issuer is read from Azure.'),
  issuer: optional(
    text(form.httpsUrl),
    'OIDC issuer of the cluster, byte for byte. Beside `resource` the two must agree.',
  ),
  'trust-external-issuer': defaulted(flag, false, 'Accept an issuer that Azure does not vouch for.'),
  environment: optional(text(), 'Environment that the cluster belongs to. Environments never share identities.'),
  sources: defaulted(
    list(text(form.path)),
    [],
    'What is applied to the cluster: folders, files, globs, kustomize roots.',
  ),
  helm: defaulted(list(chart), [], 'Charts that are installed into the cluster.'),
});

const allow = object({
  clusters: required(list(text(form.nameGlob)), 'Clusters by name; `*` stands for any characters.'),
  namespaces: required(list(text(form.namespaceGlob)), 'Namespaces; `*` stands for any characters.'),
});

const identityName = optional(text(form.name), 'Name by which pipelines refer to it.');
const commonIdentity = {
  allow: optional(allow, 'Where ServiceAccounts may be wired to it. Without it, nowhere.'),
  'allow-pull-request': defaulted(
    flag,
    false,
    'Accept a `pull_request` subject beside subjects of branches and environments.',
  ),
};
const identity = kindByKey({
  resource: object({
    name: identityName,
    resource: required(text(form.identityId), 'ARM id of a user-assigned managed identity.'),
    'client-id': optional(text(form.guid), 'Client id of the identity.'),
    ...commonIdentity,
  }),
  'resource-group': object({
    name: identityName,
    'resource-group': required(text(form.resourceGroupId), 'ARM id of a resource group: every identity in it.'),
    ...commonIdentity,
  }),
  application: object({
    name: identityName,
    application: required(text(form.guid), 'Application id of an app registration.'),
    ...commonIdentity,
  }),
});

const pipelineIdentity = required(text(form.name), 'Name of one of `identities`.');
const pipeline = kindByWord('host', {
  github: object({
    host: required(choice(['github']), 'Where the pipeline runs.'),
    identity: pipelineIdentity,
    repository: optional(text(form.repository), 'Repository as owner/name. Without it, this one.'),
    subjects: required(list(text(form.githubSubject), 1), 'Parts of subjects behind the repository.'),
    issuer: optional(text(form.httpsUrl), 'Issuer of the tokens. Without it, that of GitHub.'),
    prefix: optional(text(form.githubPrefix), 'What subjects begin with. Without it, learnt from a token or the API.'),
    'both-forms': defaulted(flag, false, 'Also write the other form, without or with ids, while a repository changes.'),
  }),
  'azure-pipelines': object({
    host: required(choice(['azure-pipelines']), 'Where the pipeline runs.'),
    identity: pipelineIdentity,
    organization: required(text(), 'Organization of Azure DevOps.'),
    project: required(text(), 'Project.'),
    'service-connection': required(text(), 'Name of the service connection.'),
    issuer: optional(text(form.httpsUrl), 'Issuer of the service connection. Without it, read from Azure DevOps.'),
    subject: optional(text(), 'Subject of the service connection. Without it, read from Azure DevOps.'),
  }),
});

const customCloud = object({
  authority: required(text(form.httpsUrl), 'Where to sign in.'),
  'resource-manager': required(text(form.httpsUrl), 'Azure Resource Manager.'),
  graph: optional(text(form.httpsUrl), 'Microsoft Graph, for app registrations.'),
  audience: optional(text(), 'Audience of federated credentials.'),
});

const accountMaker = mapped(text(form.groupKind), ({ value, at }) => {
  const slash = value.indexOf('/');
  return { value: { group: value.slice(0, Math.max(slash, 0)), kind: value.slice(slash + 1) }, at };
});

/** All of `idwire.yaml`. What one value alone cannot tell is checked by `checkReferences`. */
export const configurationShape = object({
  version: defaulted(exactly(1, 'Another version needs another release of Idwire.'), 1, 'Version of this format.'),
  owner: optional(
    text(),
    'Mark of ownership in the names of credentials, such as contoso/shop. Apply needs it; it survives renames.',
  ),
  tenant: optional(text(form.guid), 'Tenant of the identities.'),
  subscriptions: defaulted(list(text(form.guid)), [], 'Subscriptions in which identities are looked up.'),
  cloud: optional(mapOr(customCloud, choice(namedClouds)), 'The Azure cloud by name, or by its endpoints.'),
  clusters: defaulted(list(cluster), [], 'Clusters, and what is applied to each.'),
  identities: defaulted(list(identity), [], 'What apply may write to. Let code owners guard this file.'),
  pipelines: defaulted(list(pipeline), [], 'Pipelines that sign in as an identity.'),
  substitutions: defaulted(
    record(writtenValue),
    new Map(),
    'Values of placeholders by bare name, whatever marks stand around it.',
  ),
  ignore: defaulted(list(text()), [], 'Files that are not looked at, as globs in the syntax of .gitignore.'),
  'makes-service-accounts': defaulted(
    list(accountMaker),
    [],
    'Kinds whose objects make ServiceAccounts, as `group/Kind`.',
  ),
  rules: defaulted(
    record(
      choice(['off', 'note', 'warning', 'error']),
      rules.map((rule) => rule.id),
    ),
    new Map(),
    'How rules are taken. Only findings of high confidence can be errors.',
  ),
});

/** The JSON Schema of `idwire.yaml`, draft 7, for editors. */
export const configurationSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Idwire configuration',
  description:
    '`idwire.yaml` at the root of a repository or in `.github`. Paths are relative to the working directory.',
  ...configurationShape.schema,
};
