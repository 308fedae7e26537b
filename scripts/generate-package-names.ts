/**
 * Writes the names of packages that the detector `packages` knows:
 * `npm run generate:packages -- pypi <list> --month 2026-11 --rank 4`, `npm run generate:packages -- npm <list> --month 2026-11 --downloads 3`.
 *
 * The list is a text file with one package a line, its name first; a tab ends the name, and a first line of titles is left
 * out. The column `--rank` or `--downloads` (counted from 1) says which are well known. Where the list comes from is up to
 * whoever runs this, by hand and rarely: registries are not asked here. PyPI publishes all of its names as one index page; of
 * npm's several million names a list of those that are used is enough.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeNameSet } from './make-name-set.ts';
import { plainPythonName } from '../src/extensions/detectors/packages/plain-python-name.ts';

/** Bits per name: the lists are of very different length, and all of them together must stay small. */
const BITS = { pypi: 6, npm: 7 } as const;
const WELL_KNOWN = 1500;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rank: { type: 'string' }, downloads: { type: 'string' }, month: { type: 'string' } },
  });
  const [registry, list] = positionals;
  const { month } = values;
  if ((registry !== 'pypi' && registry !== 'npm') || list === undefined || month === undefined) {
    console.error('error: A registry, a list and its month are needed.');
    console.error('fix: Run npm run generate:packages -- pypi names.tsv --month 2026-11 --rank 4');
    return 2;
  }
  const plain = registry === 'pypi' ? plainPythonName : (name: string): string => name;
  const lines = readFileSync(list, 'utf8').split('\n');
  const rows = (lines[0]?.startsWith('name\t') === true ? lines.slice(1) : lines)
    .map((line) => line.split('\t'))
    .filter(([name = '']) => /^[@\w][\w./@~-]*$/.test(name));
  const names = [...new Set(rows.map(([name = '']) => plain(name)))];
  const column = Number(values.rank ?? values.downloads ?? 0) - 1;
  const wellKnown = rows
    .map((row) => ({ name: plain(row[0] ?? ''), number: Number(row[column] || 'NaN') }))
    .filter(({ number }) => Number.isFinite(number))
    .sort((a, b) => (values.rank === undefined ? b.number - a.number : a.number - b.number))
    .slice(0, WELL_KNOWN)
    .map(({ name }) => name)
    .sort();
  const { layout, bytes } = makeNameSet(names, BITS[registry]);
  const folder = join(import.meta.dirname, '../package-names');
  mkdirSync(folder, { recursive: true });
  const head = JSON.stringify({ month, count: names.length, ...layout, wellKnown });
  writeFileSync(join(folder, `${registry}.bin`), Buffer.concat([Buffer.from(`${head}\n`), bytes]));
  console.log(`${registry}: ${String(names.length)} names, ${String(bytes.length)} bytes`);
  return 0;
}

process.exitCode = main();
