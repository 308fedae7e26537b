import type { Detector, DetectorReport, ReportedFinding } from '#engine/detection/detector.ts';
import { mapLines } from '#engine/detection/line-map.ts';

/** A detector that reports every line with a word, and knows how to fix it. */
export interface WordDetector {
  readonly name: string;
  readonly word: string;
  /** What the fix writes in place of the word; absent: it offers none. */
  readonly replacement?: string;
  readonly finding?: Partial<ReportedFinding>;
  readonly is?: Partial<Detector>;
}

/** Reports each line with the word, once. */
export function wordDetector({ name, word, replacement, finding, is }: WordDetector): Detector {
  return {
    name,
    title: `Looks for ${word}`,
    languages: ['python', 'javascript'],
    needsModel: false,
    defaultRole: 'marking',
    availability: async () => ({ isUsable: true, detail: '1', remedy: '' }),
    detect: async ({ files }): Promise<DetectorReport> => ({
      version: '1',
      findings: files.flatMap(({ path, text }) => {
        const map = mapLines(text);
        return Array.from({ length: map.lineCount }, (_, index) => index + 1).flatMap((line) => {
          const at = map.textOf(line).indexOf(word);
          if (at < 0) return [];
          const span = { path, startLine: line, startColumn: at + 1, endLine: line, endColumn: at + 1 + word.length };
          return [
            {
              rule: `no-${word}`,
              cwes: ['CWE-95'] as const,
              severity: 'high' as const,
              confidence: 'high' as const,
              span,
              message: `The word ${word} is here.`,
              ...(replacement === undefined ? {} : { fix: [{ span, newText: replacement }] }),
              ...finding,
            },
          ];
        });
      }),
    }),
    ...is,
  };
}
