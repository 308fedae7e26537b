import type { Toolbox } from '../sandbox/toolbox.ts';
import { type ToolNeed, toolAvailability } from './tool-availability.ts';
import { toolFailed } from './tool-failed.ts';

/**
 * The version of a tool that is about to be used.
 *
 * @param detector The detector's folder name.
 * @throws {SecCodeError} `DETECTOR_FAILED` when the tool is not here, does not tell its version, or is too old to be
 * understood.
 */
export async function requireTool(tools: Toolbox, need: ToolNeed, detector: string): Promise<string> {
  const { isUsable, detail, remedy } = await toolAvailability(tools, need);
  if (!isUsable) throw toolFailed(detector, detail, remedy);
  return detail;
}
