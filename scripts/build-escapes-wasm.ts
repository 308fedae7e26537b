/** Builds the module of escapes for WebAssembly from its C, with clang and lld of this machine; only after a change of it. */
import { run } from './run-command.ts';

const FIXTURES = 'src/testing/fixtures';

process.exitCode = run('clang', [
  ...['--target=wasm32', '-Os', '-nostdlib', '-ffreestanding', '-fno-builtin', '-Wall', '-Werror'],
  ...['-Wl,--export=_start', '-Wl,--strip-all', '-o', `${FIXTURES}/escapes.wasm`, `${FIXTURES}/escapes.c`],
]);
