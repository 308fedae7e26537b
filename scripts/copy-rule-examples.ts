/**
 * Writes `vendor/rule-examples.json.br`, which `seccode rules show` reads: the examples of every rule, from its page. The
 * pages themselves are for people who read the repository, and would be a fifteenth of the package.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePacked } from './write-packed.ts';

const pages = join(import.meta.dirname, '../docs/rules');
const folder = join(import.meta.dirname, '../vendor');
const SECTION = /^## Examples\n([\s\S]*?)(?=^## |$(?![\s\S]))/m;
const EXAMPLE = /^### (.+)\n\n(`{3,})\w*\n([\s\S]*?)\n\2$/gm;

const paths = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.includes('/') && path.endsWith('.md'))
  .sort();
const examples = Object.fromEntries(
  paths.map((path) => {
    const [, section = ''] = SECTION.exec(readFileSync(join(pages, path), 'utf8')) ?? [];
    const found = Array.from(section.matchAll(EXAMPLE), ([, title = '', , code = '']) => ({
      title,
      code: `${code}\n`,
    }));
    return [path.replace(/\.md$/, ''), found];
  }),
);
mkdirSync(folder, { recursive: true });
await writePacked(Buffer.from(`${JSON.stringify(examples)}\n`), join(folder, 'rule-examples.json.br'));
