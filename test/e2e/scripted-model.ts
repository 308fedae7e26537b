import type { RecordedRequest } from '#testing/model-server/scripted-reply.ts';
import { type ModelServer, type ScriptEntry, startModelServer } from '#testing/model-server/model-server.ts';

/** A scripted program in the form that prompts ask for. */
export function program(code: string, before = ''): string {
  return `${before}**main.py**\n\`\`\`python\n${code}\n\`\`\`\n`;
}

/** Finds users by name, in a statement put together from parts: CWE-89 for everybody who looks. */
export const VULNERABLE: string = `import sqlite3


def find_user(connection: sqlite3.Connection, name: str) -> list:
    query = "SELECT id, name FROM users WHERE name = '" + name + "'"
    return connection.execute(query).fetchall()


def count_users(connection: sqlite3.Connection) -> int:
    return connection.execute("SELECT COUNT(*) FROM users").fetchone()[0]`;

/** The same with the value bound. */
export const FIXED: string = VULNERABLE.replace(
  `    query = "SELECT id, name FROM users WHERE name = '" + name + "'"
    return connection.execute(query).fetchall()`,
  `    return connection.execute("SELECT id, name FROM users WHERE name = ?", (name,)).fetchall()`,
);

/** What the reviewer would say of `VULNERABLE`. */
export const REVIEW_FINDING: Readonly<
  Record<'path' | 'quote' | 'cwe' | 'severity' | 'confidence' | 'weakness' | 'attack' | 'fix', string>
> & { readonly line: number } = {
  path: 'main.py',
  line: 5,
  quote: `query = "SELECT id, name FROM users WHERE name = '" + name + "'"`,
  cwe: 'CWE-89',
  severity: 'high',
  confidence: 'high',
  weakness: 'The name is concatenated into the SQL statement.',
  attack: "A caller passes x' OR '1'='1 as the name and reads every user.",
  fix: 'Bind the name as a parameter.',
};

/** Replies by who asks. `write` goes through its list; its last entry repeats. */
export interface ScriptedModel {
  readonly write: readonly ScriptEntry[];
  /** By the code that is shown; clean when absent. */
  readonly review?: (code: string, index: number) => ScriptEntry;
  readonly refute?: (claims: string) => ScriptEntry;
}

/** What a server was asked, by who asked. */
export interface ScriptedServer extends ModelServer {
  readonly written: () => readonly RecordedRequest[];
  readonly reviewed: () => readonly RecordedRequest[];
}

/** Flags that lead the command line to a scripted server. */
export function flagsFor({ baseUrl }: Pick<ModelServer, 'baseUrl'>): readonly string[] {
  return ['-m', 'openai-compatible/scripted', '--base-url', baseUrl];
}

export function isReview({ prompt }: RecordedRequest): boolean {
  return (prompt[0] ?? '').startsWith('You are the security reviewer');
}

export function isRefutation({ prompt }: RecordedRequest): boolean {
  return (prompt[0] ?? '').startsWith('Somebody claims');
}

/** Starts a model that knows its roles. */
export async function startScriptedModel({ write, review, refute }: ScriptedModel): Promise<ScriptedServer> {
  let written = 0;
  let reviewed = 0;
  const server = await startModelServer((request) => {
    if (isReview(request)) {
      reviewed += 1;
      return review?.(request.prompt[1] ?? '', reviewed - 1) ?? '{"findings": []}';
    }
    if (isRefutation(request)) {
      return refute?.(request.prompt[1] ?? '') ?? '{"claims": [{"number": 1, "stands": true, "reason": "It holds."}]}';
    }
    written += 1;
    return write[Math.min(written, write.length) - 1] ?? 'The script has no reply.';
  });
  const asks = (request: RecordedRequest): boolean => isReview(request) || isRefutation(request);
  return {
    ...server,
    written: () => server.requests.filter((request) => !asks(request)),
    reviewed: () => server.requests.filter(asks),
  };
}
