/** `npm run bench:peers`: 10k manifests through the tools that people would reach for, each against `idwire check`. */

import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fullSize } from './benchmarks.ts';
import { type Command, compareTimes, median, time } from './measure.ts';
import { Workbench } from './workbench.ts';

interface Peer {
  readonly name: string;
  /** How many times faster the check is meant to be, at least. Absent: only shown. */
  readonly target?: number;
  /** Runs of the tool; one that takes a minute gets a single run, in which noise evens out. */
  readonly runs: number;
  /** The command, or undefined when the tool is not installed. */
  command(bench: Workbench): Promise<Command> | Command | undefined;
}

const peers: readonly Peer[] = [
  {
    name: 'kubectl annotate --local',
    target: 8,
    runs: 5,
    command: (bench) => bench.kubectl(fullSize),
  },
  {
    name: 'spectral with one rule',
    target: 25,
    runs: 3,
    command: (bench) => {
      const rule = 'given: $.metadata, severity: warn, then: { field: name, function: truthy }';
      const rules = bench.file('spectral.yaml', `rules:\n  named: { ${rule} }\n`);
      const { manifestFolders } = bench.repository(fullSize);
      const patterns = manifestFolders.map((folder) => `${folder}/**/*.{yaml,yml}`);
      return installed(bench, 'spectral', ['lint', '--quiet', '--ruleset', rules, ...patterns]);
    },
  },
  {
    name: 'monokle',
    target: 70,
    runs: 1,
    command: (bench) => installed(bench, 'monokle', ['validate', '.']),
  },
  {
    name: 'yamllint',
    runs: 1,
    command: (bench) => installed(bench, 'yamllint', ['-d', 'relaxed', ...bench.repository(fullSize).manifestFolders]),
  },
];

/** A tool on PATH over the generated repository. Its findings (exit code 1) are not a failure. */
function installed(bench: Workbench, name: string, args: readonly string[]): Command | undefined {
  const path = process.env.PATH ?? '';
  const file = path
    .split(':')
    .map((folder) => join(folder, name))
    .find(executable);
  if (file === undefined) return undefined;
  const { directory, environment } = bench.check(fullSize);
  return { file, arguments: args, directory, environment: { ...environment, PATH: path }, successCodes: [0, 1] };
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** One line of the table, and whether a target was missed. */
async function compare(peer: Peer, bench: Workbench): Promise<{ text: string; missed: boolean }> {
  const command = await peer.command(bench);
  if (command === undefined) return { text: 'not installed', missed: false };
  // Ours goes first and so warms the page cache for both.
  const [ours = Number.NaN] = compareTimes([bench.check(fullSize)]);
  const theirs = median(Array.from({ length: peer.runs }, () => time(command)));
  const factor = theirs / ours;
  const figures = `${factor.toFixed(1)} x as long (${theirs.toFixed(2)} s / ${ours.toFixed(2)} s)`;
  if (peer.target === undefined) return { text: figures, missed: false };
  const missed = !(factor >= peer.target);
  return { text: `${figures}  target ${peer.target} x  ${missed ? 'missed' : 'ok'}`, missed };
}

const { values: options } = parseArgs({ options: { cli: { type: 'string' }, node: { type: 'string' } } });
const bench = new Workbench(options);
process.once('exit', () => bench.close());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

let missed = 0;
for (const peer of peers) {
  const line = await compare(peer, bench);
  console.log(`${peer.name.padEnd(26)}${line.text}`);
  if (line.missed) missed += 1;
}
process.exitCode = missed > 0 ? 1 : 0;
