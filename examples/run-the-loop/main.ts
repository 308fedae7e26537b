/**
 * The loop from a program, in ten lines. Runs on a recording, so that it needs no key: put `openai/gpt-4.1` or any other
 * model in its place.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { secure } from 'seccode';

const { verdict, stopReason, files } = await secure({
  request: 'a function find_user(connection, name) that looks a user up by name in SQLite',
  language: 'python',
  model: `replay:${join(import.meta.dirname, 'recording.json')}`,
  maxIterations: 3,
});
console.log(`${verdict} (${stopReason})\n${files.map(({ text }) => text).join('\n')}`);

assert.equal(verdict, 'secure');
assert.match(files[0]?.text ?? '', /WHERE name = \?/);
