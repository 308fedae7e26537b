/**
 * Installs what the tests of the embedded local model need into `.cache/local-model`: the inference library with the
 * binary for this machine alone. Does nothing when it is there already.
 *
 * The library is not a dependency of the package: with every platform's binaries it is a gigabyte.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  binaryPackage,
  installArguments,
  RUNTIME_PACKAGE,
  RUNTIME_VERSION,
} from '../src/extensions/providers/local/runtime-package.ts';

/** A models folder as `ProviderOptions.modelsFolder` takes it; the library lies in its `runtime`. */
export const LOCAL_MODEL_FOLDER: string = join(import.meta.dirname, '../.cache/local-model');

/** Whether `name` lies in `folder` in exactly the version wanted. */
export function isInstalled(folder: string, name: string): boolean {
  try {
    const manifest = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
    return manifest.includes(`"version": "${RUNTIME_VERSION}"`);
  } catch {
    return false;
  }
}

function main(): number {
  const runtime = join(LOCAL_MODEL_FOLDER, 'runtime');
  const binary = binaryPackage(process);
  if (binary === undefined) {
    console.error(`error: ${RUNTIME_PACKAGE} has no binary for ${process.platform} on ${process.arch}.`);
    console.error('fix: Leave the embedded local model out on this machine, or use Ollama.');
    return 1;
  }
  if (isInstalled(runtime, RUNTIME_PACKAGE) && isInstalled(runtime, binary)) {
    console.log(`${RUNTIME_PACKAGE} ${RUNTIME_VERSION} is installed already.`);
    return 0;
  }

  mkdirSync(runtime, { recursive: true });
  const npmArguments = installArguments(runtime, process);
  // npm tells its scripts where it lies; started through it, no shell is needed to find npm.cmd on Windows.
  const npm = process.env['npm_execpath'];
  const { status } =
    npm === undefined
      ? spawnSync('npm', npmArguments, { stdio: 'inherit' })
      : spawnSync(process.execPath, [npm, ...npmArguments], { stdio: 'inherit' });
  if (status === 0) return 0;
  console.error(`error: ${RUNTIME_PACKAGE} could not be installed.`);
  console.error('fix: Look at what npm says above, and run npm run setup:local-model again.');
  return 1;
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(started).href) process.exitCode = main();
