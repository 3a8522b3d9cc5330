/** `npm run bench`: measures every benchmark, prints a line each, and fails when one is over its budget. */

import { parseArgs } from 'node:util';
import { type Benchmark, benchmarks, fullSize, type Measurement, quickSize, type Unit } from './benchmarks.ts';
import { Workbench } from './workbench.ts';

const usage = `npm run bench -- [filter…] [options]

A filter is a part of a benchmark's name; several select what any of them matches.

  --quick           1k manifests instead of 10k (such lines are shown, not judged), nothing with 50k
  --cli <path>      bundle of the command line tool, default dist/cli.mjs
  --action <path>   bundle of the GitHub Action, default dist/github.mjs
  --node <path>     Node binary to measure with, default the one that runs this`;

const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    cli: { type: 'string' },
    action: { type: 'string' },
    node: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) {
  console.log(usage);
} else {
  const chosen = benchmarks.filter(
    ({ name }) => filters.length === 0 || filters.some((filter) => name.toLowerCase().includes(filter.toLowerCase())),
  );
  if (chosen.length === 0) {
    console.error(
      `No benchmark is called "${filters.join('" or "')}". They are:\n${benchmarks.map(({ name }) => name).join('\n')}`,
    );
    process.exitCode = 2;
  } else {
    process.exitCode = await measureAll(chosen);
  }
}

/** Exit code: 0 when all are within their budgets, 1 when one is not or could not be measured. */
async function measureAll(chosen: readonly Benchmark[]): Promise<number> {
  const bench = new Workbench(options);
  // A signal ends the process without unwinding, so the scratch folder is removed on exit.
  process.once('exit', () => bench.close());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

  const width = Math.max(...chosen.map(({ name }) => name.length));
  let failures = 0;
  for (const benchmark of chosen) {
    const { text, failed } = await judge(benchmark, bench);
    console.log(`${benchmark.name.padEnd(width)}  ${text}`);
    if (failed) failures += 1;
  }
  if (failures > 0) console.log(`${failures} of ${chosen.length} over budget or not measured.`);
  return failures > 0 ? 1 : 0;
}

async function judge(benchmark: Benchmark, bench: Workbench): Promise<{ text: string; failed: boolean }> {
  if (options.quick && benchmark.size === 'huge') return { text: 'left out by --quick', failed: false };
  let measurement: Measurement;
  try {
    measurement = await benchmark.measure(bench, options.quick ? quickSize : fullSize);
  } catch (thrown) {
    return { text: `cannot be measured: ${thrown instanceof Error ? thrown.message : String(thrown)}`, failed: true };
  }
  const { value, detail } = measurement;
  const within = value <= benchmark.budget;
  // Fixed costs weigh more on a small repository, so a budget for 10k says nothing about 1k.
  const judged = !(options.quick && benchmark.size === 'large');
  const verdict = judged ? (within ? 'ok' : 'over') : 'not judged at 1k';
  const figures = `${quantity(value, benchmark.unit)}  <= ${quantity(benchmark.budget, benchmark.unit)}`;
  return { text: `${figures}  ${detail}  ${verdict}`, failed: judged && !within };
}

function quantity(value: number, unit: Unit): string {
  return `${value.toFixed(unit === '' ? 0 : 2).padStart(6)} ${unit.padEnd(3)}`;
}
