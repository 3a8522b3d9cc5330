/** Serves the federated identity credentials of app registrations: list, get, create, change, upsert and delete. */

import { randomUUID } from 'node:crypto';
import { maximumCredentials } from '../arm/credentials.ts';
import type { Reply } from '../exchange.ts';
import type { Application, FederatedCredential } from '../resources.ts';
import { graphRefusal, invalidCredential, notFound } from './graph-error.ts';
import {
  collection,
  equalityFilter,
  findApplication,
  type GraphOperation,
  type GraphRequest,
} from './graph-operation.ts';
import { checkCredential, readChanges } from './read-application-credential.ts';

export const list: GraphOperation = {
  access: 'read',
  serve: (request) => {
    const application = findApplication(request);
    const chosen = equalityFilter(request.exchange, ['name', 'issuer', 'subject', 'id']);
    const all = [...application.credentials.values()];
    // Expressions exist on beta only; a v1.0 list with one in it was reported to break off (azure-workload-identity#373).
    const readable = all.filter(({ subject }) => request.version === 'beta' || subject !== null);
    const shown = readable.map((credential) => show(credential, request)).filter(chosen);
    const reply = collection(
      request,
      shown,
      ({ name }) => name.toLowerCase(),
      (credential) => credential,
    );
    const breaks = readable.length < all.length && request.context.settings.flexibleOnGraphV1 === 'broken';
    return breaks ? { ...reply, breakOffAt: 0.8 } : reply;
  },
};

export const get: GraphOperation = {
  access: 'read',
  serve: (request) => {
    const credential = find(findApplication(request), request);
    if (!credential) throw notFound(keyOf(request));
    return { status: 200, body: show(credential, request) };
  },
};

export const create: GraphOperation = {
  access: 'write',
  serve: (request) => {
    const application = findApplication(request);
    const changes = readChanges(request);
    const { name } = changes;
    if (name === undefined) throw invalidCredential('The name of a federated identity credential is required.');
    if (application.credentials.has(name.toLowerCase())) {
      const message = `FederatedIdentityCredential with name ${name} already exists.`;
      throw graphRefusal(409, 'Request_MultipleObjectsWithSameKeyValue', message);
    }
    return added(application, { ...blank(name), ...changes }, request);
  },
};

export const update: GraphOperation = {
  access: 'write',
  serve: (request) => {
    const application = findApplication(request);
    const changes = readChanges(request);
    const existing = find(application, request);
    if (!existing) {
      // Only the alternate key `(name='…')` names a credential that does not exist yet.
      const { name } = request.params;
      if (name === undefined || !prefersCreation(request)) throw notFound(keyOf(request));
      return added(application, { ...blank(name), ...changes, name }, request);
    }
    if (changes.name !== undefined && changes.name !== existing.name) {
      throw invalidCredential('The name of a federated identity credential cannot be changed.');
    }
    const changed = { ...existing, ...changes, writtenAt: Date.now() };
    checkCredential(application, changed, existing);
    application.credentials.set(existing.name.toLowerCase(), changed);
    return { status: 204 };
  },
};

export const remove: GraphOperation = {
  access: 'write',
  serve: (request) => {
    const application = findApplication(request);
    const existing = find(application, request);
    if (!existing) throw notFound(keyOf(request));
    application.credentials.delete(existing.name.toLowerCase());
    return { status: 204 };
  },
};

function added(application: Application, credential: FederatedCredential, request: GraphRequest): Reply {
  checkCredential(application, credential, null);
  if (application.credentials.size >= maximumCredentials) {
    // No source shows the body of this answer: code and text are a guess.
    const message = `At most ${maximumCredentials} federated identity credentials can be added to an application.`;
    throw graphRefusal(400, 'Request_BadRequest', message);
  }
  application.credentials.set(credential.name.toLowerCase(), credential);
  return { status: 201, body: show(credential, request) };
}

function blank(name: string): FederatedCredential {
  return {
    id: randomUUID(),
    name,
    issuer: '',
    subject: null,
    audiences: [],
    description: null,
    claimsMatchingExpression: null,
    writtenAt: Date.now(),
  };
}

function find(application: Application, request: GraphRequest): FederatedCredential | undefined {
  const wanted = keyOf(request).toLowerCase();
  const byId = [...application.credentials.values()].find(({ id }) => id === wanted);
  return byId ?? application.credentials.get(wanted);
}

function keyOf({ params }: GraphRequest): string {
  return params.name ?? params.credential ?? '';
}

function prefersCreation({ exchange }: GraphRequest): boolean {
  return [exchange.headers.prefer ?? ''].flat().some((preference) => preference.includes('create-if-missing'));
}

function show(credential: FederatedCredential, { version }: GraphRequest) {
  const { id, name, issuer, subject, description, audiences, claimsMatchingExpression } = credential;
  const common = { id, name, issuer, subject, description, audiences };
  return version === 'beta' ? { ...common, claimsMatchingExpression } : common;
}
