import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newestChangeMs } from './newest-change.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seccode-newest-'));
  mkdirSync(join(root, 'deep/deeper'), { recursive: true });
  writeFileSync(join(root, 'deep/deeper/a.ts'), '');
  for (const path of ['deep/deeper/a.ts', 'deep/deeper', 'deep', '.']) setTime(path, 1000);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Sets the time of change, in seconds since 1970. */
function setTime(path: string, seconds: number): void {
  utimesSync(join(root, path), seconds, seconds);
}

describe('newestChangeMs', () => {
  it('sees a changed file deep inside', () => {
    setTime('deep/deeper/a.ts', 2000);

    expect(newestChangeMs([root])).toBe(2_000_000);
  });

  it('sees a deleted file by its folder', () => {
    setTime('deep/deeper', 3000);

    expect(newestChangeMs([root])).toBe(3_000_000);
  });

  it('leaves out what does not exist', () => {
    expect(newestChangeMs([join(root, 'nowhere')])).toBe(0);
    expect(newestChangeMs([join(root, 'nowhere'), root])).toBe(1_000_000);
  });
});
