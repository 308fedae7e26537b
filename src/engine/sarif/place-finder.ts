/** Where compilers, package managers and systems keep what is not the project's own. */
const ELSEWHERE = /^\/usr\/(?:local\/)?(?:include|lib\d*|share)\/|\/(?:node_modules|site-packages|dist-packages)\//;

/**
 * Finds files of a SARIF log among the files that are here.
 *
 * It is the file of that path; else, for an absolute path of another machine, the longest end of it that is a file here;
 * else the only file that ends like it. A bare name says too little, unless it is all that was said.
 */
export function placeFinder(known: readonly string[]): (path: string) => string | undefined {
  const paths = new Set(known);
  const byName = new Map<string, string[]>();
  for (const path of known) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [path]);
    else same.push(path);
  }
  return (path) => {
    if (paths.has(path)) return path;
    const parts = path.split('/').filter((part) => part !== '');
    const alike = byName.get(parts.at(-1) ?? '') ?? [];
    if (alike.length === 0) return undefined;
    const ends = parts.map((_, index) => parts.slice(index).join('/'));
    const isAbsolute = path.startsWith('/') || /^[a-z]:/i.test(path);
    const atRoot = isAbsolute && !ELSEWHERE.test(path) ? ends.find((end) => paths.has(end)) : undefined;
    if (atRoot !== undefined) return atRoot;
    for (const end of ends) {
      if (!end.includes('/') && parts.length > 1) return undefined;
      const matches = alike.filter((one) => one.endsWith(`/${end}`));
      if (matches.length > 0) return matches.length === 1 ? matches[0] : undefined;
    }
    return undefined;
  };
}
