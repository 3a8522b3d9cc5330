/** Who a bearer token stands for: a registered user or a ServiceAccount of the cluster; and whom it may act as. */
import type { IncomingHttpHeaders } from 'node:http';
import type { AccessRule, Authorizer, Subject } from './authorization.ts';
import type { Cluster } from './cluster.ts';
import { kindNamed } from './kinds.ts';
import type { ServiceAccountIssuer } from './service-account-issuer.ts';
import { unauthorized } from './status.ts';

/** A registered user. Every user is also in the group `system:authenticated`. */
export interface EmulatedUser {
  /** As RBAC names it; on AKS with Entra the object id or the user principal name. */
  readonly name: string;
  /** Other groups; `system:masters` may do everything. */
  readonly groups?: readonly string[];
  /** Rules of its own, besides those of roles that are bound to it in the cluster. */
  readonly rules?: readonly AccessRule[];
}

const authenticated = 'system:authenticated';

/** Who sends requests without a token over plain http, as on the insecure port that kube-apiserver once had. */
const unsecured: Subject = { name: 'system:unsecured', groups: ['system:masters', authenticated], rules: [] };

/** Authenticates requests. Over TLS a request without a token is refused, as AKS refuses it. */
export class Authenticator {
  readonly #users = new Map<string, Subject>();
  readonly #cluster: Cluster;
  readonly #issuer: ServiceAccountIssuer;

  constructor(cluster: Cluster, issuer: ServiceAccountIssuer) {
    this.#cluster = cluster;
    this.#issuer = issuer;
  }

  register(token: string, user: EmulatedUser): void {
    const groups = [...(user.groups ?? []), authenticated];
    this.#users.set(token, { name: user.name, groups, rules: user.rules ?? [] });
  }

  /** Makes a token unknown, as an expired or revoked credential is. */
  revoke(token: string): void {
    this.#users.delete(token);
  }

  /** @throws ApiError 401 for a unknown or expired token, and over TLS for a missing one. */
  async authenticate(headers: IncomingHttpHeaders, secure: boolean): Promise<Subject> {
    if (!secure && headers.authorization === undefined) return unsecured;
    const token = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
    const subject = token && (this.#users.get(token) ?? (await this.#serviceAccount(token)));
    if (!subject) throw unauthorized();
    return subject;
  }

  /** The ServiceAccount of a token for the API server; an account that was deleted or made anew is no longer it. */
  async #serviceAccount(token: string): Promise<Subject | undefined> {
    const claims = await this.#issuer.verify(token, this.#issuer.issuer);
    const [, , namespace, name] = claims?.sub?.split(':') ?? [];
    if (!claims || !namespace || !name) return undefined;
    const account = this.#cluster.store.find(kindNamed('ServiceAccount'), namespace, name);
    const bound = claims['kubernetes.io'] as { serviceaccount?: { uid?: string } } | undefined;
    if (!account || account.metadata.uid !== bound?.serviceaccount?.uid) return undefined;
    const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, authenticated];
    return { name: `system:serviceaccount:${namespace}:${name}`, groups, rules: [] };
  }

  /** The subject that a request acts as (`kubectl --as`). @throws ApiError 403 without the `impersonate` verb. */
  impersonate(authorizer: Authorizer, subject: Subject, headers: IncomingHttpHeaders): Subject {
    const name = headers['impersonate-user'];
    if (typeof name !== 'string') return subject;
    const [, , namespace = '', account = ''] = name.startsWith('system:serviceaccount:') ? name.split(':') : [];
    const resource = account ? 'serviceaccounts' : 'users';
    authorizer.authorize(subject, {
      verb: 'impersonate',
      group: '',
      resource,
      subresource: '',
      namespace,
      name: account || name,
    });
    const given = headers['impersonate-group'];
    const asked = (typeof given === 'string' ? given.split(',') : []).map((group) => group.trim());
    const implied = account ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`] : [];
    // A real server knows no groups of a user it impersonates; rules given to a registered user hold by name.
    const registered = [...this.#users.values()].find((user) => user.name === name);
    return { name, groups: [...asked, ...implied, authenticated], rules: registered?.rules ?? [] };
  }
}
