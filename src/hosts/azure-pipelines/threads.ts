/** Remarks on a pull request of Azure Repos, as comment threads whose status says whether they are settled. */
import type { CodeHost, PresentRemark, Remark, RemarkPlace } from '../../ports/code-host.ts';
import { readMark } from '../remarks.ts';
import type { ReviewedIteration } from './iteration.ts';
import { type Rest, RestRefusal } from './rest.ts';

interface Thread {
  readonly id: number;
  readonly isDeleted?: boolean;
  readonly comments?: readonly { readonly id: number; readonly content?: string; readonly isDeleted?: boolean }[];
  readonly properties?: Readonly<Record<string, unknown>> | null;
}

/** As the API numbers them (azure-devops-node-api GitInterfaces: CommentThreadStatus, CommentType). */
const status = { active: 1, fixed: 2 };
const textComment = 1;

/** Free properties of a thread: what remains when somebody edits the text. */
const scopeProperty = 'Idwire.Scope';
const idProperty = 'Idwire.Id';

export function pullRequestThreads(rest: Rest, scope: string, iteration: ReviewedIteration): CodeHost {
  return {
    async remarks() {
      const { value } = await rest.send<{ value: readonly Thread[] }>('GET', '/threads');
      return value.flatMap((thread) => presentRemark(scope, thread) ?? []);
    },
    async post(remarks) {
      const refused: Remark[] = [];
      for (const remark of remarks) {
        try {
          await rest.send('POST', '/threads', newThread(scope, remark, iteration));
        } catch (thrown) {
          if (!(thrown instanceof RestRefusal) || thrown.status !== 400) throw thrown;
          refused.push(remark);
        }
      }
      return refused;
    },
    async change({ handle, settled: was }, { text, settled }) {
      const [thread, comment] = handle.split('/');
      await rest.send('PATCH', `/threads/${thread}/comments/${comment}`, { content: text });
      // A status that a person chose stays: it only changes when the fault goes or comes back.
      if (settled !== was)
        await rest.send('PATCH', `/threads/${thread}`, { status: settled ? status.fixed : status.active });
    },
  };
}

/** Ours by its mark, or by its properties when somebody took the mark away. */
function presentRemark(scope: string, { id, isDeleted, comments = [], properties }: Thread): PresentRemark | undefined {
  const [first] = comments;
  if (isDeleted || !first || first.isDeleted) return undefined;
  const text = first.content ?? '';
  const mark = readMark(scope, text) ?? propertyMark(scope, properties);
  return mark && { ...mark, handle: `${id}/${first.id}`, text, outdated: false };
}

function propertyMark(scope: string, properties: Thread['properties']) {
  const of = (name: string) => {
    const given = properties?.[name] as { $value?: unknown } | string | undefined;
    return typeof given === 'object' ? given.$value : given;
  };
  const id = of(idProperty);
  return of(scopeProperty) === scope && typeof id === 'string' ? { id, settled: false } : undefined;
}

/** Both sides of the comparison are the judged iteration: the change as a whole, not since the last push. */
function newThread(scope: string, { id, text, place }: Remark, iteration: ReviewedIteration) {
  return {
    comments: [{ parentCommentId: 0, content: text, commentType: textComment }],
    status: status.active,
    properties: { [scopeProperty]: scope, [idProperty]: id },
    ...(place && placed(place, iteration)),
  };
}

/** Lines and offsets count from 1, and the end is exclusive; the path starts with a slash. */
function placed(
  { file, line, column = 1, endLine, endColumn = column }: RemarkPlace,
  { id, files }: ReviewedIteration,
) {
  const changeTrackingId = files.get(file);
  return {
    threadContext: {
      filePath: `/${file}`,
      rightFileStart: { line, offset: column },
      rightFileEnd: { line: endLine, offset: endColumn },
    },
    pullRequestThreadContext: {
      iterationContext: { firstComparingIteration: id, secondComparingIteration: id },
      ...(changeTrackingId !== undefined && { changeTrackingId }),
    },
  };
}
