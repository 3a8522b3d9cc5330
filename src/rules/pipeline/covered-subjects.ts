/** Which subjects of a sign-in no declared credential covers, and how the nearest one misses. */
import { literalOf, literalText } from '../../model/partial-text.ts';
import type { PipelineLogin, PipelineSubject } from '../../model/pipeline.ts';
import { certainText, type GitHubCredential, mayBe, mendedSubject } from './declared-subjects.ts';

/** What is certainly presented and covered by nothing; where conditions may choose, only if nothing at all is covered. */
export function uncoveredSubjects(
  { subjects }: PipelineLogin,
  possible: readonly GitHubCredential[],
): readonly PipelineSubject[] {
  const judged = subjects.filter(({ kind }) => kind !== 'merge-queue');
  const uncovered = judged.filter((subject) => !possible.some((item) => covers(item, subject)));
  return uncovered.length === subjects.length ? uncovered : uncovered.filter(({ certain }) => certain);
}

/** A form that no token has is told where it stands; the job it was meant for is not at fault as well. */
function covers({ subject }: GitHubCredential, { text, immutable }: PipelineSubject): boolean {
  const written = certainText(subject);
  const declared = written === undefined ? subject : { ...subject, text: literalText(mendedSubject(written)) };
  return mayBe(declared, text) || (immutable !== undefined && mayBe(declared, immutable));
}

/** The declared credential that comes nearest, and how it misses. */
export function nearestCredential(
  subject: PipelineSubject,
  own: readonly GitHubCredential[],
): readonly [GitHubCredential, string] {
  const [any] = own as [GitHubCredential];
  const texts = [subject.text, subject.immutable].map((text) => (text && literalOf(text))?.toLowerCase());
  const inCase = own.find((item) => {
    const context = literalOf(subject.context)?.toLowerCase();
    return texts.includes(certainText(item.subject)?.toLowerCase()) || item.context?.toLowerCase() === context;
  });
  if (inCase) return [inCase, ': they differ in letter case, which counts'];
  const environment = own.find(({ context }) => context?.startsWith('environment:'));
  if (subject.kind !== 'environment' && environment) {
    return [environment, `: they name ${environment.context}, and this job has no environment`];
  }
  const branch = own.find(({ context }) => context?.startsWith('ref:') || context === 'pull_request');
  if (subject.kind === 'environment' && branch && !environment) {
    return [branch, `: they name ${branch.context}, and a job with an environment presents the environment instead`];
  }
  return [any, ''];
}
