import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cweName } from '#core/cwe-table.ts';
import type { Sample } from '#core/sample.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { readGrammarFile } from '#engine/syntax/grammar-files.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import { readOwnTasks } from '#testing/own-tasks.ts';
import { kitOf, samplesIn } from '#testing/test-dataset.ts';
import { language as c } from '../../languages/c/language.ts';
import { language as cpp } from '../../languages/cpp/language.ts';
import { language as javascript } from '../../languages/javascript/language.ts';
import { language as python } from '../../languages/python/language.ts';
import { dataset } from './dataset.ts';
import { openPackedTasks } from './packed-tasks.ts';

const tasks = await readOwnTasks();
const PREFIXES: Readonly<Record<string, string>> = { python: 'py', javascript: 'js' };

/** A request that names the danger would measure something else. */
const TELLING = /secur|safe|vulnerab|attack|exploit|saniti|malicious|hostile|inject|escap|\bcwe\b/i;

/** Lines of a program that say something of their own: brackets and the like are in every text. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 12);

describe("SecCode's own tasks", () => {
  it('are many, in four languages, over many weaknesses', () => {
    const count = (language: string): number => tasks.filter((task) => task.language === language).length;
    const weaknesses = new Set(tasks.map(({ cwes: [first] }) => first));

    expect(tasks.length).toBeGreaterThanOrEqual(40);
    expect(weaknesses.size).toBeGreaterThanOrEqual(25);
    expect(count('python')).toBeGreaterThanOrEqual(14);
    expect(count('javascript')).toBeGreaterThanOrEqual(10);
    expect(count('c')).toBeGreaterThanOrEqual(10);
    expect(count('cpp')).toBeGreaterThanOrEqual(6);
  });

  it('come packed as they lie in their folders', async () => {
    const packed = await samplesIn(dataset, {}, await kitOf());

    // Where this is red, `npm run build` packs them anew.
    expect(packed).toEqual(tasks);
  });

  it('cannot be read from a damaged package', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seccode-packed-'));
    try {
      const file = join(folder, 'cut.br');
      await writeFile(file, 'cut');
      for (const path of [file, join(folder, 'none.br')]) {
        await expect(openPackedTasks(pathToFileURL(path))).rejects.toMatchObject({
          code: 'INPUT_INVALID',
          remedy: expect.stringMatching(/^Install SecCode again/),
        });
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('have requests of a person, which say nothing about security and hold no code', () => {
    const lacking = tasks.filter(({ request = '' }) => request.length < 150 || TELLING.test(request));
    const telling = tasks.filter((task) => {
      const { request = '' } = task;
      return programsOf(task).some(({ text }) => linesOf(text).some((line) => request.includes(line)));
    });

    expect(idsOf(lacking)).toEqual([]);
    expect(idsOf(telling)).toEqual([]);
  });

  it('are named after their languages, and after weaknesses that there are', () => {
    const named = tasks.filter(({ id, language }) =>
      new RegExp(`^${PREFIXES[language] ?? language}-[a-z]+(?:-[a-z]+)*$`).test(id),
    );
    const known = tasks.filter(({ cwes }) => cwes.length > 0 && cwes.every((cwe) => cweName(cwe) !== undefined));

    expect(idsOf(named)).toEqual(idsOf(tasks));
    expect(idsOf(known)).toEqual(idsOf(tasks));
    expect(new Set(idsOf(tasks)).size).toBe(tasks.length);
  });

  it('have two programs of one file each, which differ and can be parsed', async () => {
    const syntax = openSyntax({ languages: [c, cpp, javascript, python], readGrammar: readGrammarFile });
    const faults = await Promise.all(
      tasks.flatMap((task) =>
        programsOf(task).map(async (file) => {
          const isOwn = syntax.languageOf(file.path)?.id === task.language;
          const { faults: found } = await syntax.outline(file);
          return isOwn && found.length === 0 ? [] : [task.id];
        }),
      ),
    );

    expect(faults.flat()).toEqual([]);
    expect(tasks.map((task) => new Set(programsOf(task).map(({ text }) => text)).size)).toEqual(tasks.map(() => 2));
    expect(tasks.map((task) => programsOf(task).length)).toEqual(tasks.map(() => 2));
  });
});

function programsOf({ references }: Sample): SourceFiles {
  return [...(references?.secure ?? []), ...(references?.insecure ?? [])];
}

function idsOf(some: readonly Sample[]): readonly string[] {
  return some.map(({ id }) => id);
}
