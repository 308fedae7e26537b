import type { ModuleRules } from '#engine/analysis/front-end.ts';

/** Headers of the scanned files say what their sources hold, and are not needed to read them. */
export const moduleRules: ModuleRules = {
  canonical: (module) => module,
  candidates: () => [],
};
