import { readFileSync, writeFileSync } from 'node:fs';

const profile = JSON.parse(readFileSync('profile.json', 'utf8'));
const sent = JSON.parse(readFileSync(0, 'utf8'));
Object.assign(profile, sent);
writeFileSync('profile.json', JSON.stringify(profile));
console.log(JSON.stringify(profile));
