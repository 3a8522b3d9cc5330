/** Repositories, refs and files. */

import type { Reply } from '../../github/loopback/exchange.ts';
import { type AzureDevOpsRoute, listReply, projectRoute, type RepositoryCall, repositoryRoute } from '../endpoint.ts';
import { identityOf } from '../model/identity.ts';
import { refusal } from '../refusals.ts';
import { repositoryAddress, repositoryView } from '../views.ts';

export const repositoryRoutes: readonly AzureDevOpsRoute[] = [
  projectRoute('GET', '/git/repositories', ({ project, state }) =>
    listReply(project.repositories.map((repository) => repositoryView(repository, state))),
  ),
  repositoryRoute('GET', '', ({ repository, state }) => ({ status: 200, body: repositoryView(repository, state) })),
  repositoryRoute('GET', '/refs', refs),
  repositoryRoute('GET', '/items', item),
];

/** `filter` is a prefix below `refs/`: `heads/main` also finds `refs/heads/main-2`. */
function refs({ repository, exchange, state }: RepositoryCall): Reply {
  const prefix = `refs/${exchange.query.get('filter') ?? ''}`;
  const part = exchange.query.get('filterContains') ?? '';
  const found = [...repository.git.refs].filter(([name]) => name.startsWith(prefix) && name.includes(part));
  const view = ([name, objectId]: readonly [string, string]) => ({
    name,
    objectId,
    creator: identityOf(repository.git.require(objectId).author),
    url: `${repositoryAddress(repository, state)}/refs?filter=${encodeURIComponent(name.slice('refs/'.length))}`,
  });
  return listReply(found.sort(([left], [right]) => (left < right ? -1 : 1)).map(view));
}

/** A file of a branch, tag or commit: as text, or as JSON with `$format=json` and `includeContent=true`. */
function item({ repository, exchange }: RepositoryCall): Reply {
  const { query } = exchange;
  const path = query.get('path') ?? query.get('scopePath') ?? '/';
  const version = query.get('versionDescriptor.version') ?? query.get('version') ?? repository.defaultBranch;
  const commit = repository.git.resolve(version);
  const content = commit?.tree.get(path.replace(/^\//, ''));
  if (commit === undefined || content === undefined) {
    const at = `at the version specified by '<Branch: ${version} >'`;
    const message = `TF401174: The item '${path}' could not be found in the repository '${repository.name}' ${at}.`;
    throw refusal(404, message, 'GitItemNotFoundException');
  }
  const text = Buffer.from(content).toString('utf8');
  if (query.get('$format') !== 'json' && !exchange.headers.accept?.includes('application/json')) {
    return { status: 200, headers: { 'content-type': 'text/plain' }, body: text };
  }
  const withContent = query.get('includeContent') === 'true' ? { content: text } : {};
  const body = { gitObjectType: 'blob', commitId: commit.sha, path: `/${path.replace(/^\//, '')}`, ...withContent };
  return { status: 200, body };
}
