/** Keeps our remarks on a change as they should be: nothing twice, nothing stale, and no write when nothing changed. */
import { createHash } from 'node:crypto';
import { reconcile } from '../model/reconcile.ts';
import type { CodeHost, PresentRemark, Remark } from '../ports/code-host.ts';

/** Open remarks beyond this many help nobody; the rest is counted in the comment and listed in the summary. */
export const mostRemarks = 20;

export interface WantedRemarks {
  /** Tells the remarks of this job from those of others. */
  readonly scope: string;
  readonly wanted: readonly Remark[];
  /** Whether what a remark was made for is still there, even if it is not wanted now. */
  readonly stands: (id: string) => boolean;
  /** What a remark says once it is settled. */
  readonly settledText: (id: string) => string;
}

/** Two jobs that look at different things must not settle each other's remarks. */
export function scopeOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}

/** Returns how many of the wanted remarks the host would not place. */
export async function keepRemarks(host: CodeHost, { scope, wanted, stands, settledText }: WantedRemarks) {
  const marked = wanted.map((remark) => ({ ...remark, text: markedText(scope, remark.id, 'open', remark.text) }));
  const settle = (remark: PresentRemark) =>
    host.change(remark, { text: markedText(scope, remark.id, 'settled', settledText(remark.id)), settled: true });
  const { newest, older } = byAge(await host.remarks());
  const { missing, both, extra } = reconcile(marked, newest, idOf, idOf);
  const lost = both.filter(({ present }) => present.outdated);
  for (const { wanted: remark, present } of both) {
    if (present.outdated || sameText(present.text, remark.text)) continue;
    await host.change(present, { text: remark.text, settled: false });
  }
  const refused = await host.post([...missing, ...lost.map((pair) => pair.wanted)]);
  const stale = [...older, ...lost.map((pair) => pair.present), ...extra.filter(({ id }) => !stands(id))];
  for (const remark of stale) if (!remark.settled) await settle(remark);
  return refused.length;
}

/** Two runs at the same time may both have posted: the newest of an id counts. */
function byAge(present: readonly PresentRemark[]) {
  const newest = new Map(present.map((remark) => [remark.id, remark]));
  return { newest: [...newest.values()], older: present.filter((remark) => newest.get(remark.id) !== remark) };
}

const idOf = ({ id }: Pick<Remark, 'id'>) => id;

/** Hosts change line ends and cut blanks at the end. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(a) === plain(b);
}

/** The mark is a comment of HTML at the very start, where no text of a repository can ever stand. */
function markedText(scope: string, id: string, state: 'open' | 'settled', text: string): string {
  return `<!-- idwire ${scope} ${id} ${state} -->\n${text}`;
}

/** What the mark of a text says; undefined for texts of others, and of ours for another job. */
export function readMark(scope: string, text: string): { readonly id: string; readonly settled: boolean } | undefined {
  const [, of, id, state] = /^<!-- idwire ([0-9a-f]{12}) ([\w-]{1,64}) (open|settled) -->/.exec(text) ?? [];
  return of === scope && id !== undefined ? { id, settled: state === 'settled' } : undefined;
}
