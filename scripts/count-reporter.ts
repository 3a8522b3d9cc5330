/** Prints the line that closes a test run: how many tests passed, failed and were skipped. */
import type { Reporter, TestModule } from 'vitest/node';

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    console.log(countLine(modules, errors.length));
  }
}

/** A file or suite that could not run, and an error outside every test, count as one failure each. */
function countLine(modules: readonly TestModule[], errors: number): string {
  const count = { passed: 0, failed: errors, skipped: 0, pending: 0 };
  for (const module of modules) {
    const broken = [module, ...module.children.allSuites()].filter((part) => part.errors().length > 0);
    count.failed += broken.length;
    for (const test of module.children.allTests()) count[test.result().state]++;
  }
  const skipped = count.skipped + count.pending;
  return `${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
