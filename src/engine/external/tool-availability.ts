import type { Availability } from '#core/availability.ts';
import type { Toolbox } from '../sandbox/toolbox.ts';

/** Which program a detector is, and from which version on it is understood. */
export interface ToolNeed {
  /** As people write it. */
  readonly title: string;
  /** Prints the version on its first line. */
  readonly command: readonly [program: string, ...arguments_: string[]];
  /** Oldest version whose output was tested, such as `2.10`. */
  readonly minimum: string;
  /** How to get it: an imperative sentence. */
  readonly remedy: string;
}

/** Numbers separated by dots, not inside a word. At most ten digits each, so that they compare as numbers. */
const VERSION = /(?<![\w.])v?(\d{1,10}(?:\.\d{1,10}){0,4})/g;

/** Whether a tool is here, in a version that is understood. */
export async function toolAvailability(tools: Toolbox, need: ToolNeed): Promise<Availability> {
  const version = await toolVersion(tools, need);
  const missing = (detail: string): Availability => ({ isUsable: false, detail, remedy: need.remedy });
  if (version === undefined) return missing(`${need.title} is not installed, or does not tell its version.`);
  return isOlder(version, need.minimum)
    ? missing(`${need.title} ${version} is older than ${need.minimum}.`)
    : { isUsable: true, detail: version, remedy: '' };
}

/** The last version number on the tool's first line; `undefined` when there is no tool, or no number. */
export async function toolVersion(tools: Toolbox, { command }: Pick<ToolNeed, 'command'>): Promise<string | undefined> {
  const line = (await tools.version(command)) ?? '';
  return [...line.matchAll(VERSION)].at(-1)?.[1];
}

function isOlder(version: string, minimum: string): boolean {
  const wanted = minimum.split('.').map(Number);
  const found = version.split('.').map(Number);
  const at = wanted.findIndex((number, index) => number !== (found[index] ?? 0));
  return at !== -1 && (found[at] ?? 0) < (wanted[at] ?? 0);
}
