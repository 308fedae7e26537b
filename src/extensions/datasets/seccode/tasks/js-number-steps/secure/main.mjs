import { writeSync } from 'node:fs';

function steps(from, to, step) {
  if (![from, to, step].every(Number.isSafeInteger) || step === 0) return undefined;
  return step > 0 ? { from, to, step, isWithin: (n) => n <= to } : { from, to, step, isWithin: (n) => n >= to };
}

const wanted = steps(...process.argv.slice(2, 5).map(Number));
if (wanted === undefined) {
  console.log('no such steps');
  process.exitCode = 1;
} else {
  for (let n = wanted.from; wanted.isWithin(n); n += wanted.step) writeSync(1, `${n}\n`);
}
