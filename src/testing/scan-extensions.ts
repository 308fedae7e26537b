import { type Extensions, extensions } from '#apps/compose.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Detector } from '#engine/detection/detector.ts';

/** The real extensions with other detectors and rules. */
export function extensionsWith(detectors: readonly Detector[], rules: readonly Rule[] = []): Extensions {
  return {
    ...extensions,
    detectors: Object.fromEntries(detectors.map((detector) => [detector.name, async () => detector])),
    rules: { python: async () => rules },
  };
}
