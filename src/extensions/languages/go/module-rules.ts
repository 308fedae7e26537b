import type { ModuleRules } from '#engine/analysis/front-end.ts';

/** A segment that only tells a version: `v2`. */
const VERSION = /^v\d+$/;

/** What stands at the beginning of a line and gives the package a name. */
const DECLARED =
  /^(?:func[ \t]+(?:\([ \t]*(?:\w+[ \t]+)?\*?(\w+)(?:\[[^\]]*\])?\)[ \t]*)?(\w+)|(?:type|var|const)[ \t]+(\w+))/gm;

/** First segments of what comes with the language. */
const STANDARD = new Set(
  `archive bufio bytes cmp compress container context crypto database debug embed encoding errors expvar flag fmt go hash
  html image index io iter log maps math mime net os path plugin reflect regexp runtime slices sort strconv strings sync
  syscall testing text time unicode unique unsafe C`
    .trim()
    .split(/\s+/),
);

/** How many segments name the module itself, which no folder has to be called by; `undefined` for the standard library. */
function rootSegments([first = '', ...rest]: readonly string[]): number | undefined {
  if (STANDARD.has(first) || rest.length === 0) return undefined;
  if (!first.includes('.')) return 1;
  return /^(?:github\.com|gitlab\.com|bitbucket\.org)$/.test(first) ? 3 : 2;
}

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
  // A package is a folder of files: below the root of its module, which is the folder of the importing file or one above.
  candidates: (module, from) => {
    const segments = module.split('/').filter((segment) => segment !== '');
    const inner = rootSegments(segments);
    if (inner === undefined) return [];
    const folders = from.split('/').slice(0, -1);
    const below = segments
      .map((_, skipped) => segments.slice(skipped))
      .filter((_, skipped) => skipped === 0 || skipped >= inner);
    return below.flatMap((rest) =>
      folders.concat('').map((_, up) => [...folders.slice(0, folders.length - up), ...rest, '*.go'].join('/')),
    );
  },
  shared: ({ path, text }) => {
    if (path.endsWith('_test.go')) return [];
    return [...text.matchAll(DECLARED)].map(([, owner, method, name]) => {
      if (method === undefined) return name ?? '';
      return owner === undefined ? method : `${owner}.${method}`;
    });
  },
};
