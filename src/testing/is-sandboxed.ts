import { tmpdir } from 'node:os';
import { sandbox } from '../extensions/sandboxes/bubblewrap/sandbox.ts';

/** Whether bubblewrap works on this machine: tests that run programs for real are skipped, and say so, where it does not. */
export const isSandboxed: boolean = (
  await sandbox.availability({
    searchPath: process.env['PATH'] ?? '/usr/bin:/bin',
    temporaryFolder: tmpdir(),
    nowMs: () => performance.now(),
  })
).isUsable;
