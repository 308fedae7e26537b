import { defineConfig } from 'vitest/config';

const conditions = ['seccode-source', 'node', 'import', 'default'];

const config: ReturnType<typeof defineConfig> = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    setupFiles: ['scripts/vitest-setup.ts'],
    reporters: ['default', './scripts/vitest-summary-reporter.ts'],
    testTimeout: 30_000,
    // A process per file: tests set up parsers and servers of their own, and must not meet in one heap.
    pool: 'forks',
    maxWorkers: 2,
    // A test that asserts nothing is red.
    expect: { requireAssertions: true },
    // The seed is printed at the start; --sequence.seed=N repeats an order.
    sequence: { shuffle: { files: true, tests: true } },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/testing/**', 'src/**/*.generated.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      reportsDirectory: 'coverage',
      // A ratchet: raise a figure when coverage has risen (npm run coverage:ratchet), never lower one.
      thresholds: {
        lines: 85,
        branches: 80,
        'src/core/**': { lines: 95 },
        'src/engine/**': { lines: 95 },
      },
    },
  },
});
export default config;
