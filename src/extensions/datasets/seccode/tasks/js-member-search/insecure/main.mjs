import { readFileSync } from 'node:fs';

const OPERATORS = { $gt: (a, b) => a > b, $lt: (a, b) => a < b, $ne: (a, b) => a !== b };

function holds(value, condition) {
  if (typeof condition !== 'object' || condition === null) return value === condition;
  return Object.entries(condition).every(([name, other]) => {
    return Object.hasOwn(OPERATORS, name) && OPERATORS[name](value, other);
  });
}

function search(members, conditions) {
  const wanted = Object.entries(conditions);
  return members.filter((member) => wanted.every(([field, condition]) => holds(member[field], condition)));
}

const members = JSON.parse(readFileSync('members.json', 'utf8'));
const request = JSON.parse(readFileSync(0, 'utf8'));
if (request.search !== undefined) {
  for (const { name } of search(members, request.search)) console.log(name);
} else {
  const [found] = search(members, request.login);
  console.log(found === undefined ? 'no such member' : `welcome ${found.name}`);
}
