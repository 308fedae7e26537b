import { describe, expect, it } from 'vitest';
import { CWE_TOP_25 } from '#testing/cwe-top25.ts';
import { cweNumber } from '#core/cwe-id.ts';
import { testGuidance } from '#testing/test-guidance.ts';
import { guidance } from './index.generated.ts';

const LANGUAGES = ['python', 'c', 'cpp', 'javascript', 'typescript', 'java', 'go'];

/** Weaknesses the table promises to cover: those people ask code generators about most, and those detectors report most. */
const PROMISED = [
  20, 22, 77, 78, 79, 80, 88, 89, 90, 94, 95, 99, 113, 116, 117, 119, 120, 121, 122, 125, 134, 170, 190, 191, 193, 200,
  209, 215, 250, 252, 259, 269, 276, 283, 284, 285, 295, 306, 319, 321, 326, 327, 328, 329, 330, 331, 338, 339, 347,
  352, 362, 367, 369, 377, 379, 385, 400, 401, 406, 414, 415, 416, 425, 434, 454, 457, 462, 476, 477, 489, 502, 521,
  522, 595, 601, 605, 611, 614, 617, 639, 641, 643, 681, 697, 703, 704, 730, 732, 755, 759, 760, 770, 772, 776, 787,
  788, 798, 805, 827, 835, 841, 862, 863, 908, 916, 918, 941, 942, 943, 1004, 1204, 1236, 1321, 1333, 1336,
];

for (const [folder, load] of Object.entries(guidance)) testGuidance(load, { folder, languages: LANGUAGES });

describe('guidance', () => {
  it.each(CWE_TOP_25)('covers %s of the Top 25', (cwe) => {
    expect(guidance).toHaveProperty(`cwe-${cweNumber(cwe)}`);
  });

  it.each(PROMISED)('covers the promised CWE-%i', (number) => {
    expect(guidance).toHaveProperty(`cwe-${number}`);
  });
});
