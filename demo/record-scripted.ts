/**
 * `npm run demo:record-scripted`: writes the two recordings whose replies are ours. A real model that never fixes what it is
 * shown, or refuses half-way, cannot be had on demand; the recordings say that they are scripted, and so does the demo.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secure } from 'seccode';
import { recordingFromEvents } from '#engine/models/recording-from-events.ts';
import { writeRecording } from '#engine/models/recording.ts';
import { type ScriptEntry, startModelServer } from '../src/testing/model-server/model-server.ts';
import { RECORDINGS } from './run-cli.ts';

const PROGRAM = `**import_users.py**
\`\`\`python
import sqlite3
import sys


def add_user(connection: sqlite3.Connection, name: str, mail: str) -> None:
    connection.execute("INSERT INTO users (name, mail) VALUES ('" + name + "', '" + mail + "')")


def main() -> int:
    with sqlite3.connect("users.db") as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS users (name TEXT, mail TEXT)")
        for line in sys.stdin:
            name, _, mail = line.rstrip("\\n").partition(",")
            add_user(connection, name, mail)
    return 0


if __name__ == "__main__":
    sys.exit(main())
\`\`\`
`;

const REQUEST =
  'A Python script that reads lines of name,mail from standard input and adds them to a SQLite table of users.';

/** Every fixing prompt gets the same answer. */
async function record(id: string, fix: ScriptEntry): Promise<void> {
  let written = 0;
  const server = await startModelServer(({ prompt }) => {
    if (prompt[0]?.startsWith('You are the security reviewer') === true) return '{"findings": []}';
    written += 1;
    return written === 1 ? PROGRAM : fix;
  });
  const { events, verdict } = await secure({
    request: REQUEST,
    language: 'python',
    model: 'openai-compatible/scripted',
    baseUrl: server.baseUrl,
    maxIterations: 4,
  });
  await server.close();
  const recording = recordingFromEvents(events, { kind: 'scripted', title: REQUEST });
  writeFileSync(join(RECORDINGS, `${id}.json`), writeRecording(recording));
  console.log(`wrote demo/recordings/${id}.json: ${verdict}`);
}

await record('scripted-never-fixed', `- CWE-89, import_users.py: escaped the values\n\n${PROGRAM}`);
await record('scripted-refused', { kind: 'text', text: '', refusal: 'I cannot help with security topics.' });
