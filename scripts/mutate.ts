/** `npm run mutate [rule id…]`: flips every condition of the rules, one at a time, and says which flips no example notices. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ruleFiles, ruleId } from './docs/rule-catalogue.ts';
import { projectRoot } from './generated-files.ts';
import type { MutationTask, Verdict } from './mutation/judge-mutants.ts';
import { type Mutant, mutantsOf } from './mutation/mutants.ts';

/** A mutant that runs longer than this, in milliseconds, never ends: the tests would notice. */
const patience = 20_000;

/** The survivors among the mutants of one rule. */
async function survivorsOf(path: string, mutants: readonly Mutant[]): Promise<readonly Mutant[]> {
  const killed = new Set<number>();
  for (let next = 0; next < mutants.length; ) {
    const verdicts = await runWorker({ path, from: next });
    for (const verdict of verdicts) if (verdict.killed) killed.add(verdict.index);
    next += verdicts.length;
    if (next < mutants.length) killed.add(next);
    next += 1;
  }
  return mutants.filter((_, index) => !killed.has(index));
}

/** The verdicts up to the end, or up to the first mutant that does not end. */
function runWorker(workerData: MutationTask): Promise<readonly Verdict[]> {
  return new Promise((resolve, reject) => {
    const verdicts: Verdict[] = [];
    const worker = new Worker(new URL('./mutation/judge-mutants.ts', import.meta.url), {
      workerData,
      // Stripping types is experimental in Node 24, and said once for every worker.
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const stop = () => void worker.terminate();
    let timer = setTimeout(stop, patience);
    worker.on('message', (verdict: Verdict) => {
      verdicts.push(verdict);
      clearTimeout(timer);
      timer = setTimeout(stop, patience);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(verdicts);
    });
  });
}

const wanted = process.argv.slice(2);
const paths = ruleFiles(projectRoot).filter((path) => wanted.length === 0 || wanted.includes(ruleId(path)));
const total = { killed: 0, all: 0 };
for (const path of paths) {
  const mutants = mutantsOf(readFileSync(join(projectRoot, path), 'utf8'));
  const survivors = await survivorsOf(path, mutants);
  const killed = mutants.length - survivors.length;
  total.killed += killed;
  total.all += mutants.length;
  console.log(`${`${killed}/${mutants.length}`.padStart(7)}  ${ruleId(path)}`);
  for (const { line, change } of survivors) console.log(`           ${path}:${line}  ${change}`);
  if (mutants.length > 0 && killed === 0) process.exitCode = 1;
}
console.log(`${total.killed} of ${total.all} mutants are noticed by the examples of their rule`);
if (paths.length === 0) {
  console.error('No such rule.');
  process.exitCode = 2;
}
