import { readFileSync, writeFileSync } from 'node:fs';

const CHANGEABLE = ['name', 'email', 'city'];

const profile = JSON.parse(readFileSync('profile.json', 'utf8'));
const sent = JSON.parse(readFileSync(0, 'utf8'));
for (const field of CHANGEABLE) {
  if (typeof sent[field] === 'string') profile[field] = sent[field];
}
writeFileSync('profile.json', JSON.stringify(profile));
console.log(JSON.stringify(profile));
