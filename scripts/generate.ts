/**
 * Writes every generated file that the sources decide. `--check` writes nothing and exits 1 when one is stale.
 *
 * `generate-cwe.ts` is not among them: it reads a download that is no part of this repository.
 */
import { join } from 'node:path';
import { runNode } from './run-command.ts';

const GENERATORS = ['generate-registries.ts', 'generate-config-schema.ts', 'generate-rule-pages.ts'];
const options = process.argv.slice(2);

// Without the condition, `#apps/...` would mean the last build.
const PREFIX = ['--conditions=seccode-source', '--import', 'tsx'];

const failed = GENERATORS.filter((file) => runNode([...PREFIX, join(import.meta.dirname, file), ...options]) !== 0);
process.exitCode = failed.length === 0 ? 0 : 1;
