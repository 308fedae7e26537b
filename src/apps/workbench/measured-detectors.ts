import { SecCodeError } from '#core/errors.ts';
import type { DetectorSettings } from '#core/settings.ts';
import { detectorGroups, expandGroups } from '#engine/detection/detector-groups.ts';
import type { Detector } from '#engine/detection/detector.ts';
import { NO_TOOLS, type Toolbox } from '#engine/sandbox/toolbox.ts';
import { type Extensions, load, loadAll } from '../compose.ts';

/** A detector of a group that cannot be used here. */
export interface MissingDetector {
  readonly detector: string;
  readonly detail: string;
  readonly remedy: string;
}

/** Detectors to measure. */
export interface MeasuredDetectors {
  readonly detectors: readonly Detector[];
  readonly missing: readonly MissingDetector[];
}

/**
 * Those that were named, by their own names or as members of groups; the usual ones of a scan when nobody named any.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` with its remedy, when one that was named by its own name cannot be used here.
 */
export async function measuredDetectors(
  named: readonly string[] | undefined,
  { tools = NO_TOOLS, settings = {} }: { readonly tools?: Toolbox; readonly settings?: DetectorSettings },
  extensions: Pick<Extensions, 'detectors' | 'syntax'>,
): Promise<MeasuredDetectors> {
  const { languages } = await extensions.syntax();
  const all = await loadAll(extensions.detectors);
  if (named === undefined) {
    return {
      detectors: all.filter(({ isGate, isDefaultForScan }) => isGate !== true && isDefaultForScan === true),
      missing: [],
    };
  }
  const groups = detectorGroups(languages);
  const missing: MissingDetector[] = [];
  const detectors: Detector[] = [];
  for (const name of expandGroups(named, all, languages)) {
    const detector = await load(extensions.detectors, name, 'detector');
    const { isUsable, detail, remedy } = await detector.availability(tools, settings[name]);
    if (isUsable) detectors.push(detector);
    else if (named.includes(name) && !groups.includes(name)) {
      throw new SecCodeError('DETECTOR_FAILED', `The detector '${name}' cannot be used here: ${detail}.`, {
        remedy,
        details: { detector: name },
      });
    } else missing.push({ detector: name, detail, remedy });
  }
  if (detectors.length > 0) return { detectors, missing };
  throw new SecCodeError('DETECTOR_FAILED', 'None of the detectors of this group can be used here.', {
    remedy: missing[0]?.remedy ?? 'Name a detector; `seccode doctor` lists them.',
  });
}
