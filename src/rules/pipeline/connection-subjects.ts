/** Compares the service connections of Azure pipelines with the subjects that are declared for Azure DevOps' own issuer. */
import type { DeclaredValue } from '../../model/federation.ts';
import { literalOf } from '../../model/partial-text.ts';
import type { PipelineLogin } from '../../model/pipeline.ts';
import type { Repository } from '../../model/world.ts';
import { editDistance } from '../near-miss.ts';
import type { Observation } from '../rule.ts';
import { certainText } from './declared-subjects.ts';

interface DeclaredConnection {
  readonly name: string;
  readonly subject: DeclaredValue;
}

/**
 * Near misses only: a connection without any likeness may have a secret, the newer Entra subject, which holds no name,
 * or a credential that is declared elsewhere.
 */
export function* connectionObservations({ credentials, pipelines }: Repository): Iterable<Observation> {
  const declared = credentials.flatMap(({ subject }): readonly DeclaredConnection[] => {
    const name = subject && /^sc:\/\/[^/]+\/[^/]+\/(.+)$/s.exec(certainText(subject) ?? '')?.[1];
    return subject && name ? [{ name, subject }] : [];
  });
  if (declared.length === 0) return;
  const used = pipelines.flatMap(({ jobs }) => jobs.flatMap(({ logins }) => logins)).flatMap(namedConnection);
  const unused = declared.filter(({ name }) => !used.some((item) => item.name === name));
  for (const { name, login } of used) {
    if (declared.some((item) => item.name === name)) continue;
    const near = unused.find((item) => isNear(item.name, name));
    if (!near) continue;
    yield {
      at: login.at,
      message: `The service connection "${name}" is not covered by the declared credentials; one is declared for "${near.name}", and every character counts.`,
      confidence: 'medium',
      related: [{ at: near.subject.at, note: `declared: ${certainText(near.subject)}` }],
    };
  }
}

function namedConnection(login: PipelineLogin): readonly { name: string; login: PipelineLogin }[] {
  const name = login.connection && literalOf(login.connection);
  return name ? [{ name, login }] : [];
}

/** Names that differ in a digit are meant to: `prod1` and `prod2`. */
function isNear(a: string, b: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');
  if (plain(a) === plain(b)) return true;
  const digits = (name: string) => name.replace(/\D/g, '');
  return a.length > 4 && digits(a) === digits(b) && editDistance(a, b, 1) === 1;
}
