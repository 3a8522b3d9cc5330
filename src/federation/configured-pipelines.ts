/** Reads from the configuration which credentials its pipelines need, as far as it says so in full. */
import type { Configuration, ConfiguredIdentity } from '../model/configuration.ts';
import type { Identity } from '../model/identity.ts';
import { covers } from './observe.ts';
import type { Wish } from './wish.ts';

/** GitHub's issuer has no slash at the end (GitHub documentation, OpenID Connect reference). */
const gitHubIssuer = 'https://token.actions.githubusercontent.com';

/**
 * One wish for each subject of a repository that is named, and for each connection whose issuer and subject are. A GitHub
 * subject is not proven: an organization may have changed the form of it.
 */
export function pipelineWishes(
  configuration: Configuration,
  identities: readonly Identity[],
  audience: string,
): readonly Wish[] {
  return configuration.pipelines.flatMap((pipeline): readonly Wish[] => {
    const entry = configuration.identities.find(({ name }) => name?.value === pipeline.identity.value);
    const clientId = entry && clientIdOf(entry, identities);
    if (clientId === undefined) return [];
    const common = { identity: { clientId }, audience, blocked: null, leftTo: undefined };
    if (pipeline.kind === 'azure-pipelines') {
      const { issuer, subject } = pipeline;
      if (!issuer || !subject) return [];
      return [{ ...common, issuer: issuer.value, subject: subject.value, origin: subject.at, proven: true }];
    }
    const { repository, issuer = { value: gitHubIssuer } } = pipeline;
    if (!repository) return [];
    return pipeline.subjects.map(({ value, at }) => ({
      ...common,
      issuer: issuer.value,
      subject: `repo:${repository.value}:${value}`,
      origin: at,
      proven: false,
    }));
  });
}

function clientIdOf(entry: ConfiguredIdentity, identities: readonly Identity[]): string | undefined {
  if (entry.kind === 'application') return entry.application.value;
  if (entry.kind === 'resource-group') return undefined;
  return entry.clientId?.value ?? identities.find((identity) => covers(entry, identity))?.clientId;
}
