/** Accounts by login; the bots that workflows act as have their published ids. */

/** An account as REST shows it. */
export interface User {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot';
}

/** The account behind `GITHUB_TOKEN`. */
export const actionsBot = 'github-actions[bot]';

/** The account that opens dependency updates; its runs get a read-only token. */
export const dependabot = 'dependabot[bot]';

const knownIds: Readonly<Record<string, number>> = { [actionsBot]: 41_898_282, [dependabot]: 49_699_333 };

/** The same login always has the same id. */
export function userOf(login: string): User {
  const type = login.endsWith('[bot]') ? 'Bot' : 'User';
  return { login, id: knownIds[login] ?? numberFrom(login), type };
}

/** A stable number from a name, for accounts and organizations that a scenario gives no id. */
export function numberFrom(name: string): number {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 90_000_000;
  return hash + 1_000_000;
}
