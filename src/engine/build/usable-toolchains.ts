import type { Toolbox } from '../sandbox/toolbox.ts';
import type { Toolchain } from './toolchain.ts';

/**
 * The toolchain to build each language with, by language id: of those that can be used here, the one of the highest rank.
 * A language that nothing here builds is not in it.
 */
export async function usableToolchains(
  toolchains: readonly Toolchain[],
  tools: Toolbox,
): Promise<ReadonlyMap<string, Toolchain>> {
  const states = await Promise.all(
    toolchains.map(async (toolchain) => ({ toolchain, ...(await toolchain.availability(tools)) })),
  );
  const chosen = new Map<string, Toolchain>();
  for (const { toolchain, isUsable } of states) {
    if (!isUsable) continue;
    for (const language of toolchain.languages) {
      const other = chosen.get(language);
      if (other === undefined || other.rank < toolchain.rank) chosen.set(language, toolchain);
    }
  }
  return chosen;
}
