import type { FrontEnd } from '#engine/analysis/front-end.ts';
import { memoryCalls } from './frameworks/memory-calls.ts';
import { lowerModule } from './lower/lower-module.ts';
import { moduleRules } from './module-rules.ts';

/** C and C++, in whole files or pieces, with no headers and no build. */
export const frontEnd: FrontEnd = {
  languages: ['c', 'cpp'],
  lower: lowerModule,
  frameworks: [{ name: 'libc', memoryCalls }],
  modules: moduleRules,
  receiver: 'this',
  initialiser: '',
  builtins: new Set(),
};
