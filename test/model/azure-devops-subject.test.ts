/** Whether Entra's subjects of service connections are computed and checked as Azure DevOps makes them. */
import { describe, expect, test } from 'vitest';
import { Project } from '../../emulators/azure-devops/model/project.ts';
import { ServiceConnection } from '../../emulators/azure-devops/model/service-connection.ts';
import {
  describeMismatch,
  guidText,
  isRetiringIssuer,
  type ServiceEndpoint,
  successorOf,
} from '../../src/model/azure-devops-subject.ts';

const tenantId = '11111111-2222-3333-4444-555555555555';
const organization = { name: 'contoso', id: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee' };
const registry = { nextId: () => 1, now: () => 0, timestamp: () => '2026-01-01T00:00:00Z' };

function connectionOf(issuedBy: 'azure-devops' | 'entra'): ServiceConnection {
  const project = new Project(registry, organization, { name: 'shop' });
  return new ServiceConnection(project, {
    name: 'prod',
    tenantId,
    clientId: tenantId,
    subscriptionId: tenantId,
    issuedBy,
  });
}

function endpointOf({ id, name, issuer, subject }: ServiceConnection, cloud = 'AzureCloud'): ServiceEndpoint {
  return { id, name, issuer, subject, tenantId, clientId: tenantId, cloud };
}

test('the application of Azure DevOps in .NET byte order', () => {
  // The text that stands in published subjects of Entra.
  expect(guidText('499b84ac-1321-427f-aa17-267ca6975798')).toBe('rISbSSETf0KqFyZ8ppdXmA');
});

describe('the successor of a connection that Azure DevOps issues tokens for', () => {
  test('is what the connection says once it is converted', () => {
    const { issuer, subject } = connectionOf('entra');
    expect(successorOf(endpointOf(connectionOf('azure-devops')))).toEqual({ issuer, subject });
  });

  test('is none after conversion, and none outside the public cloud', () => {
    expect(successorOf(endpointOf(connectionOf('entra')))).toBeUndefined();
    expect(successorOf(endpointOf(connectionOf('azure-devops'), 'AzureUSGovernment'))).toBeUndefined();
  });

  test('the older host of the issuer retires too', () => {
    expect(isRetiringIssuer(`https://app.vstoken.visualstudio.com/${organization.id}`)).toBe(true);
    expect(isRetiringIssuer(`https://login.microsoftonline.com/${tenantId}/v2.0`)).toBe(false);
  });
});

describe('an issuer and a subject that do not belong together', () => {
  const { issuer, subject } = connectionOf('entra');
  test.each([
    [{ issuer, subject }, null],
    [connectionOf('azure-devops'), null],
    [{ issuer, subject: 'sc://contoso/shop/prod' }, /the subject is not \/eid1/],
    [{ issuer: issuer.replace('1111', '9111'), subject }, /another tenant/],
    [{ issuer, subject: subject.replace('rISb', 'AAAA') }, /another application/],
    [{ issuer: connectionOf('azure-devops').issuer, subject }, /the issuer is Azure DevOps/],
  ])('%#', (trust, expected) => {
    const said = describeMismatch(trust);
    if (expected === null) expect(said).toBeNull();
    else expect(said).toMatch(expected);
  });
});
