import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
// @ts-expect-error -- The tool's configuration is plain JavaScript.
import law from '../.dependency-cruiser.mjs';
import { capture, ROOT } from './run-command.ts';

/** A tree that keeps the law, and uses everything the law allows. */
const LAWFUL: Readonly<Record<string, readonly string[]>> = {
  'src/core/finding.ts': ['./severity.ts'],
  'src/core/severity.ts': [],
  'src/core/finding.test.ts': ['./finding.ts', 'dev-only', 'node:fs'],
  'src/engine/syntax/parse.ts': ['#core/finding.ts', 'web-tree-sitter', 'node:fs'],
  'src/engine/guidance/guidance.ts': ['#core/finding.ts'],
  'src/engine/detection/detector.ts': ['#core/finding.ts', '../syntax/parse.ts'],
  'src/engine/models/provider.ts': ['../detection/detector.ts', 'ai'],
  'src/engine/prompts/sections.ts': ['../session/strategy.ts'],
  'src/engine/session/strategy.ts': ['../guidance/guidance.ts'],
  'src/engine/session/run.ts': ['./strategy.ts', '../detection/detector.ts', '../models/provider.ts'],
  'src/extensions/providers/one/provider.ts': ['./wire.ts', '#engine/models/provider.ts', '@ai-sdk/one'],
  'src/extensions/providers/one/wire.ts': ['#core/finding.ts', 'node:fs'],
  'src/extensions/providers/two/provider.ts': ['#engine/models/provider.ts'],
  'src/extensions/strategies/kind/strategy.ts': ['#engine/session/strategy.ts', '#engine/prompts/sections.ts'],
  'src/extensions/languages/one/front-end.ts': ['#core/finding.ts'],
  'src/extensions/languages/front-ends.generated.ts': ['./one/front-end.ts'],
  'src/extensions/providers/index.generated.ts': ['./one/provider.ts', './two/provider.ts'],
  'src/apps/compose.ts': [
    '#extensions/languages/front-ends.generated.ts',
    '#extensions/providers/index.generated.ts',
    '#engine/session/run.ts',
    './config/config.ts',
  ],
  'src/apps/config/config.ts': ['#core/finding.ts'],
  'src/apps/workbench/host.ts': ['../compose.ts', 'node:fs'],
  'src/apps/cli/main.ts': ['../workbench/host.ts', '../config/config.ts', 'commander', 'node:process'],
  'src/apps/server/main.ts': ['../compose.ts'],
  'src/index.ts': ['./apps/compose.ts'],
  'src/testing/test-provider.ts': ['#engine/models/provider.ts', 'dev-only'],
};

/** One crime for each rule: a file that would not be there, and the import that breaks the rule. */
const PLANTED: readonly { readonly rule: string; readonly from: string; readonly to: string }[] = [
  { rule: 'core-uses-only-core', from: 'src/core/a.ts', to: '#engine/models/provider.ts' },
  { rule: 'core-uses-only-core', from: 'src/core/b.ts', to: 'node:path' },
  { rule: 'core-uses-only-core', from: 'src/core/c.ts', to: 'zod' },
  { rule: 'engine-knows-no-extension', from: 'src/engine/models/a.ts', to: '#extensions/providers/one/provider.ts' },
  { rule: 'engine-knows-no-extension', from: 'src/engine/reports/a.ts', to: '#apps/config/config.ts' },
  { rule: 'engine-foundations-come-first', from: 'src/engine/syntax/a.ts', to: '../detection/detector.ts' },
  { rule: 'engine-session-comes-last', from: 'src/engine/storage/a.ts', to: '../session/run.ts' },
  { rule: 'extensions-stand-alone', from: 'src/extensions/providers/two/a.ts', to: '../one/provider.ts' },
  {
    rule: 'extensions-stand-alone',
    from: 'src/extensions/stores/a/store.ts',
    to: '#extensions/strategies/kind/strategy.ts',
  },
  { rule: 'extensions-stand-alone', from: 'src/extensions/stores/b/store.ts', to: '#apps/config/config.ts' },
  {
    rule: 'only-compose-picks-extensions',
    from: 'src/extensions/stores/c/store.ts',
    to: '#extensions/providers/index.generated.ts',
  },
  { rule: 'only-compose-picks-extensions', from: 'src/apps/cli/a.ts', to: '#extensions/providers/index.generated.ts' },
  {
    rule: 'only-compose-picks-extensions',
    from: 'src/apps/cli/e.ts',
    to: '#extensions/languages/front-ends.generated.ts',
  },
  { rule: 'pure-parts-do-no-io', from: 'src/extensions/rules/one/a/rule.ts', to: 'node:fs' },
  { rule: 'apps-share-through-compose', from: 'src/apps/cli/b.ts', to: '../server/main.ts' },
  { rule: 'shared-parts-know-no-front-end', from: 'src/apps/config/a.ts', to: '../cli/main.ts' },
  { rule: 'shared-parts-know-no-front-end', from: 'src/apps/workbench/a.ts', to: '../cli/main.ts' },
  {
    rule: 'apps-reach-extensions-through-compose',
    from: 'src/apps/server/a.ts',
    to: '#extensions/providers/one/provider.ts',
  },
  { rule: 'pure-parts-do-no-io', from: 'src/engine/session/a.ts', to: 'node:fs' },
  { rule: 'pure-parts-do-no-io', from: 'src/engine/changes/a.ts', to: 'node:child_process' },
  { rule: 'pure-parts-do-no-io', from: 'src/engine/detection/a.ts', to: 'node:fs/promises' },
  { rule: 'pure-parts-do-no-io', from: 'src/extensions/strategies/kind/a.ts', to: 'node:http' },
  { rule: 'pure-parts-do-no-io', from: 'src/extensions/formats/a/format.ts', to: 'node:fs' },
  { rule: 'pure-parts-do-no-io', from: 'src/extensions/metrics/a/metric.ts', to: 'node:fs' },
  { rule: 'pure-parts-do-no-io', from: 'src/engine/evals/statistics/a.ts', to: 'node:crypto' },
  { rule: 'model-libraries-stay-behind-the-provider', from: 'src/engine/session/b.ts', to: 'ai' },
  {
    rule: 'model-libraries-stay-behind-the-provider',
    from: 'src/extensions/detectors/a/detector.ts',
    to: '@ai-sdk/one',
  },
  { rule: 'parser-stays-behind-the-syntax', from: 'src/extensions/detectors/b/detector.ts', to: 'web-tree-sitter' },
  { rule: 'terminal-stays-in-the-command-line', from: 'src/engine/reports/b.ts', to: 'commander' },
  { rule: 'no-test-code-in-production', from: 'src/engine/models/b.ts', to: '#testing/test-provider.ts' },
  { rule: 'no-test-code-in-production', from: 'src/engine/models/c.ts', to: '#core/finding.test.ts' },
  { rule: 'no-cycles', from: 'src/engine/models/d.ts', to: './e.ts' },
  { rule: 'declared-dependencies-only', from: 'src/engine/models/f.ts', to: 'dev-only' },
  { rule: 'declared-dependencies-only', from: 'src/engine/models/g.ts', to: 'undeclared' },
  { rule: 'resolvable', from: 'src/engine/models/h.ts', to: './not-there.ts' },
];

/** What a crime needs beside itself: the other half of the cycle, and a file that nobody uses. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'src/engine/models/e.ts': ['./d.ts'],
  'src/engine/models/orphan.ts': [],
};

const DEPENDENCIES = ['ai', '@ai-sdk/one', 'commander', 'web-tree-sitter', 'zod'];

const Cruise = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

let root = '';
let violations: readonly { readonly from: string; readonly rule: string }[] = [];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'seccode-law-'));
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json']) copyFileSync(join(ROOT, file), join(root, file));
  write('package.json', JSON.stringify(packageJson()));
  for (const name of [...DEPENDENCIES, 'dev-only', 'undeclared']) {
    write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js' }),
    );
    write(`node_modules/${name}/index.js`, 'export {};\n');
  }
  for (const [file, imports] of Object.entries({ ...LAWFUL, ...BESIDE })) write(file, sourceWith(imports));
  for (const { from, to } of PLANTED) write(from, sourceWith([to]));
  violations = cruise();
}, 120_000);

afterAll(() => {
  rmSync(root, { recursive: true });
});

function packageJson(): object {
  return {
    name: 'planted',
    type: 'module',
    imports: { '#*.ts': { 'seccode-source': './src/*.ts' } },
    dependencies: Object.fromEntries(DEPENDENCIES.map((name) => [name, '1.0.0'])),
    devDependencies: { 'dev-only': '1.0.0' },
  };
}

function sourceWith(imports: readonly string[]): string {
  return [...imports.map((name) => `import '${name}';`), 'export {};', ''].join('\n');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function cruise(): typeof violations {
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'];
  const { stdout, stderr } = capture(process.execPath, [tool, ...options], { folder: root });
  if (stdout === '') throw new Error(`dependency-cruiser printed nothing: ${stderr}`);
  return Cruise.parse(JSON.parse(stdout)).summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}

describe('the law of the tree', () => {
  it.each(PLANTED)('$rule goes red when $from imports $to', ({ rule, from }) => {
    expect(violations).toContainEqual({ from, rule });
  });

  it('no-orphans goes red for a file that nobody uses', () => {
    expect(violations).toContainEqual({ from: 'src/engine/models/orphan.ts', rule: 'no-orphans' });
  });

  it('lets a lawful tree pass', () => {
    expect(violations.filter(({ from }) => from in LAWFUL)).toEqual([]);
  });

  it('has a crime here for each of its rules', () => {
    const names = law.forbidden.map(({ name }: { name: string }) => name);

    expect([...new Set([...PLANTED.map(({ rule }) => rule), 'no-orphans'])].toSorted()).toEqual(names.toSorted());
  });
});
