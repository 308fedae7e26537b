import type { Language } from '../syntax/language.ts';
import type { Outline } from '../syntax/outline.ts';
import type { Syntax } from '../syntax/syntax.ts';

/** What the steps of taking a program out of a reply share. */
export interface Reading {
  readonly language: Language;
  readonly syntax: Syntax;
  /** Outlines `text` as the file `path`, each pair once. */
  readonly outline: (text: string, path: string) => Promise<Outline>;
  /** Whether another guess of this length may be parsed; bounds the work that a hostile reply can ask for. */
  readonly mayTry: (length: number) => boolean;
}

/** Guesses that may be parsed for one reply: fences to extend, prose to cut. */
const MAX_TRIES = 40;

/** Characters of all guesses together: enough for every repair of a program of usual size. */
const MAX_TRIED = 1_000_000;

export function startReading(language: Language, syntax: Syntax): Reading {
  const outlines = new Map<string, Promise<Outline>>();
  let tries = 0;
  let tried = 0;
  return {
    language,
    syntax,
    outline: (text, path) => {
      // As it will stand in the file: the parser remembers what it has seen, and the last line break is part of that.
      const whole = text.endsWith('\n') ? text : `${text}\n`;
      const key = `${path}\n${whole}`;
      const outline = outlines.get(key) ?? syntax.outline({ path, text: whole });
      outlines.set(key, outline);
      return outline;
    },
    mayTry: (length) => {
      tries += 1;
      tried += length;
      return tries <= MAX_TRIES && tried <= MAX_TRIED;
    },
  };
}

/** Whether a parser finds nothing wrong with `text`, and finds more than a word that happens to be an expression. */
export async function isProgram(text: string, path: string, reading: Reading): Promise<boolean> {
  const outline = await reading.outline(text, path);
  return outline.faults.length === 0 && hasSubstance(outline);
}

export function hasSubstance({ functions, types, calls, conditions }: Outline): boolean {
  return functions.length + types.length + calls.length + conditions.length > 0;
}
