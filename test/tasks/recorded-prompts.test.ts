import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extensions, load } from '#apps/compose.ts';
import { readPlan } from '#apps/workbench/evals/read-plan.ts';
import { promptHash } from '#engine/models/prompt-hash.ts';
import { readOwnTasks } from '#testing/own-tasks.ts';

const DEMO = join(import.meta.dirname, '../../demo/eval');
const Kept = z.object({ replies: z.array(z.object({ promptHash: z.string(), purpose: z.string() })) });

const { strategies = [], datasets = [] } = await readPlan(join(DEMO, 'plan.yaml'));
const recorded = Kept.parse(JSON.parse(readFileSync(join(DEMO, 'replies.json'), 'utf8'))).replies;
const { languageNamed } = await extensions.syntax();
const python = languageNamed('python');
if (python === undefined) throw new Error('SecCode knows no Python.');
const tasks = (await readOwnTasks()).filter(({ language }) => language === 'python').slice(0, datasets[0]?.limit);

describe('the recorded evaluation', () => {
  // A changed word of a prompt, or a changed task, would leave `npm run demo:eval` without replies.
  it.each(strategies)('has a reply to the first prompt of each task under %s', async (name) => {
    const strategy = await load(extensions.strategies, name, 'strategy');
    const hashes = new Set(recorded.map((reply) => reply.promptHash));

    const unanswered = tasks.filter(({ request = '' }) => {
      const { messages } = strategy.generate({ request, language: python, iteration: 0, earlier: [] });
      return !hashes.has(promptHash(messages));
    });

    expect(tasks).toHaveLength(20);
    expect(unanswered.map(({ id }) => id)).toEqual([]);
  });

  it('has replies to fixes, each prompt once', () => {
    expect(recorded.filter(({ purpose }) => purpose === 'fix').length).toBeGreaterThan(0);
    expect(new Set(recorded.map((reply) => reply.promptHash)).size).toBe(recorded.length);
  });
});
