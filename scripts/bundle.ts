/**
 * Puts what the compiler wrote to `dist/` into a few files: a scan of one file would else open several hundred small ones,
 * which takes longer than the scan. What is loaded on demand stays apart.
 *
 * The entries stay where they are, as one line each. The modules stay, too, for scripts of this repository; the package has
 * their types and the bundle (`files` in package.json).
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { build, type Plugin, transform } from 'esbuild';
import { z } from 'zod';
import { ROOT } from './run-command.ts';

const DIST = join(ROOT, 'dist');
const BUNDLE = 'bundle';

/** The modules that somebody starts from, with what stands in their place. */
const ENTRIES: Readonly<Record<string, (module: string) => string>> = {
  'index.js': (module) => `export * from '${module}';\n`,
  'apps/cli/main.js': (module) => `#!/usr/bin/env node\nimport '${module}';\n`,
  'apps/workbench/analysis-worker.js': (module) => `import '${module}';\n`,
};

const { dependencies, peerDependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()), peerDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
/** Small packages that every start needs; each is many files of its own. Their licences go along. */
const INLINE: ReadonlySet<string> = new Set(['@noble/hashes', 'commander', 'diff', 'ignore', 'picocolors', 'zod']);
const packages = [...Object.keys(dependencies), ...Object.keys(peerDependencies)].filter((name) => !INLINE.has(name));

/** Files that a module finds relative to itself are found from where the module was written to. */
const keepAddresses: Plugin = {
  name: 'keep-addresses',
  setup: (plugins) => {
    plugins.onLoad({ filter: /[/\\]dist[/\\].*\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const address = JSON.stringify(`../${relative(DIST, path).split(sep).join('/')}`);
      return {
        contents: text.replaceAll('import.meta.url', `new URL(${address}, import.meta.url).href`),
        loader: 'js',
      };
    });
  },
};

/** Messages of zod in other languages are never shown, and are two thirds of its code. */
const oneLocale: Plugin = {
  name: 'one-locale',
  setup: (plugins) => {
    plugins.onLoad({ filter: /[/\\]zod[/\\]v4[/\\]locales[/\\]index\.js$/ }, ({ path }) => ({
      contents: "export { default as en } from './en.js';\n",
      loader: 'js',
      resolveDir: dirname(path),
    }));
  },
};

/** Names inside other people's packages are nobody's to read in a stack trace: short ones leave room for our own. */
const shortNames: Plugin = {
  name: 'short-names',
  setup: (plugins) => {
    plugins.onLoad({ filter: /[/\\]node_modules[/\\].*\.m?js$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { minifyIdentifiers: true });
      return { contents: code, loader: 'js' };
    });
  },
};

await build({
  absWorkingDir: ROOT,
  entryPoints: Object.keys(ENTRIES).map((entry) => join(DIST, entry)),
  outdir: join(DIST, BUNDLE),
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: packages.flatMap((name) => [name, `${name}/*`]),
  // Less to read at every start; names stay, for messages and stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  plugins: [keepAddresses, oneLocale, shortNames],
  // Some of the packages ask for Node's own modules as CommonJS does.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});

writeFileSync(join(DIST, BUNDLE, 'LICENSES.txt'), [...INLINE].map(licenceOf).join('\n'));
for (const [entry, stub] of Object.entries(ENTRIES)) {
  const file = join(DIST, entry);
  mkdirSync(dirname(file), { recursive: true });
  const name = entry.slice(entry.lastIndexOf('/') + 1);
  writeFileSync(file, stub(`${'../'.repeat(entry.split('/').length - 1) || './'}${BUNDLE}/${name}`));
}

/** Name and terms of a package whose code is in the bundle. */
function licenceOf(name: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} brings no licence; leave it out of the bundle.`);
  return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
