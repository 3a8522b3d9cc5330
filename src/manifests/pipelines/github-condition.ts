/** Narrows the ways in which a job can start by its conditions; what cannot be decided stays, as uncertain. */
import { type Comparison, compareTexts, literalText, type PartialText } from '../../model/partial-text.ts';
import type { Start } from './github-events.ts';
import { type Expression, parseCondition } from './github-expression.ts';

/** The starts under which the text of an `if` can hold. Strings compare without case (github/docs, expressions.md). */
export function narrowBy(condition: string | undefined, starts: readonly Start[]): readonly Start[] {
  if (condition === undefined || condition.trim() === '') return starts;
  const expression = parseCondition(condition);
  return distinct(starts.flatMap((start) => (expression ? narrow(expression, start, true) : doubtful(start))));
}

/** Whether a condition lets a job run although a job it needs was skipped. */
export function runsRegardless(condition: string | undefined): boolean {
  return condition !== undefined && /\b(?:always|failure|cancelled)\s*\(/i.test(condition);
}

function doubtful(start: Start): readonly Start[] {
  return [{ ...start, certain: false }];
}

function distinct(starts: readonly Start[]): readonly Start[] {
  return [...new Map(starts.map((start) => [JSON.stringify(start), start])).values()];
}

/** The start, refined, when the expression can be `wanted` under it. */
function narrow(expression: Expression, start: Start, wanted: boolean): readonly Start[] {
  switch (expression.kind) {
    case 'literal':
      return !/^(?:false|null|0|)$/.test(expression.text) === wanted ? [start] : [];
    case 'not':
      return narrow(expression.of, start, !wanted);
    case 'path':
      return isOrigin(expression.path)
        ? fromFork(start, wanted, !wanted)
        : ofPullRequest(expression.path, start, wanted);
    case 'call':
      return narrowCall(expression.name, expression.parameters, start, wanted);
    case 'binary':
      return narrowBinary(expression, start, wanted);
  }
}

function narrowBinary(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  start: Start,
  wanted: boolean,
): readonly Start[] {
  if (operator === '&&' || operator === '||') {
    const both = (operator === '&&') === wanted;
    const first = narrow(left, start, wanted);
    return both
      ? first.flatMap((item) => narrow(right, item, wanted))
      : distinct([...first, ...narrow(right, start, wanted)]);
  }
  if (operator !== '==' && operator !== '!=') return doubtful(start);
  const equal = (operator === '==') === wanted;
  if (right.kind === 'path' && left.kind === 'literal') return narrowEqual(right, left, start, equal);
  return narrowEqual(left, right, start, equal);
}

function narrowEqual(left: Expression, right: Expression, start: Start, equal: boolean): readonly Start[] {
  if (left.kind !== 'path') return doubtful(start);
  if (isOrigin(left.path)) {
    const text = right.kind === 'literal' ? right.text : '';
    // Outside pull requests the property is null, which equals false and no name.
    if (text === 'true' || text === 'false')
      return fromFork(start, equal === (text === 'true'), equal === (text === 'false'));
    return fromFork(start, !equal, !equal);
  }
  // A workflow that asks for its own repository by name is in it; forks of it run other copies.
  if (left.path === 'github.repository' || left.path === 'github.repository_owner')
    return equal ? [start] : doubtful(start);
  if (right.kind !== 'literal') return doubtful(start);
  const value = valueUnder(left.path, start);
  if (!value) return ofPullRequest(left.path, start, equal);
  return compared(compareTexts(lower(value), literalText(right.text.toLowerCase())), start, equal, () =>
    withRef(start, left.path, literalText(right.text)),
  );
}

function narrowCall(name: string, parameters: readonly Expression[], start: Start, wanted: boolean): readonly Start[] {
  if (name === 'always' || name === 'success') return wanted ? [start] : [];
  const [subject, prefix] = parameters;
  if (name !== 'startswith' || subject?.kind !== 'path' || prefix?.kind !== 'literal') return doubtful(start);
  const value = valueUnder(subject.path, start);
  if (!value) return ofPullRequest(subject.path, start, wanted);
  const pattern: PartialText = { pieces: [prefix.text, ''], symbols: [`\${{ ${prefix.text}* }}`] };
  const head = (value.pieces[0] as string).toLowerCase();
  const begins = head.startsWith(prefix.text.toLowerCase());
  const may = compareTexts(lower(value), lower(pattern)) !== 'different';
  const answer: Comparison = begins ? 'same' : may ? 'unknown' : 'different';
  return compared(answer, start, wanted, () => withRef(start, subject.path, pattern));
}

/** Keeps the start when the answer allows it; an open answer is settled by the refined start. */
function compared(answer: Comparison, start: Start, wanted: boolean, refined: () => Start): readonly Start[] {
  if (answer === 'unknown') return [wanted ? refined() : start];
  return (answer === 'same') === wanted ? [start] : [];
}

function lower(text: PartialText): PartialText {
  return { ...text, pieces: text.pieces.map((piece) => piece.toLowerCase()) };
}

/** Contexts whose value follows from the start. */
function valueUnder(path: string, { event, ref }: Start): PartialText | undefined {
  if (path === 'github.event_name') return literalText(event);
  if (path === 'github.ref') return ref;
  const [first = '', ...rest] = ref.pieces;
  const folder = /^refs\/(?:heads|tags|pull)\//.exec(first)?.[0];
  if (path === 'github.ref_name') return { ...ref, pieces: [first.slice((folder ?? first).length), ...rest] };
  if (path === 'github.ref_type' && folder) return literalText(folder === 'refs/tags/' ? 'tag' : 'branch');
  return undefined;
}

function withRef(start: Start, path: string, text: PartialText): Start {
  if (path === 'github.ref') return { ...start, ref: text };
  if (path !== 'github.ref_name') return { ...start, certain: false };
  const folder = /^refs\/tags\//.exec(start.ref.pieces[0] as string)?.[0] ?? 'refs/heads/';
  return { ...start, ref: { ...text, pieces: [folder + text.pieces[0], ...text.pieces.slice(1)] } };
}

/** Where a pull request comes from: the usual guards against forks. */
function isOrigin(path: string): boolean {
  return (
    path.startsWith('github.event.pull_request.head.repo.') || path === 'github.event.pull_request.head.user.login'
  );
}

function isPullRequest({ event }: Start): boolean {
  return event.startsWith('pull_request');
}

/** `wanted`: whether the run must come from a fork. `otherwise`: whether the condition holds outside pull requests. */
function fromFork(start: Start, wanted: boolean, otherwise: boolean): readonly Start[] {
  if (isPullRequest(start)) return [{ ...start, fork: wanted }];
  return otherwise ? [start] : [];
}

/** Properties of pull requests are null for other events. */
function ofPullRequest(path: string, start: Start, wanted: boolean): readonly Start[] {
  if (!path.startsWith('github.event.pull_request') || isPullRequest(start)) return doubtful(start);
  return wanted ? [] : [start];
}
