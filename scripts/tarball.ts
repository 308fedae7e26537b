import { join } from 'node:path';
import { z } from 'zod';
import { capture } from './run-command.ts';

/** The package as users get it. */
export interface Tarball {
  readonly path: string;
  readonly sizeBytes: number;
  /** Paths in the package, with forward slashes. */
  readonly files: readonly string[];
}

/** Names of packages make most of it, about 1 MB in November 2026; the grammars make 0.6 MB. */
const MAX_SIZE_BYTES = 3_000_000;

const REQUIRED = [
  'LICENSE',
  'README.md',
  'datasets/seccode.json.br',
  'dist/apps/cli/main.js',
  'dist/index.d.ts',
  'dist/index.js',
  'grammars/tree-sitter-python.wasm.br',
  'package-names/npm.bin',
  'package-names/pypi.bin',
  'package.json',
  'vendor/recheck/browser.cjs.br',
  'vendor/rule-examples.json.br',
];

/** Everything a package may hold. What is not here is a stray: sources, tests, fixtures, recordings, scripts. */
const ALLOWED = [
  /^(?:LICENSE|README\.md|package\.json)$/,
  /^dist\/(?!testing\/)(?!.*\.test\.)(?!.*\/fixtures\/).*\.(?:js|d\.ts)$/,
  /^datasets\/seccode\.json\.br$/,
  /^grammars\/[^/]+(?:\.wasm\.br|\.md|\.txt|LICENSE[^/]*)$/,
  /^dist\/bundle\/LICENSES\.txt$/,
  /^package-names\/(?:npm|pypi)\.bin$/,
  /^vendor\/recheck\/(?:browser\.cjs\.br|LICENSE)$/,
  /^vendor\/rule-examples\.json\.br$/,
  /^schema\/[^/]+\.json$/,
];

const PackReport = z.tuple([
  z.object({ filename: z.string(), size: z.number(), files: z.array(z.object({ path: z.string() })) }),
]);

/**
 * Packs the project into `folder`, as it was built last.
 *
 * @throws {Error} when npm cannot.
 */
export function packInto(folder: string): Tarball {
  // Scripts stay off: `prepare` would build again, and its output would mix with the report.
  const { status, stdout, stderr } = capture('npm', [
    'pack',
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    folder,
  ]);
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
  const [{ filename, size, files }] = PackReport.parse(JSON.parse(stdout));
  return { path: join(folder, filename), sizeBytes: size, files: files.map(({ path }) => path) };
}

/** What is wrong with the contents, one sentence each. */
export function faultsOfTarball({ files, sizeBytes }: Omit<Tarball, 'path'>): readonly string[] {
  const missing = REQUIRED.filter((file) => !files.includes(file)).map((file) => `The package lacks ${file}.`);
  const strays = files
    .filter((file) => !ALLOWED.some((pattern) => pattern.test(file)))
    .map((file) => `${file} does not belong in the package.`);
  const weight =
    sizeBytes > MAX_SIZE_BYTES ? [`The package weighs ${sizeBytes} bytes; ${MAX_SIZE_BYTES} are allowed.`] : [];
  return [...missing, ...strays, ...weight];
}
