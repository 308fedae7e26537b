import type { DetectorSettings } from '#core/settings.ts';
import type { Detector } from '#engine/detection/detector.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';

/** Those that can be used here and now, in the order given. */
export async function usableDetectors(
  detectors: readonly Detector[],
  tools: Toolbox,
  settings: DetectorSettings = {},
): Promise<readonly Detector[]> {
  const states = await Promise.all(
    detectors.map(async (detector) => (await detector.availability(tools, settings[detector.name])).isUsable),
  );
  return detectors.filter((_, index) => states[index]);
}
