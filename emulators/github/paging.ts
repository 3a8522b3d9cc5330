/** Pages of a list with the Link header that clients follow. */

import type { Exchange, Reply } from './loopback/exchange.ts';

/** `per_page` defaults to 30 and is cut to 100; `page` counts from 1. Out-of-range values count as the default. */
export function pageOf<Item>(
  exchange: Exchange,
  linkPath: string,
  items: readonly Item[],
  render: (item: Item) => unknown,
): Reply {
  const perPage = Math.min(positive(exchange.query.get('per_page')) ?? 30, 100);
  const page = positive(exchange.query.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const shown = items.slice((page - 1) * perPage, page * perPage);
  const link = linkHeader(exchange, linkPath, page, last);
  return { status: 200, body: shown.map(render), ...(link === '' ? {} : { headers: { link } }) };
}

function linkHeader(exchange: Exchange, linkPath: string, page: number, last: number): string {
  const targets: [string, number][] = [];
  if (page > 1) targets.push(['prev', Math.min(page - 1, last)]);
  if (page < last) targets.push(['next', page + 1], ['last', last]);
  if (page > 1) targets.push(['first', 1]);
  return targets.map(([relation, target]) => `<${pageUrl(exchange, linkPath, target)}>; rel="${relation}"`).join(', ');
}

function pageUrl(exchange: Exchange, linkPath: string, page: number): string {
  const query = new URLSearchParams(exchange.query);
  query.set('page', String(page));
  return `${linkPath}?${query.toString()}`;
}

function positive(text: string | null): number | undefined {
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value > 0 ? value : undefined;
}
