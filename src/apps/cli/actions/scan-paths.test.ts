import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { fakeProcess } from '#testing/fake-process.ts';
import { toConfig } from '../../config/config.ts';
import { DEFAULTS } from '../../config/defaults.ts';
import { openTerminal } from '../terminal.ts';
import { scanWish } from './scan-paths.ts';

it('passes on how many threads there may be', async () => {
  const folder = tmpdir();
  const terminal = openTerminal(fakeProcess({ folder }));
  const context = { terminal, signal: new AbortController().signal, end: () => undefined };
  const wish = (options: Readonly<Record<string, unknown>>) => scanWish(options, toConfig(DEFAULTS), folder, context);
  expect((await wish({ concurrency: 1, baseline: false })).concurrency).toBe(1);
  expect(await wish({ baseline: false })).not.toHaveProperty('concurrency');
});
