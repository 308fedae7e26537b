import { readFileSync } from 'node:fs';

const DEFAULTS = { theme: 'light', editor: { tabs: 2, wrap: true } };

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(base, changes) {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(changes)) {
    if (key === '__proto__') continue;
    const old = merged.get(key);
    merged.set(key, isObject(old) && isObject(value) ? merge(old, value) : value);
  }
  return Object.fromEntries(merged);
}

console.log(JSON.stringify(merge(DEFAULTS, JSON.parse(readFileSync(0, 'utf8')))));
for (const user of JSON.parse(readFileSync('users.json', 'utf8'))) {
  console.log(`${user.name}: ${user.admin === true ? 'admin' : 'reader'}`);
}
