import { readFileSync } from 'node:fs';

const orders = JSON.parse(readFileSync('orders.json', 'utf8'));

function answer({ customer, list, order }) {
  if (list === true) {
    return orders
      .filter((one) => one.customer === customer)
      .map(({ id }) => `${id}`)
      .join('\n');
  }
  return orders.find(({ id }) => id === order)?.text ?? 'no such order';
}

for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (line.trim() !== '') console.log(answer(JSON.parse(line)));
}
