import type { Availability } from '#core/availability.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';

/** Oldest version that knows modules as they are used here. */
const MINIMUM_MINOR = 16;

/** Version number of the Go that is on the path; `undefined` when there is none. */
export async function goVersion(tools: Toolbox): Promise<string | undefined> {
  return /\bgo(1\.\d{1,4}(?:\.\d{1,4})?)/.exec((await tools.version(['go', 'version'])) ?? '')?.[1];
}

/** Whether Go is here, and new enough. */
export async function goAvailability(tools: Toolbox): Promise<Availability> {
  const version = await goVersion(tools);
  const remedy = 'Install Go, such as with `apt install golang-go`.';
  if (version === undefined) return { isUsable: false, detail: 'Go is not installed.', remedy };
  return Number(version.split('.')[1]) < MINIMUM_MINOR
    ? { isUsable: false, detail: `Go ${version} is older than 1.${MINIMUM_MINOR}.`, remedy }
    : { isUsable: true, detail: version, remedy: '' };
}
