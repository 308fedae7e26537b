import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scriptedEvents } from '#testing/session-fixture.ts';
import { testStore } from '#testing/test-store.ts';
import { openStore } from './store.ts';

const MODULE = pathToFileURL(join(import.meta.dirname, 'store.ts')).href;
const [STARTED] = scriptedEvents;

testStore('files', {
  openStore,
  module: MODULE,
  logFile: (folder, sessionId) => join(folder, 'sessions', sessionId, 'events.jsonl'),
});

describe('openStore', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'seccode-files-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('keeps the folder out of git, and leaves a .gitignore that is there alone', async () => {
    await (await openStore(join(root, 'a')).create('one')).close();
    await mkdir(join(root, 'b'));
    await writeFile(join(root, 'b', '.gitignore'), 'mine\n');
    await (await openStore(join(root, 'b')).create('one')).close();

    await expect(readFile(join(root, 'a', '.gitignore'), 'utf8')).resolves.toBe('*\n');
    await expect(readFile(join(root, 'b', '.gitignore'), 'utf8')).resolves.toBe('mine\n');
  });

  it('writes one JSON object per line with the time it was told', async () => {
    const log = await openStore(root, { now: () => 1_763_867_702_000 }).create('one');
    await log.append(STARTED);
    await log.close();

    const text = await readFile(join(root, 'sessions', 'one', 'events.jsonl'), 'utf8');
    expect(text).toBe(`{"sequence":1,"atMs":1763867702000,"event":${JSON.stringify(STARTED)}}\n`);
  });

  it('leaves no drafts and one lock behind', async () => {
    const store = openStore(root);
    const log = await store.create('one');
    await expect(store.create('one')).rejects.toThrow('exists already');
    await log.append(STARTED);
    await log.close();
    await (await store.open('one')).close();

    await expect(readdir(join(root, 'sessions'))).resolves.toEqual(['one']);
    await expect(readdir(join(root, 'sessions', 'one'))).resolves.toEqual(['events.jsonl', 'lock.2']);
  });

  it('says what to do when the folder cannot be one', async () => {
    await writeFile(join(root, 'file'), '');

    await expect(openStore(join(root, 'file')).create('one')).rejects.toMatchObject({
      code: 'STORE_FAILED',
      remedy: 'Check that the path and the folders above it exist, are folders and can be read.',
    });
    await expect(openStore(join(root, 'file')).list()).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });

  it.skipIf(process.platform === 'win32')(
    'keeps what is durable when the disk fills up in the middle of a line',
    async () => {
      // A limit on the size of files stands in for a full disk: the write stops half-way in the same manner.
      const program = `
      const { openStore } = await import(${JSON.stringify(MODULE)});
      const log = await openStore(${JSON.stringify(root)}).create('one');
      await log.append(${JSON.stringify(STARTED)});
      const big = { type: 'session-resumed', version: 'x'.repeat(600_000) };
      for (const event of [big, { type: 'session-resumed', version: 'small' }]) {
        await log.append(event).catch((error) => console.log(error.code, error.details.code, error.remedy));
      }
      await log.close();`;
      const { stdout } = spawnSync(
        'bash',
        [
          '-c',
          `trap '' XFSZ; ulimit -f 256; exec "$0" --conditions=seccode-source --import tsx --input-type=module -e "$1"`,
          process.execPath,
          program,
        ],
        { encoding: 'utf8', cwd: import.meta.dirname },
      );

      const line = 'STORE_FAILED EFBIG Free some space on that disk, then go on with `seccode sessions resume`.\n';
      expect(stdout).toBe(line.repeat(2));
      const log = await openStore(root).open('one');
      expect(log.events.map(({ event }) => event)).toEqual([STARTED]);
      await log.append({ type: 'session-resumed', version: 'afterwards' });
      await log.close();
      await expect(openStore(root).read('one')).resolves.toHaveLength(2);
    },
  );

  it('finds the title behind a large first event and the iteration before a large last one', async () => {
    const store = openStore(root);
    const log = await store.create('one');
    const files = [{ path: 'big.py', text: '# x\n'.repeat(100_000) }];
    await log.append({ ...STARTED, task: { ...STARTED.task, request: '', files } });
    await log.append({ type: 'iteration-started', iteration: 4, kind: 'fix' });
    await log.append({ type: 'session-resumed', version: 'x'.repeat(300_000) });
    await log.close();

    await expect(store.list()).resolves.toMatchObject([{ title: 'big.py', iterations: 5 }]);
  });

  it('lists by reading the ends of a session only, so that a thousand take a third of a second', async () => {
    const store = openStore(root);
    const log = await store.create('one');
    await log.append(STARTED);
    await log.append({ type: 'session-resumed', version: 'x'.repeat(200_000) });
    for (const event of scriptedEvents.slice(1)) await log.append(event);
    await log.close();
    const file = join(root, 'sessions', 'one', 'events.jsonl');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('xxxx', 'x\nx'));

    // The flaw in the middle shows that nobody looked there.
    await expect(store.list()).resolves.toMatchObject([{ iterations: 3, verdict: 'secure' }]);
    await expect(store.read('one')).rejects.toMatchObject({ code: 'SESSION_DAMAGED', details: { line: 2 } });
  });
});
