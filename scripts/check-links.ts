/** Red when a relative link of a Markdown file leads nowhere. Looks at what git tracks or would track. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anchorsOf, relativeLinks } from './markdown-links.ts';
import { capture, ROOT } from './run-command.ts';

const { stdout } = capture('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md']);
// A tracked file that was just deleted is still listed; fixtures may hold broken links on purpose.
const files = stdout
  .split('\0')
  .filter((file) => file !== '' && !/(^|\/)fixtures\//.test(file) && existsSync(join(ROOT, file)));

const broken = files.flatMap((file) =>
  relativeLinks(read(file)).flatMap(({ line, path, anchor }) => {
    const target = path === '' ? file : join(path.startsWith('/') ? '' : dirname(file), path);
    const fault = faultOf(target, anchor);
    return fault === undefined ? [] : [`error: ${file}:${line}: ${fault}`];
  }),
);

for (const line of broken) console.error(line);
if (broken.length > 0) console.error('fix: Correct the link, or the heading it names.');
else console.log(`${files.length} files, every relative link leads somewhere.`);
process.exitCode = broken.length === 0 ? 0 : 1;

function faultOf(target: string, anchor: string): string | undefined {
  if (!existsSync(join(ROOT, target))) return `there is no ${target}.`;
  if (anchor === '' || !target.endsWith('.md')) return undefined;
  return anchorsOf(read(target)).includes(anchor) ? undefined : `${target} has no heading #${anchor}.`;
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
