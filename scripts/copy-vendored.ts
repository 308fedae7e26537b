/**
 * Copies into `vendor/`, which is published with SecCode, what is needed of packages that would drag much more along: of
 * recheck its build for browsers (3 MB), without the Java and native programs (50 MB) that it installs for other uses.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { copyPacked } from './copy-packed.ts';

const packages = createRequire(import.meta.url);
const folder = join(import.meta.dirname, '../vendor/recheck');
const from = dirname(packages.resolve('recheck/package.json'));

mkdirSync(folder, { recursive: true });
await copyPacked(join(from, 'lib/browser.js'), join(folder, 'browser.cjs.br'));
cpSync(join(from, 'LICENSE'), join(folder, 'LICENSE'));
// What builds before this one wrote.
rmSync(join(folder, 'browser.cjs'), { force: true });
