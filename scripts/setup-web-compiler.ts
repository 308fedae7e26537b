/**
 * Installs what the tests of the C compiler in WebAssembly need into `.cache/web-compiler`. Does nothing when it is there
 * already.
 *
 * The compiler is not a dependency of the package: it takes a hundred megabytes.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findCompiler, PACKAGE, VERSION } from '../src/extensions/toolchains/yowasp-clang/find-compiler.ts';
import { npmInstall } from './npm-install.ts';

/** A folder as npm's `--prefix` takes it. */
const FOLDER: string = join(import.meta.dirname, '../.cache/web-compiler');

async function main(): Promise<number> {
  const found = await findCompiler([join(FOLDER, 'node_modules')]);
  if (found?.version === VERSION) {
    console.log(`${PACKAGE} ${VERSION} is installed already.`);
    return 0;
  }
  mkdirSync(FOLDER, { recursive: true });
  const npmArguments = ['install', '--prefix', FOLDER, '--no-save', '--ignore-scripts', `${PACKAGE}@${VERSION}`];
  return npmInstall(npmArguments, PACKAGE, 'npm run setup:web-compiler');
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(started).href) process.exitCode = await main();
