import { tmpdir } from 'node:os';
import { openToolbox } from '#engine/sandbox/open-toolbox.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';
import { sandbox } from '../extensions/sandboxes/none/sandbox.ts';

/** The programs that are installed on this machine, run without a sandbox. */
export function realTools(searchPath: string = process.env['PATH'] ?? '/usr/bin:/bin'): Toolbox {
  return openToolbox(sandbox, {
    searchPath,
    temporaryFolder: tmpdir(),
    nowMs: () => performance.now(),
  });
}
