import type { ModuleRules } from '#engine/analysis/front-end.ts';

/** A segment that only tells a version: `v2`. */
const VERSION = /^v\d+$/;

/** The name that a package is known by where nothing else is said: `github.com/jackc/pgx/v5` is `pgx`. */
export function packageName(module: string): string {
  const segments = module.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1) ?? module;
  const named = VERSION.test(last) && segments.length > 1 ? (segments.at(-2) ?? last) : last;
  return named
    .replace(/\.v\d+$/, '')
    .replace(/^go-(?=\w)|[-.]go$/g, '')
    .replaceAll('-', '_');
}

/** How Go names packages. Those of other hosts go by their last segment, which is what code calls them. */
export const moduleRules: ModuleRules = {
  canonical: (module) => {
    const [host = ''] = module.split('/', 1);
    return host.includes('.') ? packageName(module) : module;
  },
  // A package is a folder of files; the one that is called like the folder is the likeliest.
  candidates: (module) => {
    const segments = module.split('/').filter((segment) => segment !== '');
    const last = segments.at(-1);
    if (last === undefined || segments.length < 2) return [];
    return segments.map((_, skipped) => [...segments.slice(skipped), `${last}.go`].join('/'));
  },
};
