import { createRequire } from 'node:module';

type Ruff = typeof import('@astral-sh/ruff-wasm-nodejs');

const PACKAGE = '@astral-sh/ruff-wasm-nodejs';
const require = createRequire(import.meta.url);

/** Compiles Ruff's WebAssembly, 10 MB in about 60 ms: only when somebody really has Python to check. */
export function loadRuff(): Ruff {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the package's own declarations say what it is
  const ruff: Ruff = require(PACKAGE);
  return ruff;
}

/**
 * Forgets the loaded module, so that the next `loadRuff` makes a new one.
 *
 * A panic or an exhausted stack leaves the memory of a WebAssembly instance as it was in the middle of its work: locks
 * held, stack pointer moved. Nothing that it says afterwards can be trusted.
 */
export function dropRuff(): void {
  Reflect.deleteProperty(require.cache, require.resolve(PACKAGE));
}

/** Whether the package is installed, without loading it. */
export function hasRuff(): boolean {
  try {
    return require.resolve(PACKAGE) !== '';
  } catch {
    return false;
  }
}
