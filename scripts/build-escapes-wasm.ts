/**
 * Builds the module of escapes for WebAssembly from its C, with clang and lld of this machine; only after a change of it.
 */
import { join } from 'node:path';
import { ROOT, runCommand } from './run-command.ts';
