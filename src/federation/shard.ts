/** Splits a large estate over several runs, the same way in each of them. */
import { createHash } from 'node:crypto';

/** `index` counts from 1 to `count`. */
export interface ShardOf {
  readonly index: number;
  readonly count: number;
}

/** Whether a key belongs to this run; without a shard, everything does. Each key belongs to exactly one of `count`. */
export function inShard(shard: ShardOf | undefined, key: string): boolean {
  if (!shard) return true;
  const hash = createHash('sha256').update(key.toLowerCase()).digest().readUInt32BE(0);
  return hash % shard.count === shard.index - 1;
}
