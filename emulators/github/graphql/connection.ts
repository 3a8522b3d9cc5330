/** Cursor pages of a GraphQL connection, with GitHub's refusals of missing and excessive sizes. */

/** An error whose `type` GitHub prints beside the message. */
export class TypedError extends Error {
  /** graphql-js copies `extensions` into the error; the service lifts the type out of it. */
  readonly extensions: { readonly type: string };

  constructor(type: string, message: string) {
    super(message);
    this.extensions = { type };
  }
}

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

const mostRecords = 100;

/** The requested slice of a list as a connection; nodes are rendered lazily. */
export function connectionOf<Item>(
  name: string,
  items: readonly Item[],
  page: PageArguments,
  render: (item: Item) => unknown,
): Record<string, unknown> {
  const size = requireSize(name, page);
  const from = page.after == null ? 0 : position(page.after) + 1;
  const to = page.before == null ? items.length : position(page.before);
  const start = page.first == null ? Math.max(from, to - size) : from;
  const end = page.first == null ? to : Math.min(to, from + size);
  const cursor = (index: number) => (end > start ? Buffer.from(`cursor:${index}`).toString('base64') : null);
  const pageInfo = {
    hasNextPage: end < items.length,
    hasPreviousPage: start > 0,
    startCursor: cursor(start),
    endCursor: cursor(end - 1),
  };
  return { totalCount: items.length, nodes: items.slice(start, end).map(render), pageInfo };
}

function requireSize(name: string, { first, last }: PageArguments): number {
  const size = first ?? last;
  if (size == null) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    throw new TypedError('MISSING_PAGINATION_BOUNDARIES', message);
  }
  if (size > mostRecords) {
    const limit = `exceeds the \`${first == null ? 'last' : 'first'}\` limit of ${mostRecords} records.`;
    throw new TypedError('EXCESSIVE_PAGINATION', `Requesting ${size} records on the \`${name}\` connection ${limit}`);
  }
  return size;
}

function position(cursor: string): number {
  const found = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  if (found === null)
    throw new TypedError('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
  return Number(found[1]);
}
