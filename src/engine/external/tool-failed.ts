import { SecCodeError } from '#core/errors.ts';

/**
 * The error of a detector whose tool did not do its work.
 *
 * @param detector The detector's folder name.
 * @param fact A sentence that names the tool. It must not quote the tool's output, which may hold code under examination.
 */
export function toolFailed(detector: string, fact: string, remedy: string = REMEDY): SecCodeError {
  return new SecCodeError('DETECTOR_FAILED', fact, { remedy, details: { detector } });
}

const REMEDY = 'Install the tool anew, check fewer files at a time, or leave this detector out.';
