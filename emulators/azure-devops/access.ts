/** Access tokens of builds and people, and what they may do. */

import { randomBytes } from 'node:crypto';
import type { Exchange } from '../github/loopback/exchange.ts';
import { Refusal } from '../github/loopback/exchange.ts';
import type { Identity } from './model/identity.ts';
import type { Project } from './model/project.ts';

/** Rights of an identity that are not there by default. */
export interface Rights {
  /** "Contribute to pull requests" of the repository: threads, comments and statuses. */
  readonly contributeToPullRequests: boolean;
  /** Reader of the service connections; without it they look absent. */
  readonly readServiceConnections: boolean;
}

/** What a build service account starts with: it may read the repositories of its project. */
export const defaultRights: Rights = { contributeToPullRequests: false, readServiceConnections: false };

export interface Access {
  readonly token: string;
  readonly identity: Identity;
  /** The project it is limited to; all of them when absent. */
  readonly project: Project | undefined;
  readonly rights: Rights;
}

export class AccessStore {
  readonly #granted = new Map<string, Access>();

  issue(identity: Identity, project: Project | undefined, rights: Rights): Access {
    const access: Access = { token: randomBytes(26).toString('hex'), identity, project, rights };
    this.#granted.set(access.token, access);
    return access;
  }

  revoke(access: Access): void {
    this.#granted.delete(access.token);
  }

  /**
   * The sender of a request, by bearer token or as the password of basic authentication. Without a valid token the
   * service redirects to its sign-in page, unless the client asks it not to.
   */
  identify(exchange: Exchange, url: string): Access {
    const authorization = exchange.headers.authorization ?? '';
    const bearer = /^bearer (.+)$/i.exec(authorization)?.[1];
    const basic = /^basic (.+)$/i.exec(authorization)?.[1];
    const password = basic === undefined ? undefined : Buffer.from(basic, 'base64').toString('utf8').split(':')[1];
    const access = this.#granted.get(bearer ?? password ?? '');
    if (access !== undefined) return access;
    const suppressed = exchange.headers['x-tfs-fedauthredirect']?.toString().toLowerCase() === 'suppress';
    throw new Refusal(suppressed || basic !== undefined ? unauthorized() : signInRedirect(url, exchange.path));
  }
}

function unauthorized() {
  return { status: 401, headers: { 'www-authenticate': 'Bearer, Basic realm="loopback"' }, body: '' };
}

/** The page it leads to answers 203 with HTML; a client that follows gets no error status at all. */
function signInRedirect(url: string, path: string) {
  const location = `${url}/_signin?realm=dev.azure.com&reply_to=${encodeURIComponent(path)}`;
  const body = `<html><head><title>Object moved</title></head><body><a href="${location}">here</a></body></html>`;
  return { status: 302, headers: { location, 'content-type': 'text/html; charset=utf-8' }, body };
}
