import type { Detector } from '#engine/detection/detector.ts';
import { matcherDetector } from '#engine/external/matcher/matcher-detector.ts';

/** Opengrep, with rules that the person names. It knows no metrics, and so no flag that turns them off. */
export const detector: Detector = matcherDetector({
  name: 'opengrep',
  title: 'Opengrep, with rules of your own',
  need: {
    title: 'Opengrep',
    command: ['opengrep', '--version'],
    minimum: '1.0',
    remedy: 'Install Opengrep 1.0 or newer, as its own documentation says.',
  },
  flags: [],
});
