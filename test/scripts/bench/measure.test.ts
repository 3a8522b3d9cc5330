/** Times and memory belong to the measured process alone, and a process that fails is not measured. */

import { expect, test, vi } from 'vitest';
import { type Command, compareTimes, median, peakMemory } from '../../../scripts/bench/measure.ts';

// Real processes and thousands of files: slow beside other work on the machine, never stuck.
vi.setConfig({ testTimeout: 60_000 });

function node(code: string, more: Partial<Command> = {}): Command {
  return { file: process.execPath, arguments: ['-e', code], directory: '.', environment: {}, ...more };
}

test('the median is the middle value, or the mean of the two middle ones', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test('the slower command has the longer time, in seconds', () => {
  const wait = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)';
  const [slow = 0, fast = 0] = compareTimes([node(wait), node('0')], 1);
  expect(slow).toBeGreaterThan(fast);
  expect(slow).toBeGreaterThan(0.3);
  expect(slow).toBeLessThan(10);
});

test('a command that fails is reported with what it said', () => {
  const failing = node('console.error("no such input"); process.exit(3)');
  expect(() => compareTimes([failing])).toThrow(/ended with 3: no such input/);
  expect(compareTimes([{ ...failing, successCodes: [3] }], 1)).toHaveLength(1);
});

test('peak memory is the most a process held at once, not what its parent holds', () => {
  const mebibyte = 1024 * 1024;
  const ballast = Buffer.alloc(300 * mebibyte, 1);
  const empty = peakMemory(node('0'), 1);
  const full = peakMemory(node(`{ Buffer.alloc(${150 * mebibyte}, 1) } process.exit()`), 1);
  expect(ballast.length).toBe(300 * mebibyte);
  expect(empty).toBeLessThan(120);
  expect(full - empty).toBeGreaterThan(140);
  expect(full - empty).toBeLessThan(200);
});
