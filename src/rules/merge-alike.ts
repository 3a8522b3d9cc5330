/** Makes one finding of what is one fault: worlds that share a file, and overlays that share a base, all see it. */
import { fieldsOf } from '../model/field.ts';
import { compareSeverity, compareText, type Finding, type RelatedLocation } from '../model/finding.ts';
import type { Judged } from './suppress.ts';

/** A base with more overlays than this is described by their number. */
const mostRelated = 20;

/** One spot, one rule, one finding. Equal twins get an ordinal in their fingerprints. */
export function mergeAlike(judged: readonly Judged[]): readonly Judged[] {
  const merged = [...groupsBy(judged, spotKey).values()].flatMap((group) =>
    [...faultsIn(group).values()].map(mergeFault),
  );
  const counts = new Map<string, number>();
  return merged.sort(compareBySpot).map((item) => {
    const { fingerprint } = item.finding;
    const count = counts.get(fingerprint) ?? 0;
    counts.set(fingerprint, count + 1);
    return count === 0 ? item : { ...item, finding: { ...item.finding, fingerprint: `${fingerprint}-${count}` } };
  });
}

function spotKey({ finding: { rule, file, line, column } }: Judged): string {
  return `${rule}\n${file}\n${line}:${column}`;
}

/** Splits what a rule said about one spot into faults. Each render names the object by its own prefix and namespace. */
function faultsIn(group: readonly Judged[]): ReadonlyMap<string, readonly Judged[]> {
  const rendered = group.filter(({ finding }) => finding.rendered);
  const once = [...groupsBy(rendered, renderKey).values()].every(
    (items) => new Set(items.map(({ finding }) => finding.message)).size === 1,
  );
  return groupsBy(group, (item) => (item.finding.rendered ? (once ? '' : neutralMessage(item)) : item.finding.message));
}

function renderKey({ finding: { rendered }, manifests }: Judged): string {
  return `${rendered?.by} ${rendered?.root} ${manifests[0]?.rendered?.variant}`;
}

/** The message without the object's rendered name and namespace. */
function neutralMessage({ finding, manifests }: Judged): string {
  const metadata = manifests[0] && fieldsOf(manifests[0]).get('metadata');
  let message = `\n${finding.message}`;
  for (const text of [metadata?.get('namespace')?.text, metadata?.get('name')?.text])
    if (text) message = message.replaceAll(text, '*');
  return message;
}

/** The worst is told, the others are named as related. */
function mergeFault(items: readonly Judged[]): Judged {
  const sorted = items.toSorted(
    (a, b) => compareSeverity(a.finding.severity, b.finding.severity) || compareText(renderKey(a), renderKey(b)),
  );
  const [first, ...others] = sorted as [Judged, ...Judged[]];
  const elsewhere = [...groupsBy(others, renderKey)].flatMap(([key, [other]]) =>
    other?.finding.rendered && key !== renderKey(first) ? [relatedOf(other, first.finding)] : [],
  );
  const shown = elsewhere.slice(0, mostRelated);
  const last = shown.at(-1);
  if (last && elsewhere.length > shown.length)
    shown[shown.length - 1] = { ...last, note: `${last.note}, and ${elsewhere.length - shown.length} more` };
  return {
    finding: { ...first.finding, related: [...first.finding.related, ...shown] },
    manifests: sorted.flatMap(({ manifests }) => manifests),
  };
}

function relatedOf({ finding, manifests }: Judged, told: Finding): RelatedLocation {
  const from = manifests[0]?.rendered;
  const variant = from?.variant ? ` (${from.variant})` : '';
  const note = `also rendered by ${finding.rendered?.by} from ${finding.rendered?.root}${variant}`;
  return {
    file: from?.file ?? finding.file,
    line: 1,
    note: finding.message === told.message ? note : `${note}: ${finding.message}`,
  };
}

function groupsBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function compareBySpot({ finding: a }: Judged, { finding: b }: Judged): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message);
}
