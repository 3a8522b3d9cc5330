/** Long texts as ConfigMaps of real repositories carry them: properties, server configuration, dashboards. */

import type { Random } from './random.ts';

const words = (
  'account address archive balance basket batch branch bucket cache carrier catalog channel client column ' +
  'connection consumer content counter currency customer default delivery discount document domain endpoint event ' +
  'export feature filter folder gateway handler header history import index invoice item journal label ledger ' +
  'limit listener locale lookup message metric model network notice number object offer option order outlet ' +
  'package page parcel partner path payment period picture policy pool price process product profile queue quota ' +
  'range rate reader record refund region report request response retry return route sample schedule schema ' +
  'search segment server session shipment signal size source stock storage stream supplier table target tariff ' +
  'template tenant thread timeout topic total trace transfer update upload value vendor version view voucher ' +
  'warehouse window worker writer zone'
).split(' ');

export function word(random: Random): string {
  return random.pick(words);
}

/** `count` words with one space between them. */
export function sentence(random: Random, count: number): string {
  return Array.from({ length: count }, () => word(random)).join(' ');
}

/** One line of a long text; several notations, since a scanner must be as fast on each. */
const lineShapes: readonly ((random: Random) => string)[] = [
  (random) => `${word(random)}.${word(random)}.${word(random)}=${random.below(100_000)}`,
  (random) => `${word(random)}.${word(random)}.url=http://${word(random)}.${word(random)}.svc.cluster.local:8080/v1`,
  (random) => `# ${sentence(random, 9)}`,
  (random) => `    proxy_set_header X-${word(random)} "$http_${word(random)}";`,
  (random) => `    location /${word(random)}/${word(random)} { proxy_pass http://${word(random)}:8080; }`,
  (random) => `  {"title": "${sentence(random, 3)}", "datasource": "${word(random)}", "span": ${random.below(12)}},`,
  (random) =>
    `  - alert: ${word(random)}_${word(random)}: 'sum(rate(${word(random)}_total[5m])) > ${random.below(50)}'`,
  (random) =>
    `INSERT INTO ${word(random)} (id, ${word(random)}) VALUES (${random.below(9999)}, '${sentence(random, 4)}');`,
];

/**
 * A source of long texts. The lines are made once and drawn from afterwards, since composing hundreds of megabytes word
 * by word would take longer than what is measured.
 *
 * @returns a function that gives `count` lines joined by a line break, each line indented by `indent` spaces.
 */
export function longTexts(random: Random): (random: Random, count: number, indent: number) => string {
  const lines = Array.from({ length: 2000 }, () => random.pick(lineShapes)(random));
  return (choice, count, indent) => {
    const margin = ' '.repeat(indent);
    return Array.from({ length: count }, () => margin + choice.pick(lines)).join('\n');
  };
}
