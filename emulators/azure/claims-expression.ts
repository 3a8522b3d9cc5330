/** Reads and evaluates the expressions of flexible federated credentials, languageVersion 1. */

/**
 * One comparison. Source of the language and of the allowed claims: "Flexible federated identity credentials"
 * (Microsoft Entra, preview): `claims['c'] eq|matches 'text'` joined by `and`; `*` and `?` are wildcards.
 */
export interface Comparison {
  claim: string;
  operator: 'eq' | 'matches';
  text: string;
}

/** What an issuer's tokens may be compared by; an issuer that is absent takes no expressions. */
interface ExpressionRules {
  /** Claims that may use both operators. */
  text: readonly string[];
  /** Claims that may only be compared with `eq`, at least one of which must be. */
  anyOf: readonly string[];
}

const rules = new Map<string, ExpressionRules>([
  [
    'https://token.actions.githubusercontent.com',
    { text: ['sub', 'job_workflow_ref'], anyOf: ['repository_id', 'repository_owner_id'] },
  ],
  ['https://gitlab.com', { text: ['sub'], anyOf: [] }],
  ['https://app.terraform.io', { text: ['sub'], anyOf: [] }],
  ['https://app.eu.terraform.io', { text: ['sub'], anyOf: [] }],
]);

/** The comparisons of an expression; null when it is not in the language. */
function parseExpression(value: string): Comparison[] | null {
  const comparison = /\s*claims\['(\w+)'\]\s+(eq|matches)\s+'([^']*)'\s*/y;
  const comparisons: Comparison[] = [];
  for (;;) {
    const [all, claim, operator, text] = comparison.exec(value) ?? [];
    if (all === undefined || !claim || (operator !== 'eq' && operator !== 'matches') || text === undefined) return null;
    comparisons.push({ claim, operator, text });
    const end = comparison.lastIndex || value.length;
    if (end >= value.length) return comparisons;
    if (!value.startsWith('and', end)) return null;
    comparison.lastIndex = end + 'and'.length;
  }
}

/** Why the expression may not be written for this issuer; null when it may. */
export function expressionProblem(issuer: string, value: string): string | null {
  const comparisons = parseExpression(value);
  if (!comparisons) return 'The claims matching expression cannot be parsed.';
  const allowed = rules.get(issuer);
  if (!allowed) return `Claims matching expressions are not supported for issuer '${issuer}'.`;
  const known = comparisons.every(
    ({ claim, operator }) => allowed.text.includes(claim) || (operator === 'eq' && allowed.anyOf.includes(claim)),
  );
  const complete =
    comparisons.some(({ claim }) => claim === 'sub') &&
    (allowed.anyOf.length === 0 || comparisons.some(({ claim }) => allowed.anyOf.includes(claim)));
  if (known && complete) return null;
  return 'The claims matching expression either lacks all required claims or contains unallowed claims.';
}

/** Whether every comparison holds for the claims of a token. */
export function matchesExpression(value: string, claims: Readonly<Record<string, unknown>>): boolean {
  const comparisons = parseExpression(value);
  if (!comparisons) return false;
  return comparisons.every(({ claim, operator, text }) => {
    const actual = claims[claim];
    if (typeof actual !== 'string') return false;
    return operator === 'eq' ? actual === text : wildcardPattern(text).test(actual);
  });
}

function wildcardPattern(text: string): RegExp {
  const source = text
    .replaceAll(/[\\^$.|+()[\]{}]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}
