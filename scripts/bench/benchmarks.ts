/** The table of benchmarks: what is measured, and the budget that it must stay within. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { misjudged } from './accuracy.ts';
import { applyAgainstFloor, applyMemory, applyThroughFaults, applyUnderLimits } from './apply.ts';
import { downloadSize, sizeOf } from './download-size.ts';
import { type Command, compareTimes, peakMemory, run } from './measure.ts';
import { projectFolder, type Workbench } from './workbench.ts';

/** `x`: a ratio of two times of one run; `MiB`: mebibytes; empty: a count. */
export type Unit = 'x' | 'MiB' | '';

export interface Measurement {
  readonly value: number;
  /** The figures behind the value, for a person. */
  readonly detail: string;
}

export interface Benchmark {
  readonly name: string;
  /** The greatest allowed value. */
  readonly budget: number;
  readonly unit: Unit;
  /** `large`: the budget holds for 10k manifests; `huge`: 50k are needed as well. Absent: size plays no part. */
  readonly size?: 'large' | 'huge';
  /** Why the line cannot be measured yet; it is then printed and not judged. */
  readonly until?: string;
  /** @param large number of manifests that stands for 10k */
  measure(bench: Workbench, large: number): Measurement | Promise<Measurement>;
}

export const fullSize = 10_000;
export const quickSize = 1_000;
const hugeSize = 50_000;
const smallSize = 20;

const mebibyte = 1024 * 1024;
const loadedFilesHook = fileURLToPath(new URL('loaded-files.cjs', import.meta.url));

export const benchmarks: readonly Benchmark[] = [
  {
    // A check that judged nothing would be the fastest of all, so the table begins with what it must find.
    name: 'injected faults missed and errors made up',
    budget: 0,
    unit: '',
    measure: (bench) => misjudged(bench),
  },
  {
    name: 'start-up, --version against an empty Node',
    budget: 1.5,
    unit: 'x',
    measure: (bench) => ratio(bench.cli(['--version']), emptyNode(bench)),
  },
  {
    name: 'check of 20 files, CLI against an empty Node',
    budget: 2,
    unit: 'x',
    measure: (bench) => ratio(bench.check(smallSize), emptyNode(bench)),
  },
  {
    name: 'check of 20 files, Action against an empty Node',
    budget: 3.5,
    unit: 'x',
    measure: (bench) => ratio(bench.actionCheck(smallSize), emptyNode(bench)),
  },
  {
    name: 'check of 10k manifests against reading their bytes',
    budget: 2.5,
    unit: 'x',
    size: 'large',
    measure: (bench, large) => ratio(bench.check(large), bench.floor(large)),
  },
  {
    name: 'exhaustive check of 10k manifests against kubectl annotate --local',
    budget: 0.35,
    unit: 'x',
    size: 'large',
    measure: async (bench, large) => ratio(bench.check(large, '--exhaustive'), await bench.kubectl(large)),
  },
  {
    name: 'check of 50k manifests against 10k',
    budget: 5,
    unit: 'x',
    size: 'huge',
    measure: (bench, large) => ratio(bench.check(hugeSize), bench.check(large)),
  },
  {
    name: 'peak memory of a check of 50k manifests',
    budget: 130,
    unit: 'MiB',
    size: 'huge',
    measure: (bench) => ({ value: peakMemory(bench.check(hugeSize)), detail: 'VmHWM of the process' }),
  },
  {
    name: 'all rules against the 10 dearest off',
    budget: 1.3,
    unit: 'x',
    size: 'large',
    until: 'the configuration cannot switch rules off yet',
    measure: allRulesAgainstFewer,
  },
  {
    name: 'first apply of 50 x 20 credentials against its round trips',
    budget: 1.25,
    unit: 'x',
    measure: (bench) => applyAgainstFloor(bench, 'first'),
  },
  {
    name: 'second apply, which writes nothing, against its round trips',
    budget: 1.25,
    unit: 'x',
    measure: (bench) => applyAgainstFloor(bench, 'second'),
  },
  {
    name: 'apply through 5 % 409, 5 % 429, 2 % 500 against its round trips',
    budget: 5,
    unit: 'x',
    measure: (bench) => applyThroughFaults(bench),
  },
  {
    name: 'apply of 10 x 4 under published limits against the token buckets',
    budget: 1.2,
    unit: 'x',
    measure: async (bench) => (await applyUnderLimits(bench)).time,
  },
  {
    name: 'answers 429 to the 40 writes of an apply under published limits',
    budget: 20,
    unit: '',
    measure: async (bench) => (await applyUnderLimits(bench)).refused,
  },
  {
    name: 'peak memory of a first apply',
    budget: 150,
    unit: 'MiB',
    measure: (bench) => applyMemory(bench),
  },
  {
    name: 'what a job downloads',
    budget: 12,
    unit: 'MiB',
    measure: async () => {
      const { bytes, files } = await measureDownload();
      return { value: bytes / mebibyte, detail: `${files} files of dist and task/dist without the demo` };
    },
  },
  {
    name: 'what a job downloads, compressed',
    budget: 3,
    unit: 'MiB',
    measure: async () => {
      const { compressedBytes, files } = await measureDownload();
      return { value: compressedBytes / mebibyte, detail: `${files} files, each deflated on its own` };
    },
  },
  {
    name: 'modules that check loads, CLI',
    budget: 700 / 1024,
    unit: 'MiB',
    measure: (bench) => loadedModules(bench.check(smallSize)),
  },
  {
    name: 'modules that check loads, Action',
    budget: 1.3,
    unit: 'MiB',
    measure: (bench) => loadedModules(bench.actionCheck(smallSize)),
  },
];

function emptyNode(bench: Workbench): Command {
  return bench.node(['-e', '0']);
}

function ratio(subject: Command, reference: Command): Measurement {
  const [ours = Number.NaN, theirs = Number.NaN] = compareTimes([subject, reference]);
  return { value: ours / theirs, detail: `${ours.toFixed(3)} s / ${theirs.toFixed(3)} s` };
}

/** Exhaustive, since every rule then meets every object: a rule that is slow anywhere shows here. */
function allRulesAgainstFewer(bench: Workbench, large: number): Measurement {
  const check = (config: string) => bench.check(large, '--exhaustive', '--config', config);
  const allOn = check(bench.file('all-rules.yaml', 'version: 1\n'));
  const dearest = [...bench.ruleCosts(allOn, (command) => run(command, 'ignore')).keys()].slice(0, 10);
  if (dearest.length === 0) throw new Error('The CPU profile shows no rule at work, so none can be switched off.');
  const switches = dearest.map((rule) => `  ${rule}: off\n`).join('');
  const fewer = check(bench.file('fewer-rules.yaml', `version: 1\nrules:\n${switches}`));
  const { value, detail } = ratio(allOn, fewer);
  return { value, detail: `${detail}; off: ${dearest.join(', ')}` };
}

function measureDownload() {
  return downloadSize([join(projectFolder, 'dist'), join(projectFolder, 'task/dist')]);
}

/**
 * The sizes of all modules that a real run loads, static and dynamic imports alike, as a load hook of Node sees them.
 * Node's own modules and data files that are read as such do not count.
 */
function loadedModules(command: Command): Measurement {
  // Load hooks need Node 22.15, so the process that runs this measures whichever Node the times are taken with.
  const hooked = {
    ...command,
    file: process.execPath,
    arguments: ['--require', loadedFilesHook, ...command.arguments],
  };
  const paths = run(hooked, 'pipe')
    .split('\n')
    .filter(Boolean)
    .map((url) => fileURLToPath(url));
  return { value: sizeOf(paths) / mebibyte, detail: `${paths.length} modules` };
}
