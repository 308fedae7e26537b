import type { ModuleRules } from '#engine/analysis/front-end.ts';

/** How Python names modules, and where they lie. */
export const moduleRules: ModuleRules = {
  canonical: (module) => module,
  candidates: (module, from) => {
    const dots = /^\.*/.exec(module)?.[0].length ?? 0;
    const names = module
      .slice(dots)
      .split('.')
      .filter((name) => name !== '');
    const folders = from.split('/').slice(0, -1);
    if (dots > folders.length + 1) return [];
    if (dots > 0) {
      const folder = folders.slice(0, folders.length + 1 - dots);
      return names.length === 0 ? [[...folder, '__init__.py'].join('/')] : filesAt([...folder, ...names]);
    }
    if (names.length === 0) return [];
    // From the folder of the importing file up to the root: any of them may be on the search path.
    return folders.concat('').flatMap((_, up) => filesAt([...folders.slice(0, folders.length - up), ...names]));
  },
};

function filesAt(parts: readonly string[]): string[] {
  const path = parts.join('/');
  return [`${path}.py`, `${path}/__init__.py`];
}
