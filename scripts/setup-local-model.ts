/**
 * Installs what the tests of the embedded local model need into `.cache/local-model`: the inference library with the
 * binary for this machine alone. Does nothing when it is there already.
 *
 * The library is not a dependency of the package: with every platform's binaries it is a gigabyte.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  binaryPackage,
  installArguments,
  RUNTIME_PACKAGE,
  RUNTIME_VERSION,
} from '../src/extensions/providers/local/runtime-package.ts';
import { npmInstall } from './npm-install.ts';

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
  return npmInstall(npmArguments, RUNTIME_PACKAGE, 'npm run setup:local-model');
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(started).href) process.exitCode = main();
