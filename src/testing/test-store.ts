import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecCodeError } from '#core/errors.ts';
import type { SessionEvent } from '#core/session-event.ts';
import type { OpenStore, SessionStore } from '#engine/storage/store.ts';
import { scriptedEvents } from './session-fixture.ts';

/** A kind of store as the kit needs it. */
export interface StoreUnderTest {
  readonly openStore: OpenStore;
  /** Address of the module that exports `openStore`, for other processes to load. */
  readonly module: string;
  /** The file that `append` writes to, for stores that have one: the kit cuts and damages it. */
  readonly logFile?: (folder: string, sessionId: string) => string;
}

const ID = '20261123-031502-k3x9q2';
const [STARTED] = scriptedEvents;
const SECOND: SessionEvent = { type: 'session-resumed', version: '0.1.0' };

/** The one suite that every store must pass; call it inside the store's own test file. */
export function testStore(name: string, { openStore, module, logFile }: StoreUnderTest): void {
  let folder: string;
  let store: SessionStore;
  const others: OtherProcess[] = [];

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'seccode-store-')), 'state');
    store = openStore(folder);
  });
  afterEach(async () => {
    await Promise.all(others.splice(0).map((other) => other.kill()));
    await rm(join(folder, '..'), { recursive: true, force: true });
  });

  const other = async (): Promise<OtherProcess> => {
    const started = await OtherProcess.start(module, folder);
    others.push(started);
    return started;
  };

  const keep = async (events: readonly SessionEvent[], sessionId = ID): Promise<void> => {
    const log = await store.create(sessionId);
    for (const event of events) await log.append(event);
    await log.close();
  };

  describe(`${name}: keeping`, () => {
    it('creates nothing before the first session', async () => {
      await expect(store.list()).resolves.toEqual([]);
      await expect(code(store.read(ID))).resolves.toBe('SESSION_NOT_FOUND');

      await expect(stat(folder)).rejects.toThrow('ENOENT');
    });

    it('gives back what was appended, numbered from 1, to readers and to the next writer', async () => {
      await keep(scriptedEvents);

      const read = await store.read(ID);
      const log = await store.open(ID);

      expect(read.map(({ event }) => event)).toEqual(scriptedEvents);
      expect(read.map(({ sequence }) => sequence)).toEqual(scriptedEvents.map((_, index) => index + 1));
      expect(log.events).toEqual(read);
      await log.close();
    });

    it('is durable when append comes back: a reader sees the event before the log is closed', async () => {
      const log = await store.create(ID);

      const stored = await log.append(STARTED);

      await expect(openStore(folder).read(ID)).resolves.toEqual([stored]);
      await log.close();
    });

    it('keeps the order of appends that were not waited for', async () => {
      const log = await store.create(ID);

      const stored = await Promise.all(scriptedEvents.map((event) => log.append(event)));

      expect(stored.map(({ sequence }) => sequence)).toEqual(scriptedEvents.map((_, index) => index + 1));
      await log.close();
      expect((await store.read(ID)).map(({ event }) => event)).toEqual(scriptedEvents);
    });

    it('keeps any text, also an event of several megabytes', async () => {
      const texts = fc.sample(fc.string({ unit: 'binary' }), { numRuns: 40, seed: 7 });
      const resumed = [...texts, '\n\r\u2028\0\uD800"\\', 'ü'.repeat(3_000_000)].map(
        (version): SessionEvent => ({ type: 'session-resumed', version }),
      );
      await keep([STARTED, ...resumed]);

      expect((await store.read(ID)).map(({ event }) => event)).toEqual([STARTED, ...resumed]);
    });

    it('takes nothing after it was closed, and may be closed twice', async () => {
      const log = await store.create(ID);
      await log.append(STARTED);
      await log.close();
      await log.close();

      await expect(log.append(SECOND)).rejects.toThrow('closed');
    });

    it('refuses a first event that starts nothing', async () => {
      const log = await store.create(ID);

      await expect(log.append(SECOND)).rejects.toThrow("'session-resumed', not 'session-started'");
      await log.close();
    });

    it.each(['../out', 'a/b', 'a\\b', '..', '.', '', 'A', 'con', 'x'.repeat(65), 'a\0b', '.new-1'])(
      'refuses the id %j',
      async (id) => {
        await expect(code(store.create(id))).resolves.toBe('INPUT_INVALID');
        await expect(code(store.open(id))).resolves.toBe('INPUT_INVALID');
        await expect(code(store.read(id))).resolves.toBe('INPUT_INVALID');
        await expect(code(store.delete(id))).resolves.toBe('INPUT_INVALID');
      },
    );

    it('says when there is no such session', async () => {
      await keep(scriptedEvents);

      await expect(code(store.open('another'))).resolves.toBe('SESSION_NOT_FOUND');
      await expect(code(store.read('another'))).resolves.toBe('SESSION_NOT_FOUND');
      await expect(code(store.delete('another'))).resolves.toBe('SESSION_NOT_FOUND');
    });

    it('lists sessions with what happened in them', async () => {
      await keep([STARTED], '20261123-000000-aaaaaa');
      await keep(scriptedEvents, '20261123-000001-bbbbbb');

      const [second, first, ...more] = await store.list();

      expect(more).toEqual([]);
      expect(first).toMatchObject({ sessionId: '20261123-000000-aaaaaa', iterations: 0, isLocked: false });
      expect(first).not.toHaveProperty('verdict');
      expect(second).toMatchObject({
        sessionId: '20261123-000001-bbbbbb',
        title: 'Write a function that finds users by name in SQLite.',
        language: 'python',
        model: 'scripted/coder',
        iterations: 3,
        verdict: 'secure',
        stopReason: 'clean',
      });
    });

    it('deletes a session and nothing else', async () => {
      await keep([STARTED], 'one');
      await keep([STARTED], 'two');

      await store.delete('one');

      expect((await store.list()).map(({ sessionId }) => sessionId)).toEqual(['two']);
      await expect(code(store.read('one'))).resolves.toBe('SESSION_NOT_FOUND');
      await keep([STARTED], 'one');
    });
  });

  describe(`${name}: one writer`, () => {
    it('refuses to create a session that exists', async () => {
      await keep([STARTED]);

      await expect(code(store.create(ID))).resolves.toBe('SESSION_LOCKED');
    });

    it('lets one of several create a session', async () => {
      const results = await Promise.allSettled(Array.from({ length: 8 }, () => store.create(ID)));

      const created = results.filter((result) => result.status === 'fulfilled');
      expect(created).toHaveLength(1);
      await Promise.all(created.map(({ value }) => value.close()));
    });

    it('refuses a second writer in the same process, also to delete', async () => {
      const log = await store.create(ID);
      await log.append(STARTED);

      await expect(code(store.open(ID))).resolves.toBe('SESSION_LOCKED');
      await expect(code(store.delete(ID))).resolves.toBe('SESSION_LOCKED');
      expect((await store.list()).map(({ isLocked }) => isLocked)).toEqual([true]);
      await log.close();
      expect((await store.list()).map(({ isLocked }) => isLocked)).toEqual([false]);
    });

    it('can be opened and closed many times', async () => {
      await keep([STARTED]);

      for (let time = 0; time < 20; time += 1) {
        const log = await store.open(ID);
        await log.append(SECOND);
        await log.close();
      }

      await expect(store.read(ID)).resolves.toHaveLength(21);
    });

    it('lets one process in when several race, time after time', async () => {
      await keep([STARTED]);
      const racers = await Promise.all([other(), other(), other()]);

      for (let round = 0; round < 25; round += 1) {
        const answers = await Promise.all(racers.map((racer) => racer.ask(`open ${ID}`)));
        expect([...answers].sort()).toEqual(['SESSION_LOCKED', 'SESSION_LOCKED', 'held']);
        await racers[answers.indexOf('held')]?.ask(`close ${ID}`);
      }
    });

    it('is taken over by one process after the holder was killed', async () => {
      await keep([STARTED]);
      for (let round = 0; round < 3; round += 1) {
        const [holder, ...racers] = await Promise.all([other(), other(), other()]);
        expect(await holder.ask(`open ${ID}`)).toBe('held');
        expect(await holder.ask(`append ${ID} ${round}`)).toBe(String(round + 2));
        expect(await Promise.all(racers.map((racer) => racer.ask(`open ${ID}`)))).toEqual([
          'SESSION_LOCKED',
          'SESSION_LOCKED',
        ]);

        await holder.kill();
        const answers = await Promise.all(racers.map((racer) => racer.ask(`open ${ID}`)));

        expect([...answers].sort()).toEqual(['SESSION_LOCKED', 'held']);
        await Promise.all(racers.map((racer) => racer.kill()));
      }
      expect((await store.read(ID)).map(({ event }) => event)).toEqual([
        STARTED,
        ...['0', '1', '2'].map((version) => ({ type: 'session-resumed', version })),
      ]);
    });
  });

  if (logFile !== undefined) testDamage(name, { openStore, keep, file: () => ({ folder, path: logFile(folder, ID) }) });
}

interface DamageTools {
  readonly openStore: OpenStore;
  readonly keep: (events: readonly SessionEvent[]) => Promise<void>;
  readonly file: () => { readonly folder: string; readonly path: string };
}

function testDamage(name: string, { openStore, keep, file }: DamageTools): void {
  describe(`${name}: damage`, () => {
    it('drops the last line wherever it was cut, and goes on from there', async () => {
      await keep([STARTED, SECOND, SECOND]);
      const { folder, path } = file();
      const whole = await readFile(path);
      const lastLine = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
      const store = openStore(folder);

      for (let length = lastLine; length < whole.length; length += 1) {
        await writeFile(path, whole.subarray(0, length));
        await expect(store.read(ID)).resolves.toHaveLength(2);
        expect((await store.list()).map(({ title }) => title)).not.toContain('(damaged)');
        const log = await store.open(ID);
        expect(log.events).toHaveLength(2);
        expect(await log.append(SECOND)).toMatchObject({ sequence: 3 });
        await log.close();
        await expect(store.read(ID)).resolves.toHaveLength(3);
      }
    });

    it('drops a last line whose blocks never reached the disk', async () => {
      await keep([STARTED, SECOND, SECOND]);
      const { folder, path } = file();
      const whole = await readFile(path);
      await writeFile(path, Buffer.from(whole).fill(0, whole.length - 20, whole.length - 1));

      await expect(openStore(folder).read(ID)).resolves.toHaveLength(2);
    });

    it.each<[string, number, (lines: string[]) => string[]]>([
      ['a line that is no JSON', 2, ([first = '', , ...rest]) => [first, '{"sequence":2,', ...rest]],
      ['an empty line', 2, ([first = '', ...rest]) => [first, '', ...rest]],
      ['a missing event', 2, ([first = '', , ...rest]) => [first, ...rest]],
      ['an event twice', 2, ([first = '', ...rest]) => [first, first, ...rest]],
      ['a first event that starts nothing', 1, ([, second = '']) => [second.replace('"sequence":2', '"sequence":1')]],
      [
        'an unknown event',
        2,
        ([first = '', second = '']) => [first, second.replace('session-resumed', 'session-sold')],
      ],
      [
        'an unknown field',
        2,
        ([first = '', second = '']) => [first, second.replace('{"sequence"', '{"x":1,"sequence"')],
      ],
      ['a last line that ends and is no event', 3, ([first = '', second = '']) => [first, second, 'null']],
      ['no line', 1, () => []],
    ])('names the file and the line of %s', async (_, line, damage) => {
      await keep([STARTED, SECOND, SECOND]);
      const { folder, path } = file();
      const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
      const damagedLines = damage(lines);
      await writeFile(path, damagedLines.map((text) => `${text}\n`).join(''));
      const store = openStore(folder);

      await expect(store.read(ID)).rejects.toMatchObject({
        code: 'SESSION_DAMAGED',
        details: { file: path, line },
      });
      await expect(code(store.open(ID))).resolves.toBe('SESSION_DAMAGED');
      await store.delete(ID);
    });

    it('names a line that is no UTF-8', async () => {
      await keep([STARTED, SECOND, SECOND]);
      const { folder, path } = file();
      const bytes = await readFile(path);
      bytes[bytes.indexOf('0.1.0')] = 0xff;
      await writeFile(path, bytes);

      await expect(openStore(folder).read(ID)).rejects.toMatchObject({ details: { line: 1 } });
    });

    it('lists a session that cannot be read', async () => {
      await keep([STARTED]);
      const { folder, path } = file();
      await writeFile(path, 'nothing\n');

      await expect(openStore(folder).list()).resolves.toMatchObject([{ sessionId: ID, title: '(damaged)' }]);
    });
  });
}

/** The code of the SecCode error that `action` ends with; `no error` when it does not. */
async function code(action: Promise<unknown>): Promise<string> {
  try {
    await action;
    return 'no error';
  } catch (error) {
    if (error instanceof SecCodeError) return error.code;
    throw error;
  }
}

/** `store-process.ts` at work. */
class OtherProcess {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;

  private constructor(child: ChildProcess, answers: AsyncIterator<string>) {
    this.#child = child;
    this.#answers = answers;
  }

  static async start(module: string, folder: string): Promise<OtherProcess> {
    const script = join(import.meta.dirname, 'store-process.ts');
    const child = spawn(process.execPath, ['--conditions=seccode-source', '--import', 'tsx', script, module, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
      cwd: import.meta.dirname,
    });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const started = new OtherProcess(child, answers);
    expect(await started.#answer()).toBe('ready');
    return started;
  }

  async ask(command: string): Promise<string> {
    this.#child.stdin?.write(`${command}\n`);
    return this.#answer();
  }

  /** Ends it as `kill -9` does: it cannot clean up. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  async #answer(): Promise<string> {
    const { value, done } = await this.#answers.next();
    if (done === true) throw new Error('The other process ended without an answer.');
    return value;
  }
}
