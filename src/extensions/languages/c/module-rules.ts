import type { ModuleRules } from '#engine/analysis/front-end.ts';

/** Folders in which the headers of a project lie beside its sources. */
const HEADER_FOLDERS = ['', 'include/', 'src/'];

/** How C and C++ name headers and find them. Those of systems and libraries are never files of the scan. */
export const moduleRules: ModuleRules = {
  canonical: (module) => (module.startsWith('./') ? module.slice(2) : module),
  candidates: (module, from) => {
    if (!module.startsWith('./')) return [];
    const written = module.slice(2);
    const beside = resolve(written, from.replaceAll('\\', '/').split('/').slice(0, -1));
    const found = [beside, ...HEADER_FOLDERS.map((folder) => resolve(folder + written, []))];
    return [...new Set(found.filter((path) => path !== undefined))];
  },
};

/** A path from the root of the scan; `undefined` when it lies outside. */
function resolve(module: string, folder: readonly string[]): string | undefined {
  const segments = [...folder];
  for (const segment of module.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.filter((segment) => segment !== '.').join('/');
}
