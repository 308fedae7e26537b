/**
 * Writes `recording.json` for the example: `npx tsx examples/run-the-loop/record.ts`. The replies are scripted, ours, and the
 * recording says so: an example has to be the same on every machine.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secure } from 'seccode';
import { recordingFromEvents } from '#engine/models/recording-from-events.ts';
import { writeRecording } from '#engine/models/recording.ts';
import { startModelServer } from '../../src/testing/model-server/model-server.ts';

const program = (query: string): string => `**main.py**
\`\`\`python
import sqlite3


def find_user(connection: sqlite3.Connection, name: str) -> list[tuple]:
    return connection.execute(${query}).fetchall()
\`\`\`
`;
const vulnerable = program(`"SELECT id, name FROM users WHERE name = '" + name + "'"`);
const fixed = `- CWE-89, main.py: bound the name\n\n${program('"SELECT id, name FROM users WHERE name = ?", (name,)')}`;

let written = 0;
const server = await startModelServer(({ prompt }) => {
  if (prompt[0]?.startsWith('You are the security reviewer') === true) return '{"findings": []}';
  written += 1;
  return written === 1 ? vulnerable : fixed;
});
const { events } = await secure({
  request: 'a function find_user(connection, name) that looks a user up by name in SQLite',
  language: 'python',
  model: 'openai-compatible/scripted',
  baseUrl: server.baseUrl,
  maxIterations: 3,
});
await server.close();
writeFileSync(
  join(import.meta.dirname, 'recording.json'),
  writeRecording(recordingFromEvents(events, { kind: 'scripted' })),
);
