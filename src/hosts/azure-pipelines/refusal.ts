/** Why Azure DevOps did not do what was asked, and what a person can do about it. */
import { RestRefusal } from './rest.ts';

/** Both texts are sentences. */
export function whyRefused(thrown: unknown): { readonly why: string; readonly remedy: string } {
  if (!(thrown instanceof RestRefusal)) {
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    return {
      why: `Azure DevOps was not reached, or its answer not understood: ${said}.`,
      remedy: 'The next run tries again.',
    };
  }
  const { status, problem } = thrown;
  const why = `Azure DevOps answered ${status}${problem ? ` (${problem})` : ''}.`;
  if (status === 401 || status === 403 || status === 404) {
    return { why, remedy: /TF401027/.test(problem) ? contribute : `${contribute} ${reach}` };
  }
  if (status === 429) return { why, remedy: 'That is a rate limit: the next run catches up.' };
  return { why, remedy: 'The next run tries again.' };
}

/** The account is named in the answer by its GUID, and in the settings like this (learn.microsoft.com, access tokens). */
const contribute =
  'In Project settings > Repositories > Security, allow "Contribute to pull requests" for "<project> Build Service (<organization>)", or for "Project Collection Build Service (<organization>)" where jobs are not limited to their project.';
const reach = 'Let the job reach the repository too, with a checkout step that names it.';
