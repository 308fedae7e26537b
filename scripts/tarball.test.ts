import { describe, expect, it } from 'vitest';
import { faultsOfTarball } from './tarball.ts';

const files = [
  'LICENSE',
  'README.md',
  'datasets/seccode.json.br',
  'dist/apps/cli/main.js',
  'dist/index.d.ts',
  'dist/index.js',
  'grammars/tree-sitter-python.wasm.br',
  'package-names/npm.bin',
  'package-names/pypi.bin',
  'vendor/recheck/browser.cjs.br',
  'vendor/rule-examples.json.br',
  'package.json',
  'schema/config.schema.json',
];

describe('faultsOfTarball', () => {
  it('finds nothing in a package as it should be', () => {
    expect(faultsOfTarball({ files, sizeBytes: 1_000_000 })).toEqual([]);
  });

  it('misses the command line', () => {
    const lacking = files.filter((file) => file !== 'dist/apps/cli/main.js');

    expect(faultsOfTarball({ files: lacking, sizeBytes: 1 })).toEqual(['The package lacks dist/apps/cli/main.js.']);
  });

  it.each([
    'dist/core/errors.test.js',
    'dist/testing/test-store.js',
    'dist/index.js.map',
    'dist/tsconfig.tsbuildinfo',
    'dist/extensions/providers/x/fixtures/reply.js',
    'src/index.ts',
    'demo/recordings/a.jsonl',
    '.env',
  ])('refuses %s', (stray) => {
    expect(faultsOfTarball({ files: [...files, stray], sizeBytes: 1 })).toEqual([
      `${stray} does not belong in the package.`,
    ]);
  });

  it('refuses too much weight', () => {
    expect(faultsOfTarball({ files, sizeBytes: 3_000_001 })).toEqual([
      'The package weighs 3000001 bytes; 3000000 are allowed.',
    ]);
  });
});
