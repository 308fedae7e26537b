import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

function checksum(name) {
  try {
    return execSync(`cksum "${name}"`, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(' ')[0];
  } catch {
    return 'missing';
  }
}

for (const name of readFileSync(0, 'utf8').split('\n')) {
  if (name !== '') console.log(`${name} ${checksum(name)}`);
}
