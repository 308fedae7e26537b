import type { ModuleRules } from '#engine/analysis/front-end.ts';

/** Types of the top level, which stand at the beginning of a line. */
const DECLARED = /^(?:(?:public|final|abstract|sealed|strictfp)[ \t]+)*(?:class|interface|enum|record)[ \t]+(\w+)/gm;

/** How Java names packages and classes, and where they lie. */
export const moduleRules: ModuleRules = {
  canonical: (module) => module,
  candidates: (module, from) => {
    const names = module.split('.').filter((name) => /^[\w$]+$/.test(name));
    if (names.length < 2 || /^(?:java|javax|jakarta)$/.test(names[0] ?? '')) return [];
    const path = `${names.join('/')}.java`;
    const folders = from.split('/').slice(0, -1);
    // From the folder of the importing file up to the root: any of them may be where the packages begin.
    return folders.concat('').map((_name, up) => [...folders.slice(0, folders.length - up), path].join('/'));
  },
  shared: ({ text }) => [...text.matchAll(DECLARED)].flatMap(([, name]) => name ?? []),
};
