import { writeSync } from 'node:fs';

const [from, to, step] = process.argv.slice(2, 5).map(Number);
if ([from, to, step].some(Number.isNaN)) {
  console.log('no such steps');
  process.exitCode = 1;
} else {
  for (let n = from; step < 0 ? n >= to : n <= to; n += step) writeSync(1, `${n}\n`);
}
