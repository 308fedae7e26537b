import { describe, expect, it } from 'vitest';
import { cweNumber } from '#core/cwe-id.ts';
import { isKnownCwe } from '#core/cwe-table.ts';
import type { Guidance } from '#engine/guidance/guidance.ts';

/** Words of the whole entry without the languages' texts: it goes into prompts, so it is terse, but it must say enough. */
const ENTRY_WORDS = { min: 50, max: 140 };
const LANGUAGE_WORDS = { min: 4, max: 50 };

/** Starts like a sentence (a capital, or a name in code) and ends in a full stop. */
const SENTENCE = /^[A-Z`].*\.$/s;

/** A fixer follows orders; advice that leaves the decision open is none. */
const HEDGING =
  /\b(?:may want|might|consider|perhaps|possibly|should|could|ideally|if possible|where possible|try to)\b/i;

export interface GuidanceExpectations {
  /** Name of the folder that holds the entry: `cwe-89`. */
  readonly folder: string;
  /** Ids of the languages there are. */
  readonly languages: readonly string[];
}

/** Checks one entry of the guidance table: true to its folder, about a weakness MITRE knows, and written to be followed. */
export function testGuidance(load: () => Promise<Guidance>, { folder, languages }: GuidanceExpectations): void {
  describe(folder, () => {
    it('is about the known weakness its folder names', async () => {
      const { cwe } = await load();

      expect(folder).toBe(`cwe-${cweNumber(cwe)}`);
      expect(isKnownCwe(cwe)).toBe(true);
    });

    it('has texts for languages that exist', async () => {
      const { fixed } = await load();

      expect(['general', ...languages]).toEqual(expect.arrayContaining(Object.keys(fixed)));
    });

    it('is written in plain sentences that do not hedge', async () => {
      const { title, what, exploited, fixed, traps } = await load();

      expect(title).toMatch(/^[A-Z].*[^.]$/);
      for (const text of [what, exploited, ...Object.values(fixed), ...traps]) {
        expect(text).toMatch(SENTENCE);
        expect(text).not.toMatch(HEDGING);
        expect(text.split('`').length % 2, `unbalanced code mark in: ${text}`).toBe(1);
      }
    });

    it('is long enough to help and short enough for a prompt', async () => {
      const { what, exploited, fixed, traps } = await load();
      const { general, ...perLanguage } = fixed;

      expectWithin(words([what, exploited, general, ...traps].join(' ')), ENTRY_WORDS);
      for (const text of Object.values(perLanguage)) expectWithin(words(text), LANGUAGE_WORDS);
    });

    it('says nothing twice', async () => {
      const { what, exploited, fixed, traps } = await load();
      const texts = [what, exploited, ...Object.values(fixed), ...traps];

      expect(new Set(texts).size).toBe(texts.length);
    });
  });
}

function words(text: string): number {
  return text.trim().split(/\s+/).length;
}

function expectWithin(count: number, { min, max }: { readonly min: number; readonly max: number }): void {
  expect(count).toBeGreaterThanOrEqual(min);
  expect(count).toBeLessThanOrEqual(max);
}
