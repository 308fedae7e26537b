import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderOptions } from '#engine/models/provider.ts';
import { provider } from './provider.ts';

const options: ProviderOptions = { environment: {}, modelsFolder: 'unused' };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seccode-replay-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const scriptedRecording = {
  format: 'seccode-recording',
  version: 1,
  recordedWith: '0.1.0',
  title: 'Scripted',
  kind: 'scripted',
  task: { kind: 'generate', request: 'Add.', language: 'python', files: [] },
  settings: {
    strategy: 'encouragement',
    model: 'openai/gpt-4.1',
    feedback: [],
    marking: [],
    failOn: 'low',
    minConfidence: 'low',
    isInteractive: false,
    limits: { maxIterations: 1, flatRounds: 1 },
  },
  exchanges: [
    {
      requestId: '0.strategy.1',
      purpose: 'generate',
      asker: 'strategy',
      model: 'openai/gpt-4.1',
      answeredBy: 'gpt-4.1',
      promptHash: 'abc',
      messages: [{ role: 'user', content: 'Add.' }],
      outcome: { kind: 'answered', text: 'a + b' },
      usage: {},
      cost: 5,
      durationMs: 1,
    },
  ],
};

describe('the replay provider', () => {
  it('answers from a file', async () => {
    const file = join(folder, 'add.json');
    await writeFile(file, JSON.stringify(scriptedRecording));

    const client = await provider.open(file, options);

    expect(client.model).toBe(`replay:${file}`);
    expect(
      client.replay?.({ id: '0.strategy.1', purpose: 'generate', messages: [{ role: 'user', content: 'Add.' }] })
        .outcome,
    ).toEqual({ kind: 'answered', text: 'a + b' });
  });

  it('is usable everywhere', async () => {
    await expect(provider.availability(options)).resolves.toMatchObject({ isUsable: true });
  });

  it('wants a file', async () => {
    await expect(provider.open('', options)).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      remedy: 'Name the file, as in replay:FILE.',
    });
  });

  it('says that a file is not there', async () => {
    await expect(provider.open(join(folder, 'gone.json'), options)).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: "The recording 'gone.json' cannot be read.",
    });
  });

  it('says that a file is no recording', async () => {
    const file = join(folder, 'other.json');
    await writeFile(file, '{}');

    await expect(provider.open(file, options)).rejects.toMatchObject({ code: 'RECORDING_INVALID' });
  });
});
