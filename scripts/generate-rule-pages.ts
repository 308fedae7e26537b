/**
 * Writes `docs/rules` from the rules and their examples: a page for each, and the index.
 *
 * `--check` writes nothing and exits 1 when a page is stale, missing, or speaks of a rule that is gone.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { rules as registry } from '#extensions/rules/index.generated.ts';
import { readExamples } from '#testing/rule-example.ts';
import { ROOT } from './run-command.ts';
import { ruleIndex, rulePage } from './rule-pages.ts';

const FOLDER = 'docs/rules';
const densitySchema = z.object({ rules: z.record(z.string(), z.number()) });

const all = (await Promise.all(Object.values(registry).map((load) => load()))).flat();
const rules = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const densities = readDensities();
const wanted = new Map([
  [`${FOLDER}/README.md`, ruleIndex(rules)],
  ...rules.map((rule): [string, string] => [
    `${FOLDER}/${rule.id}.md`,
    rulePage({
      rule,
      examples: readExamples(join(ROOT, 'src/extensions/rules', rule.id)).flatMap(({ name, files }) =>
        files.map(({ path, text }) => ({ path: path === name ? name : `${name}/${path}`, text })),
      ),
      density: densities[rule.id],
    }),
  ]),
]);
const present = existsSync(join(ROOT, FOLDER))
  ? readdirSync(join(ROOT, FOLDER), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${FOLDER}/${file}`)
  : [];

const stale = [...wanted].filter(
  ([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== text,
);
const gone = present.filter((path) => !wanted.has(path));

if (process.argv.includes('--check')) {
  for (const path of [...stale.map(([name]) => name), ...gone]) {
    console.error(`error: ${path} is not what the rules give.\nfix: Run npm run generate and commit the result.`);
    process.exitCode = 1;
  }
} else {
  for (const path of gone) {
    rmSync(join(ROOT, path));
    console.log(`removed ${path}`);
  }
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(`wrote ${path}`);
  }
}

/** What `npm run corpus` measured. */
function readDensities(): Readonly<Record<string, number>> {
  const file = join(ROOT, 'corpus/expected/density.json');
  return existsSync(file) ? densitySchema.parse(JSON.parse(readFileSync(file, 'utf8'))).rules : {};
}
