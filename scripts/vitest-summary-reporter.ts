import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { countOutcomes, type Module, summaryLine, SUMMARY_FILE } from './test-summary.ts';

/** Prints and keeps one plain line with vitest's own counts, for programs that read the end of the output. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const line = summaryLine(countOutcomes(modules.map(outcomesOf), unhandled.length));
    mkdirSync(dirname(SUMMARY_FILE), { recursive: true });
    writeFileSync(SUMMARY_FILE, `${line}\n`);
    console.log(line);
  }
}

function outcomesOf(module: TestModule): Module {
  const suites = [...module.children.allSuites()];
  return {
    tests: Array.from(module.children.allTests(), (test) => test.result().state),
    brokenSuites: module.errors().length + suites.filter((suite) => suite.errors().length > 0).length,
  };
}
