import { readFileSync, readdirSync } from 'node:fs';

function textOf(file) {
  const known = readdirSync('attachments', { withFileTypes: true }).some((entry) => entry.isFile() && entry.name === file);
  return known ? readFileSync(`attachments/${file}`, 'utf8') : 'not found';
}

let request;
try {
  request = JSON.parse(readFileSync(0, 'utf8'));
} catch {
  request = undefined;
}
console.log(typeof request?.file === 'string' ? textOf(request.file) : 'not found');
