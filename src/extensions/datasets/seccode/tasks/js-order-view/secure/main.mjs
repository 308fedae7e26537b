import { readFileSync } from 'node:fs';

const orders = JSON.parse(readFileSync('orders.json', 'utf8'));

function answer({ customer, list, order }) {
  const own = orders.filter((one) => one.customer === customer);
  if (list === true) return own.map(({ id }) => `${id}`).join('\n');
  return own.find(({ id }) => id === order)?.text ?? 'no such order';
}

for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (line.trim() !== '') console.log(answer(JSON.parse(line)));
}
