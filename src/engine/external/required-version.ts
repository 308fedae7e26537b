import type { Toolbox } from '../sandbox/toolbox.ts';
import { toolAvailability, type ToolNeed } from './tool-availability.ts';
import { toolFailed } from './tool-failed.ts';

/**
 * The version of a tool that is about to be run.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when it is not here, or in a version whose output nobody has tested: what it
 * would print may look like nothing found.
 */
export async function requiredVersion(detector: string, tools: Toolbox, need: ToolNeed): Promise<string> {
  const { isUsable, detail, remedy } = await toolAvailability(tools, need);
  if (!isUsable) throw toolFailed(detector, detail, remedy);
  return detail;
}
