/** Tells from the reason of an Azure Pipelines run whether it may write: merges, schedules and people, nothing else. */
import type { RunEvent } from '../../ports/run-place.ts';
import type { AzurePipelinesContext } from './context.ts';

/** `Build.Reason` (MicrosoftDocs/azure-devops-docs build/variables.md). */
const events: Readonly<Record<string, RunEvent>> = {
  IndividualCI: 'push',
  BatchedCI: 'push',
  Schedule: 'schedule',
  Manual: 'manual',
  PullRequest: 'pull-request',
};

/** A manual run of a pull request's branch carries the reason `Manual`, and its ref tells what it is. */
export function azurePipelinesEvent({
  reason,
  ref,
  pullRequest,
}: Pick<AzurePipelinesContext, 'reason' | 'ref' | 'pullRequest'>) {
  const event = Object.hasOwn(events, reason) ? (events[reason] as RunEvent) : 'other';
  const reviewed = pullRequest !== undefined || ref.startsWith('refs/pull/');
  return {
    event: reviewed ? ('pull-request' as const) : event,
    eventName: reason,
    branch: /^refs\/heads\/(.+)$/.exec(ref)?.[1],
  };
}
