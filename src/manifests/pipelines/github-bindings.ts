/** What the expressions of a job stand for: inputs of the call, values of the matrix, one set for each variant. */
import type { Field } from '../../model/field.ts';
import { type PartialText, writtenText } from '../../model/partial-text.ts';
import { eventsOf } from './github-events.ts';

/** Values by expression path in lower case (`matrix.target.name`, `inputs.environment`). */
export type Bindings = ReadonlyMap<string, string>;

/** More variants than any matrix may have (github/docs: 256 jobs); the rest of a larger product is cut. */
const mostVariants = 256;
const expression = /\$\{\{\s*(.*?)\s*\}\}/gs;

/** The text with all bound expressions replaced; the others are written in one form, so that equal ones compare equal. */
export function bound(text: string, bindings: Bindings): string {
  return text.replace(expression, (_, inner: string) => bindings.get(inner.toLowerCase()) ?? `\${{ ${inner} }}`);
}

/** Expressions are the symbols of a workflow; nothing else in it is a placeholder. */
export function githubText(text: string): PartialText {
  const symbols = text.match(expression) ?? [];
  return symbols.length === 0 ? { pieces: [text], symbols } : { pieces: text.split(/\$\{\{.*?\}\}/s), symbols };
}

/** The distinct texts that a field has under the variants. */
export function textsOf(text: string, variants: readonly Bindings[]): readonly PartialText[] {
  const texts = variants.map((bindings) => githubText(bound(text, bindings)));
  return [...new Map(texts.map((item) => [writtenText(item), item])).values()];
}

/** Variants of a job: each of the given ones under each combination of its matrix. */
export function withMatrix(job: Field, variants: readonly Bindings[]): readonly Bindings[] {
  const combinations = combinationsOf(job.get('strategy', 'matrix'));
  return variants.flatMap((outer) => combinations.map((inner) => new Map([...outer, ...inner]))).slice(0, mostVariants);
}

/** Inputs that a caller gives, in each of its variants; what it leaves out has its default, or is empty. */
export function inputsOfCall(caller: Field, called: Field, variants: readonly Bindings[]): readonly Bindings[] {
  const declared = eventsOf(called).get('workflow_call')?.get('inputs')?.entries() ?? [];
  return variants.map((outer) => {
    const values = declared.map((input) => {
      const given = caller.get('with', input.key)?.text;
      const value = given === undefined ? (input.get('default')?.text ?? '') : bound(given, outer);
      return [`inputs.${input.key.toLowerCase()}`, value] as const;
    });
    return new Map(values);
  });
}

/** A person chooses among the options of an input when nothing else starts the workflow; other inputs stay open. */
export function dispatchVariants(workflow: Field): readonly Bindings[] {
  const events = eventsOf(workflow);
  const inputs = events.size === 1 ? (events.get('workflow_dispatch')?.get('inputs')?.entries() ?? []) : [];
  let variants: readonly Bindings[] = [new Map()];
  for (const input of inputs) {
    const options = (input.get('options')?.items() ?? []).flatMap((option) => option.text ?? []);
    if (options.length === 0) continue;
    const paths = [`inputs.${input.key.toLowerCase()}`, `github.event.inputs.${input.key.toLowerCase()}`];
    variants = variants
      .flatMap((outer) => options.map((option) => new Map([...outer, ...paths.map((path) => [path, option] as const)])))
      .slice(0, mostVariants);
  }
  return variants;
}

/** Combinations of a literal matrix (github/docs, workflow syntax, `jobs.<id>.strategy.matrix`). */
function combinationsOf(matrix: Field | undefined): readonly Bindings[] {
  const axes = (matrix?.entries() ?? []).filter(
    (axis) => axis.key !== 'include' && axis.key !== 'exclude' && axis.items().length > 0,
  );
  let combinations: Map<string, string>[] = [new Map()];
  for (const axis of axes) {
    const values = axis.items().map((item) => flattened(item, `matrix.${axis.key.toLowerCase()}`));
    combinations = combinations
      .flatMap((outer) => values.map((value) => new Map([...outer, ...value])))
      .slice(0, mostVariants);
  }
  const excluded = (matrix?.get('exclude')?.items() ?? []).map((item) => flattened(item, 'matrix'));
  combinations = combinations.filter(
    (combination) =>
      !excluded.some((item) => item.size > 0 && [...item].every(([path, value]) => combination.get(path) === value)),
  );
  return withIncluded(combinations, matrix?.get('include')?.items() ?? [], axes.length > 0);
}

/** An included item extends the combinations it does not contradict; one that fits none is a combination of its own. */
function withIncluded(
  combinations: readonly Map<string, string>[],
  items: readonly Field[],
  hasAxes: boolean,
): readonly Bindings[] {
  const original = hasAxes ? combinations.map((combination) => new Map(combination)) : [];
  const extended = original.map((combination) => new Map(combination));
  const alone: Bindings[] = [];
  for (const item of items.map((field) => flattened(field, 'matrix'))) {
    const fitting = original.flatMap((combination, index) =>
      [...item].every(([path, value]) => (combination.get(path) ?? value) === value) ? [index] : [],
    );
    for (const index of fitting) for (const [path, value] of item) extended[index]?.set(path, value);
    if (fitting.length === 0) alone.push(item);
  }
  const all = [...extended, ...alone];
  return all.length === 0 ? [new Map()] : all;
}

/** Scalars below a field by their paths. */
function flattened(field: Field, path: string): Map<string, string> {
  if (field.text !== undefined) return new Map([[path, field.text]]);
  return new Map(field.entries().flatMap((entry) => [...flattened(entry, `${path}.${entry.key.toLowerCase()}`)]));
}
