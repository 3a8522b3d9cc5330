/** Judges the examples of live rules: their files and their estate are joined exactly as drift joins what it reads. */
import { loadConfiguration } from '../../src/app/configuration.ts';
import { unrenderedOver } from '../../src/app/planning-scope.ts';
import { pipelineWishes } from '../../src/federation/configured-pipelines.ts';
import { desiredCredentials } from '../../src/federation/desired.ts';
import { liveState } from '../../src/federation/live-state.ts';
import { load, readerOf } from '../../src/manifests/load.ts';
import { locate } from '../../src/manifests/locate.ts';
import type { Configuration } from '../../src/model/configuration.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type ManagedIdentity, normalResource } from '../../src/model/identity.ts';
import type { LiveState, Observed } from '../../src/model/live.ts';
import { judge, judgeLive } from '../../src/rules/engine.ts';
import { rules } from '../../src/rules/index.ts';
import {
  type EstateIdentity,
  exampleAudience,
  exampleClusterId,
  exampleIdentityId,
  type LiveEstate,
} from '../../src/rules/live-estate.ts';
import { memoryFiles } from './memory-files.ts';

/** The findings that nobody silenced, of static and live rules. A rule that throws is thrown on. */
export async function liveFindings(
  contents: Readonly<Record<string, string>>,
  estate: LiveEstate,
  exhaustive = false,
): Promise<readonly Finding[]> {
  const files = memoryFiles(contents);
  const configuration = await loadConfiguration(files, undefined);
  if (!configuration) throw new Error('the example has no idwire.yaml');
  const { repository, sources } = await load(files, { paths: ['.'], ignore: [], exhaustive, configuration });
  const found = judge(repository, rules, { sources });
  const clusters = estate.clusters.map(({ name, issuer }) => ({ name, environment: undefined, issuer, blocked: null }));
  const { wishes } = desiredCredentials({
    repository,
    clusters,
    audience: exampleAudience,
    read: readerOf(configuration.substitutions),
    findings: found.findings,
    unrenderedOver: unrenderedOver(files),
  });
  const identities = estate.identities.map(managedIdentity);
  const state = liveState({
    repository,
    configuration,
    wishes: [...wishes, ...pipelineWishes(configuration, identities, exampleAudience)],
    observed: observedOf(estate, configuration, identities),
    complete: true,
    isNew: (at) => {
      const { file, line } = locate(at);
      return estate.newLines?.includes(`${file}:${line}`) ?? false;
    },
  });
  const live = judgeLive(withProofs(state, estate), rules, { sources });
  for (const bug of [...found.bugs, ...live.bugs]) throw bug;
  return [...found.findings, ...live.findings].filter(({ suppressed }) => !suppressed);
}

function managedIdentity({ name, clientId, principalId, tenantId }: EstateIdentity): ManagedIdentity {
  const id = exampleIdentityId(name);
  return { kind: 'managed-identity', id, clientId, principalId, tenantId, location: 'westeurope' };
}

function observedOf(
  estate: LiveEstate,
  configuration: Configuration,
  identities: readonly ManagedIdentity[],
): Observed {
  const { clusters, connections = [] } = estate;
  const each = <Value>(partOf: (cluster: LiveEstate['clusters'][number]) => Value | undefined) =>
    new Map(
      clusters.flatMap((cluster) => {
        const value = partOf(cluster);
        return value === undefined ? [] : [[cluster.name, value] as const];
      }),
    );
  return {
    managed: each(
      ({ name, issuer, properties }) =>
        properties && { id: exampleClusterId, name, location: 'westeurope', issuer, properties },
    ),
    contents: each(({ contents }) => contents),
    supportedVersions: each(({ supportedVersions }) => supportedVersions),
    identities,
    nobody: new Set(estate.nobody?.map((id) => id.toLowerCase())),
    objects: estate.objects ?? [],
    credentials: new Map(
      estate.identities.map(({ name, credentials }) => [normalResource(exampleIdentityId(name)), credentials]),
    ),
    roles: new Map(estate.identities.flatMap(({ principalId, roles }) => (roles ? [[principalId, roles]] : []))),
    connections: connections.flatMap(({ name, recorded }) =>
      configuration.pipelines.flatMap((pipeline) => {
        if (pipeline.kind !== 'azure-pipelines' || pipeline.serviceConnection.value !== name) return [];
        const wanted = { issuer: pipeline.issuer?.value, subject: pipeline.subject?.value };
        return [{ name, at: pipeline.serviceConnection.at, recorded, wanted }];
      }),
    ),
    proofs: [],
  };
}

function withProofs(state: LiveState, { proofs = [] }: LiveEstate): LiveState {
  return {
    ...state,
    proofs: proofs.flatMap(({ subject, token, evidence }) => {
      const wire = state.wires.find((one) => one.subject === subject);
      if (!wire) throw new Error(`the example proves ${subject}, which no account wires`);
      const outcome = evidence === '' ? { accepted: true as const } : { accepted: false as const, evidence };
      const { at, clientId, target } = wire;
      return [{ at, who: subject, clientId, claims: token, outcome, recorded: target?.credentials }];
    }),
  };
}
