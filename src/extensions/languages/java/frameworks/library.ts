import type { Framework } from '#engine/analysis/framework.ts';

type Names = Required<Pick<Framework, 'implicit' | 'annotations' | 'types' | 'aliases'>>;

/**
 * Types of one package: what their simple names mean where no import says it, and that `new T(…)` is a `T`. Variables and
 * parameters of the types in `typed` are what they are declared to be; types that carry data are no such types.
 *
 * @param old Other package of the same types: `jakarta.servlet`.
 */
export function library(packageName: string, typed: readonly string[], made: readonly string[] = [], old = ''): Names {
  const all = [...typed, ...made];
  const full = (name: string): string => `${packageName}.${name}`;
  return {
    implicit: Object.fromEntries(all.map((name) => [name, full(name)])),
    annotations: Object.fromEntries(
      typed.flatMap((name) => [
        [name, full(name)],
        [full(name), full(name)],
      ]),
    ),
    types: Object.fromEntries(all.map((name) => [`${full(name)}()`, full(name)])),
    aliases: old === '' ? {} : Object.fromEntries(all.map((name) => [`${old}.${name}`, full(name)])),
  };
}

/** The names of several packages in one. */
export function libraries(...parts: readonly Names[]): Names {
  return parts.reduce((all, one) => ({
    implicit: { ...all.implicit, ...one.implicit },
    annotations: { ...all.annotations, ...one.annotations },
    types: { ...all.types, ...one.types },
    aliases: { ...all.aliases, ...one.aliases },
  }));
}
