/**
 * Writes the names of packages that the detector `packages` knows: `npm run generate:packages -- pypi <list>` or `npm <list>`.
 *
 * The list is a text file with one package a line, its name first; a tab ends the name. A number in the column `--rank` or
 * `--downloads` (counted from 1) says which are well known. It is made by hand, rarely: registries are not asked here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeNameSet } from '../src/extensions/detectors/packages/name-set.ts';
import { plainPythonName } from '../src/extensions/detectors/packages/plain-python-name.ts';

/** Bits per name: the lists are of very different length, and all of them together must stay small. */
const BITS = { pypi: 7, npm: 10 } as const;
const WELL_KNOWN = 1500;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rank: { type: 'string' }, downloads: { type: 'string' } },
  });
  const [registry, list] = positionals;
  if ((registry !== 'pypi' && registry !== 'npm') || list === undefined) {
    console.error('error: A registry and a list are needed.');
    console.error('fix: Run npm run generate:packages -- pypi names.tsv --rank 4');
    return 2;
  }
  const plain = registry === 'pypi' ? plainPythonName : (name: string): string => name;
  const rows = readFileSync(list, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([name = '']) => /^[@\w][\w./@~-]*$/.test(name));
  const names = [...new Set(rows.map(([name = '']) => plain(name)))];
  const column = Number(values.rank ?? values.downloads ?? 0) - 1;
  const ranked = rows
    .map((row) => ({ name: plain(row[0] ?? ''), number: Number(row[column] || 'NaN') }))
    .filter(({ number }) => Number.isFinite(number))
    .sort((a, b) => (values.rank === undefined ? b.number - a.number : a.number - b.number))
    .slice(0, WELL_KNOWN)
    .map(({ name }) => name)
    .sort();
  const { bits, hashes } = makeNameSet(names, BITS[registry]);
  const file = join(import.meta.dirname, `../src/extensions/detectors/packages/${registry}-names.generated.ts`);
  writeFileSync(
    file,
    [
      '// Written by scripts/generate-package-names.ts; do not edit.',
      "import type { NameSet } from './name-set.ts';",
      '',
      `/** ${String(names.length)} names. */`,
      `export const NAMES: NameSet = { hashes: ${String(hashes)}, bits: '${bits}' };`,
      '',
      '/** The most used ones. */',
      `export const WELL_KNOWN: readonly string[] = '${ranked.join(' ')}'.split(' ');`,
      '',
    ].join('\n'),
  );
  console.log(`${file}: ${String(names.length)} names, ${String(bits.length)} characters`);
  return 0;
}

process.exitCode = main();
