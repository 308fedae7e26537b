import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/finding.ts';
import type { Guidance } from '#engine/guidance/guidance.ts';
import { estimateTokens } from '#engine/session/limits.ts';
import type { FixBrief, Strategy } from '#engine/session/strategy.ts';
import { wordLanguage } from './scripted-session.ts';

/** A finding on line `line`, as a detector would report it. */
function finding(line: number, cwe: Finding['cwes'][number]): Finding {
  return {
    detector: 'scripted',
    rule: 'R1',
    cwes: [cwe],
    severity: 'high',
    confidence: 'high',
    span: { path: 'main.words', startLine: line, startColumn: 1, endLine: line, endColumn: 2 },
    message: `The word on line ${line} is said aloud.`,
    exploit: 'Somebody listens.',
    remediation: 'Whisper.',
    fingerprint: `f${line}`,
  };
}

const guidance: Guidance = {
  cwe: 'CWE-89',
  title: 'SQL injection',
  what: 'Text becomes code.',
  exploited: 'An attacker ends the literal.',
  fixed: { general: 'Bind values.' },
  traps: ['Escaping is none.'],
};

/** A brief with two findings, one ledger and a rejection: everything that a prompt can show. */
export const scriptedBrief: FixBrief = {
  request: 'Say three words.',
  language: wordLanguage,
  files: [{ path: 'main.words', text: 'one\ntwo ```\nthree\n' }],
  findings: [finding(1, 'CWE-89'), finding(3, 'CWE-79')],
  faults: [],
  guidance: [guidance],
  score: -10,
  ledgers: [
    { iteration: 0, score: -15, fixed: [], left: [], introduced: [], falselyClaimed: [], points: -15 },
    {
      iteration: 1,
      score: -10,
      scoreBefore: -15,
      fixed: [{ cwe: 'CWE-22', path: 'main.words', line: 2 }],
      left: [],
      introduced: [],
      falselyClaimed: [],
      points: 5,
    },
  ],
  rejection: 'The function speak is gone.',
  instructions: ['Keep the order.'],
  flatRounds: 1,
};

/** Most tokens that a prompt may have beside the program it shows. */
const MAX_TOKENS = 2500;

/** Checks what every strategy promises, with the same brief for all. */
export function testStrategy(strategy: Strategy, folder: string): void {
  describe(`the strategy ${strategy.name}`, () => {
    const text = (brief: FixBrief): string =>
      (strategy.fix?.(brief).messages ?? []).map(({ content }) => content).join('\n');

    it('is named after its folder and has a version', () => {
      expect(folder.endsWith(`/${strategy.name}`)).toBe(true);
      expect(strategy.promptVersion).toMatch(/^\d+$/);
      expect(strategy.title).not.toBe('');
    });

    it('asks for the program in words that hold the request, the language, and why the last reply was no use', () => {
      const brief = { request: 'Say three words.', language: wordLanguage, problem: 'It was empty.' };

      const prompt = strategy
        .generate(brief)
        .messages.map(({ content }) => content)
        .join('\n');

      expect(prompt).toContain('Say three words.');
      expect(prompt).toContain('Words');
      expect(prompt).toContain('It was empty.');
      expect(strategy.generate(brief)).toEqual(strategy.generate(brief));
    });

    if (strategy.fix === undefined) return;

    it('shows every finding once, and the program to the letter', () => {
      const prompt = text(scriptedBrief);

      for (const { message } of scriptedBrief.findings) expect(prompt.split(message)).toHaveLength(2);
      expect(prompt).toContain('one\ntwo ```\nthree\n');
      expect(prompt).toContain('Say three words.');
      expect(prompt).toContain('Keep the order.');
      expect(prompt).toContain('The function speak is gone.');
    });

    it('says where the program does not parse', () => {
      expect(text({ ...scriptedBrief, findings: [], faults: ['main.words:2: `)` is missing.'] })).toContain(
        '`)` is missing.',
      );
    });

    it('stays short, and does not grow with the rounds', () => {
      const ledgers = Array.from({ length: 40 }, (_, iteration) => ({
        ...(scriptedBrief.ledgers[1] ?? {
          iteration,
          score: 0,
          fixed: [],
          left: [],
          introduced: [],
          falselyClaimed: [],
          points: 0,
        }),
        iteration,
      }));
      const tokens = (brief: FixBrief): number => estimateTokens(strategy.fix?.(brief).messages ?? []);

      expect(tokens(scriptedBrief)).toBeLessThan(MAX_TOKENS);
      expect(tokens({ ...scriptedBrief, ledgers }) - tokens(scriptedBrief)).toBeLessThan(100);
    });
  });
}
