import { readFileSync } from 'node:fs';

const DEFAULTS = { theme: 'light', editor: { tabs: 2, wrap: true } };

function merge(base, changes) {
  for (const key in changes) {
    if (typeof changes[key] === 'object' && typeof base[key] === 'object') merge(base[key], changes[key]);
    else base[key] = changes[key];
  }
  return base;
}

console.log(JSON.stringify(merge(DEFAULTS, JSON.parse(readFileSync(0, 'utf8')))));
for (const user of JSON.parse(readFileSync('users.json', 'utf8'))) {
  console.log(`${user.name}: ${user.admin === true ? 'admin' : 'reader'}`);
}
