import type { ModuleRules } from '#engine/analysis/front-end.ts';

/** Endings that an import may leave out, most usual first. */
const ENDINGS = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts'];
/** Endings as written for what a compiler makes, and those of what it is made from. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** How JavaScript and TypeScript name modules and find them. */
export const moduleRules: ModuleRules = {
  canonical: (module) => (module.startsWith('node:') ? module.slice(5) : module),
  candidates: (module, from) => {
    if (!/^\.{0,2}\/|^\.{1,2}$/.test(module)) return [];
    const path = resolve(module, from);
    if (path === undefined) return [];
    const ending = /\.[cm]?[jt]sx?$/.exec(path)?.[0];
    const written = ending === undefined ? [] : [path];
    const stem = ending === undefined ? path : path.slice(0, -ending.length);
    const sources = (ending === undefined ? [] : (SOURCES[ending] ?? [])).map((other) => stem + other);
    const index = path === '' ? 'index' : `${path}/index`;
    const files = path === '' ? [] : ENDINGS.map((other) => path + other);
    return [...written, ...sources, ...files, ...ENDINGS.map((other) => index + other)];
  },
};

/** A path from the root of the scan; `undefined` when it lies outside. */
function resolve(module: string, from: string): string | undefined {
  const segments = module.startsWith('/') ? [] : from.replaceAll('\\', '/').split('/').slice(0, -1);
  for (const segment of module.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.filter((segment) => segment !== '.').join('/');
}
