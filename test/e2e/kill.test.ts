import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, runSeccode } from './run-seccode.ts';
import { FIXED, program, REVIEW_FINDING, startScriptedModel, VULNERABLE } from './scripted-model.ts';

const CHILD = join(import.meta.dirname, 'killed-child.mjs');

interface Outcome {
  /** Types of the stored events, without those of the resumption. */
  readonly events: readonly string[];
  /** Prompts that reached the model. */
  readonly prompts: readonly string[];
  readonly stdout: string;
}

/** Runs the same scripted session, killed after event `at` and resumed; 0 is never killed. */
async function run(at: number): Promise<Outcome> {
  const server = await startScriptedModel({
    write: [program(VULNERABLE), program(FIXED)],
    review: (code) => JSON.stringify({ findings: code.includes(REVIEW_FINDING.quote) ? [REVIEW_FINDING] : [] }),
  });
  try {
    const folder = freshFolder();
    const signal = await new Promise<unknown>((resolve) => {
      execFile(process.execPath, [CHILD, server.baseUrl, join(folder, '.seccode'), String(at)], (error) => {
        resolve(error?.signal ?? undefined);
      });
    });
    expect(signal, `event ${at}`).toBe(at === 0 ? undefined : 'SIGKILL');
    // An unfinished session is resumed as a user would; a finished one gives its result again and asks nobody.
    const [sessionId = ''] = readdirSync(join(folder, '.seccode/sessions'));
    const { stdout } = await runSeccode(['sessions', 'resume', sessionId], {
      cwd: folder,
      env: { SECCODE_BASE_URL: server.baseUrl },
    });
    const log = readFileSync(join(folder, '.seccode/sessions', sessionId, 'events.jsonl'), 'utf8');
    const events = log
      .trimEnd()
      .split('\n')
      .map((line): string => JSON.parse(line).event.type)
      .filter((type) => type !== 'session-resumed');
    return { events, prompts: server.requests.map(({ prompt }) => prompt.join('\n')), stdout };
  } finally {
    await server.close();
  }
}

describe('a process killed with SIGKILL', () => {
  it('leaves a session that goes on from every event: no prompt twice, the same end', {
    timeout: 300_000,
  }, async () => {
    const whole = await run(0);
    expect(whole.stdout).toContain('WHERE name = ?');
    expect(whole.events.length).toBeGreaterThan(20);

    const killed: Outcome[] = [];
    for (let at = 1; at < whole.events.length; at += 2) {
      killed.push(...(await Promise.all([at, at + 1].filter((n) => n < whole.events.length).map(run))));
    }

    expect(killed).toHaveLength(whole.events.length - 1);
    for (const [index, outcome] of killed.entries()) {
      expect(outcome, `killed after event ${index + 1}`).toEqual(whole);
    }
  });
});
