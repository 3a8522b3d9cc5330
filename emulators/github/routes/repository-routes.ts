/** Repositories, branches, refs, commits and file contents. */

import type { Need } from '../access.ts';
import { type GitHubRoute, type RepositoryCall, repositoryRoute } from '../endpoint.ts';
import type { Commit } from '../git/git-store.ts';
import type { Reply } from '../loopback/exchange.ts';
import { notFound } from '../refusals.ts';
import { commitView, repositoryView } from '../views.ts';

const readContents: readonly Need[] = [['contents', 'read']];

export const repositoryRoutes: readonly GitHubRoute[] = [
  repositoryRoute('GET', '', [], ({ repository, state }) => ({
    status: 200,
    body: repositoryView(repository, state.url),
  })),
  repositoryRoute('GET', '/branches/{branch+}', readContents, branch),
  repositoryRoute('GET', '/git/ref/{ref+}', readContents, gitRef),
  repositoryRoute('GET', '/commits/{ref+}', readContents, commit),
  repositoryRoute('GET', '/contents/{path+}', readContents, contents),
];

function branch({ repository, parameters, state }: RepositoryCall): Reply {
  const name = parameters.branch ?? '';
  const tip = repository.git.branch(name);
  if (tip === undefined) throw notFound('Branch not found');
  const body = { name, commit: commitView(tip, repository, state.url), protected: name === repository.defaultBranch };
  return { status: 200, body };
}

/** `heads/main`, not `refs/heads/main`. */
function gitRef({ repository, parameters, state }: RepositoryCall): Reply {
  const ref = `refs/${parameters.ref ?? ''}`;
  const sha = repository.git.refs.get(ref);
  if (sha === undefined) throw notFound();
  const base = `${state.url}/repos/${repository.fullName}/git`;
  const object = { sha, type: 'commit', url: `${base}/commits/${sha}` };
  return { status: 200, body: { ref, node_id: `REF_${sha}`, url: `${base}/${ref}`, object } };
}

function commit({ repository, parameters, state }: RepositoryCall): Reply {
  const name = parameters.ref ?? '';
  const found = repository.git.resolve(name);
  if (found === undefined) throw notFound(`No commit found for SHA: ${name}`);
  return { status: 200, body: commitView(found, repository, state.url) };
}

/** A file, as JSON with base64 or, when `Accept` asks for raw, as it is. Folders are not listed. */
function contents({ repository, parameters, exchange, state }: RepositoryCall): Reply {
  const path = parameters.path ?? '';
  const ref = exchange.query.get('ref') ?? repository.defaultBranch;
  const at: Commit | undefined = repository.git.resolve(ref);
  if (at === undefined) throw notFound(`No commit found for the ref ${ref}`);
  const content = at.tree.get(path);
  if (content === undefined) throw notFound();
  const bytes = Buffer.from(content);
  if (exchange.headers.accept?.includes('raw')) return { status: 200, body: bytes.toString('utf8') };
  const encoded = bytes.toString('base64').replace(/.{60}/g, '$&\n');
  const body = {
    type: 'file',
    name: path.split('/').at(-1),
    path,
    size: bytes.length,
    encoding: 'base64',
    content: encoded,
    url: `${state.url}/repos/${repository.fullName}/contents/${path}?ref=${ref}`,
  };
  return { status: 200, body };
}
