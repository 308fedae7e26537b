import { whyIncomplete } from '#engine/evals/incomplete.ts';
import type { Scorer } from '#engine/evals/scorer.ts';

/** Whether the program parses and, where plans have it built, compiles. */
export const scorer: Scorer = {
  name: 'build',
  title: 'It parses and compiles',
  applies: () => true,
  score: async (_subject, kit) => {
    const outcomes = await kit.build();
    // A fault is a fault, even where another gate could not look.
    const fault = outcomes.flatMap(({ findings }) => findings)[0];
    if (fault !== undefined) {
      const { path, startLine } = fault.span;
      return { status: 'scored', passes: false, detail: `${path}:${String(startLine)}: ${fault.message}` };
    }
    const missing = whyIncomplete(outcomes);
    if (missing !== undefined) return { status: 'unscored', reason: missing };
    return outcomes.some(({ status }) => status === 'completed')
      ? { status: 'scored', passes: true, detail: '' }
      : { status: 'unscored', reason: 'Nothing here can say whether it parses.' };
  },
};
