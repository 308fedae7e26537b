import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

const root = realpathSync('public');

function find(urlPath) {
  try {
    const path = decodeURIComponent(urlPath.split('?')[0]);
    const file = realpathSync(resolve(join(root, path === '/' ? '/index.html' : path)));
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

const file = find(process.argv[2] ?? '/');
console.log(file === undefined ? '404' : `200\n${readFileSync(file, 'utf8')}`);
