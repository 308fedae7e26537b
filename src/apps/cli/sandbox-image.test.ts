import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeProcess } from '#testing/fake-process.ts';
import { runCli } from './run-cli.ts';

/** A scripted program in the place of docker: it answers, and has no image. */
const DOCKER = '#!/bin/sh\necho "Error response from daemon: No such image" >&2\nexit 1\n';

describe('the key sandboxImage', () => {
  it.each([
    [['fix', 'a.py', '--test-cmd', 'true', '--sandbox', 'docker', '-m', 'openai-compatible/scripted']],
    [['doctor']],
  ])('is what %j looks for', async (args) => {
    const folder = mkdtempSync(join(tmpdir(), 'seccode-image-'));
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'docker'), DOCKER);
    chmodSync(join(bin, 'docker'), 0o755);
    writeFileSync(join(folder, 'a.py'), 'print(1)\n');
    writeFileSync(join(folder, 'seccode.config.yaml'), 'sandboxImage: example/own:1\n');
    const process = fakeProcess({ folder, environment: { PATH: bin, SECCODE_TRUSTED_PROJECTS: folder } });

    await runCli(args, process);

    expect(process.printed() + process.noted()).toContain('docker pull example/own:1');
  });
});
