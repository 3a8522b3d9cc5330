/** `npm run check`: everything that CI runs, the tests last, so that their count closes the output. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './generated-files.ts';

interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
}

interface Outcome {
  readonly step: Step;
  readonly ok: boolean;
  readonly output: string;
}

const tool = (name: string) => join(projectRoot, 'node_modules/.bin', name);

/** Steps that only read; they are independent of each other. */
const steps: readonly Step[] = [
  { name: 'types', command: [tool('tsc'), '--noEmit'] },
  { name: 'format and lint', command: [tool('biome'), 'ci', '--error-on-warnings', '--colors=off', '.'] },
  { name: 'lint with types', command: [tool('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'generated files', command: [process.execPath, 'scripts/docs.ts', '--check'] },
  { name: 'bundles', command: [process.execPath, 'scripts/build.ts', '--check'] },
];

function run(step: Step): Promise<Outcome> {
  return new Promise((resolve) => {
    const [program, ...args] = step.command;
    const child = spawn(program, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ step, ok: false, output: error.message }));
    child.on('close', (code) => resolve({ step, ok: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

/** Runs the steps two at a time, since CI has two cores; outcomes come in the order of the steps. */
async function runAll(): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const queue = [...steps.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, step] = next;
      outcomes[index] = await run(step);
    }
  };
  await Promise.all([worker(), worker()]);
  return outcomes;
}

/** The tests, with their output passed through; resolves to their exit code. */
function runTests(): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool('vitest'), ['run'], { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const outcomes = await runAll();
for (const { step, ok, output } of outcomes) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name}`);
  if (!ok) console.log(output.trimEnd());
}
if (outcomes.every((outcome) => outcome.ok)) {
  process.exitCode = await runTests();
} else {
  console.log('The tests were not run: mend the steps above first.');
  process.exitCode = 1;
}
