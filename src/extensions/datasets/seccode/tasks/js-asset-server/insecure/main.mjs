import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

function find(urlPath) {
  const path = decodeURIComponent(urlPath.split('?')[0].replaceAll('../', ''));
  const file = join('public', path === '/' ? '/index.html' : path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

const file = find(process.argv[2] ?? '/');
console.log(file === undefined ? '404' : `200\n${readFileSync(file, 'utf8')}`);
