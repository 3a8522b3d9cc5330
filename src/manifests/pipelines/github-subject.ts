/** The subject of a GitHub job's token: its environment, else its event, else its ref. */
import { literalOf, literalText, type PartialText, unknownText, writtenText } from '../../model/partial-text.ts';
import type { PipelineSubject, SubjectKind } from '../../model/pipeline.ts';
import { githubText } from './github-bindings.ts';
import type { Start } from './github-events.ts';

/**
 * The subjects of a job that starts so, in each of its environments (an empty name is no environment). First match
 * wins: environment, pull request, ref (github/docs, content/actions/reference/security/oidc.md).
 */
export function subjectsOf(
  starts: readonly Start[],
  environments: readonly PartialText[],
  repository: string | undefined,
): readonly PipelineSubject[] {
  const subjects = starts.flatMap((start) =>
    environments.map((environment) => {
      const named = literalOf(environment) !== '';
      const [kind, context] = named ? environmentContext(environment) : startContext(start);
      const { text, immutable } = bothForms(repository, context);
      return { kind, event: start.event, context, text, immutable, certain: start.certain, fork: start.fork };
    }),
  );
  return merged(subjects);
}

/** What one way in which a job starts makes certain, or open to forks, is so for the subject. */
function merged(subjects: readonly PipelineSubject[]): readonly PipelineSubject[] {
  const byText = new Map<string, PipelineSubject>();
  for (const subject of subjects) {
    const key = `${subject.event} ${writtenText(subject.text)}`;
    const known = byText.get(key) ?? subject;
    byText.set(key, {
      ...subject,
      certain: subject.certain || known.certain,
      fork: subject.fork || known.fork,
    });
  }
  return [...byText.values()];
}

type Context = readonly [SubjectKind, PartialText];

/** A colon inside a value is written `%3A`. */
function environmentContext({ pieces, symbols }: PartialText): Context {
  const [first = '', ...rest] = pieces.map((piece) => piece.replaceAll(':', '%3A'));
  return ['environment', { pieces: [`environment:${first}`, ...rest], symbols }];
}

function startContext({ event, ref }: Start): Context {
  if (event === 'pull_request') return ['pull_request', literalText('pull_request')];
  if (event.startsWith('pull_request')) return ['unknown', unknownText('subject')];
  const [first = '', ...rest] = ref.pieces;
  const context = { pieces: [`ref:${first.replaceAll(':', '%3A')}`, ...rest], symbols: ref.symbols };
  return [event === 'merge_group' ? 'merge-queue' : 'ref', context];
}

/** The name form, and the one with the numbers of owner and repository, which no file of a repository holds. */
function bothForms(
  repository: string | undefined,
  context: PartialText,
): { readonly text: PartialText; readonly immutable: PartialText } {
  const [owner, name] = repository?.split('/') ?? [];
  if (owner === undefined || name === undefined) {
    const either = joined(githubText(`repo:\${{ github.repository }}:`), context);
    return { text: either, immutable: either };
  }
  const numbers = githubText(`repo:${owner}@\${{ github.repository_owner_id }}/${name}@\${{ github.repository_id }}:`);
  return { text: joined(literalText(`repo:${owner}/${name}:`), context), immutable: joined(numbers, context) };
}

function joined(a: PartialText, b: PartialText): PartialText {
  const middle = `${a.pieces.at(-1)}${b.pieces[0]}`;
  return {
    pieces: [...a.pieces.slice(0, -1), middle, ...b.pieces.slice(1)],
    symbols: [...a.symbols, ...b.symbols],
  };
}
