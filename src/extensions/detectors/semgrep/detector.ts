import type { Detector } from '#engine/detection/detector.ts';
import { matcherDetector } from '#engine/external/matcher/matcher-detector.ts';

/** Semgrep, with rules that the person names. */
export const detector: Detector = matcherDetector({
  name: 'semgrep',
  title: 'Semgrep, with rules of your own',
  need: {
    title: 'Semgrep',
    command: ['semgrep', '--disable-version-check', '--version'],
    minimum: '1.45',
    remedy: 'Install Semgrep 1.45 or newer, such as by pip install semgrep.',
  },
  flags: ['--metrics', 'off'],
});
