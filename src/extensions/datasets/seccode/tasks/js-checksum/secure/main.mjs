import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

function checksum(name) {
  const { status, stdout } = spawnSync('cksum', ['--', name], { encoding: 'utf8' });
  return status === 0 ? stdout.split(' ')[0] : 'missing';
}

for (const name of readFileSync(0, 'utf8').split('\n')) {
  if (name !== '') console.log(`${name} ${checksum(name)}`);
}
