import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { extensions } from '#apps/compose.ts';
import { SEVERITY_WEIGHT } from '#engine/session/open-findings.ts';
import { scan } from '#apps/workbench/scan.ts';
import { startSession } from '#apps/workbench/start-session.ts';
import type { ModelRequest } from '#engine/models/provider.ts';
import { chanceModel, chanceProvider, type Chances, expectedVulnerable } from './chance-model.ts';
import { CHANCE_LANGUAGES, chanceProgram, chanceProgramIn } from './chance-programs.ts';

const signal = new AbortController().signal;
const CHANCES: Chances = { seed: 1, vulnerable: 0.7, removes: 0.6, introduces: 0.2 };
const host = {
  environment: { PATH: '/nonexistent' },
  folder: tmpdir(),
  stateFolder: '/nonexistent',
  modelsFolder: '/nonexistent',
  nowMs: Date.now,
  random: Math.random,
};
const { static: analysis, syntax } = extensions.detectors;
if (analysis === undefined || syntax === undefined) throw new Error('There is no static analysis.');
const withChances = (chances: Chances) => ({
  ...extensions,
  // Others would be asked whether they can be used, and are not what this is about.
  detectors: { static: analysis, syntax },
  providers: { ...extensions.providers, chance: async () => chanceProvider(chances) },
});

async function reply(
  session: string,
  changes: Partial<ModelRequest> = {},
  chances: Chances = CHANCES,
): Promise<string> {
  const messages = [{ role: 'user' as const, content: 'Task\n\nWrite it in Python.' }];
  const request: ModelRequest = { id: '0.strategy.1', session, purpose: 'generate', messages, ...changes };
  return (await chanceModel(chances).complete(request, signal)).text;
}

const weakIn = (text: string): number => chanceProgramIn(text)?.weak.size ?? Number.NaN;

describe('programs of chance', () => {
  it.each(CHANCE_LANGUAGES.map((language) => [language.id, language] as const))(
    'in %s have exactly the weaknesses of their weak parts, in the eyes of the static detector',
    async (_id, language) => {
      const files = [[], ...language.parts.map(({ name }) => [name])].map((weak, index) => ({
        path: `${String(index)}/${language.path}`,
        text: chanceProgram(language, new Set(weak)),
      }));
      const wish = { failOn: 'medium', minConfidence: 'medium', nowMs: Date.now, signal } as const;

      const reports = await Promise.all(
        files.map((file) =>
          scan({ files: [file], skipped: [] }, { ...wish, detectors: ['static', 'syntax'] }, extensions),
        ),
      );

      const found = reports.map(({ detectors }) => detectors.flatMap(({ findings }) => findings));
      expect(found.map(({ length }) => length)).toEqual([0, ...language.parts.map(() => 1)]);
      expect(reports.flatMap(({ detectors }) => detectors.flatMap(({ notCovered }) => notCovered))).toEqual([]);
    },
  );

  it('are recognised again', () => {
    for (const language of CHANCE_LANGUAGES) {
      const weak = new Set(language.parts.slice(1).map(({ name }) => name));
      expect(chanceProgramIn(`Fix this.\n${chanceProgram(language, weak)}`)).toEqual({ language, weak });
    }
    expect(chanceProgramIn('def other(): pass')).toBeUndefined();
  });
});

describe('the chance model', () => {
  it('writes vulnerable programs as often as it should', async () => {
    const replies = await Promise.all(Array.from({ length: 1000 }, (_, at) => reply(`s${String(at)}`)));

    // Four standard deviations of 1,000 trials: 0.058.
    expect(Math.abs(replies.filter((text) => weakIn(text) === 1).length / 1000 - 0.7)).toBeLessThan(0.058);
    expect(replies.every((text) => weakIn(text) <= 1)).toBe(true);
  });

  it('removes each weakness and brings in new ones as often as it should', async () => {
    const [python] = CHANCE_LANGUAGES;
    if (python === undefined) throw new Error('There are no programs.');
    const before = new Set(['show_folder', 'digest_of']);
    const messages = [{ role: 'user' as const, content: chanceProgram(python, before) }];
    const after = await Promise.all(
      Array.from(
        { length: 1000 },
        async (_, at) => chanceProgramIn(await reply(`s${String(at)}`, { purpose: 'fix', messages }))?.weak ?? before,
      ),
    );
    const share = (isSo: (weak: ReadonlySet<string>) => boolean): number => after.filter(isSo).length / 1000;

    expect(Math.abs(share((weak) => !weak.has('show_folder')) - 0.6)).toBeLessThan(0.062);
    expect(Math.abs(share((weak) => !weak.has('show_folder') && !weak.has('digest_of')) - 0.36)).toBeLessThan(0.061);
    expect(Math.abs(share((weak) => [...weak].some((name) => !before.has(name))) - 0.2)).toBeLessThan(0.051);
  });

  it('depends on seed, session and request alone', async () => {
    const texts = async (chances: Chances): Promise<readonly string[]> =>
      await Promise.all(Array.from({ length: 20 }, (_, at) => reply(`s${String(at)}`, {}, chances)));

    expect(await texts(CHANCES)).toEqual(await texts({ ...CHANCES }));
    expect(await texts(CHANCES)).not.toEqual(await texts({ ...CHANCES, seed: 2 }));
  });

  it('drives the real loop to what its own replies lead to', async () => {
    const ended: { readonly verdict: string; readonly foretold: string }[] = [];
    for (const at of [0, 1, 2, 3]) {
      const language = 'python';
      const { verdict, sessionId } = await startSession(
        { ...WISH, request: `list a folder, variant ${String(at)}`, language },
        { retries: 0, callTimeoutMs: 10_000, prices: [] },
        withChances(CHANCES),
        host,
        { signal },
      );
      ended.push({ verdict: verdict.verdict, foretold: await foretell(sessionId, language) });
    }

    expect(ended.map(({ verdict }) => verdict)).toEqual(ended.map(({ foretold }) => foretold));
  });

  it('says how many programs stay vulnerable, as its replies do', async () => {
    const verdicts = await Promise.all(Array.from({ length: 1000 }, (_, at) => foretell(`s${String(at)}`, 'python')));
    const expected = expectedVulnerable(CHANCES, ROUNDS);

    expect(expected).toBeCloseTo(0.7 * 0.52 ** 2, 10);
    // Four standard deviations of 1,000 trials.
    expect(Math.abs(verdicts.filter((verdict) => verdict === 'vulnerable').length / 1000 - expected)).toBeLessThan(
      0.05,
    );
  });
});

const ROUNDS = 2;
const WISH = {
  kind: 'generate',
  files: [],
  model: 'chance/model',
  strategy: 'feedback-only',
  feedback: ['static'],
  marking: ['static'],
  failOn: 'medium',
  minConfidence: 'medium',
  isInteractive: false,
  isForgotten: true,
  limits: { maxIterations: ROUNDS, flatRounds: ROUNDS + 1 },
} as const;

/** Findings of a program by their weights, as the referee counts them: one of high severity is not two of low ones. */
const scores = new Map<string, Promise<number>>();
async function weightIn(text: string): Promise<number> {
  const shown = chanceProgramIn(text);
  if (shown === undefined) throw new Error('This is no program of chance.');
  const key = `${shown.language.id} ${[...shown.weak].sort().join(' ')}`;
  const known = scores.get(key) ?? weigh(chanceProgram(shown.language, shown.weak), shown.language.path);
  scores.set(key, known);
  return await known;
}

async function weigh(text: string, path: string): Promise<number> {
  const wish = { failOn: 'medium', minConfidence: 'medium', nowMs: Date.now, signal } as const;
  const files = { files: [{ path, text }], skipped: [] };
  const { detectors } = await scan(files, { ...wish, detectors: ['static', 'syntax'] }, extensions);
  return detectors
    .flatMap(({ findings }) => findings)
    .reduce((sum, { severity }) => sum + SEVERITY_WEIGHT[severity], 0);
}

/** What the loop makes of the replies: a program of less weight becomes the best one, and no other. */
async function foretell(session: string, language: string): Promise<string> {
  const task = [{ role: 'user' as const, content: `Write it in ${language === 'c' ? 'C' : 'Python'}.` }];
  let best = await reply(session, { messages: task });
  for (let round = 1; round <= ROUNDS && weakIn(best) > 0; round += 1) {
    const messages = [{ role: 'user' as const, content: best }];
    const next = await reply(session, { id: `${String(round)}.strategy.1`, purpose: 'fix', messages });
    if ((await weightIn(next)) < (await weightIn(best))) best = next;
  }
  return weakIn(best) === 0 ? 'secure' : 'vulnerable';
}
