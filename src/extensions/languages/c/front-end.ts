import type { FrontEnd } from '#engine/analysis/front-end.ts';
import { C_FRAMEWORKS } from './frameworks.ts';
import { CONSTRUCTOR } from './lower/function.ts';
import { lowerModule } from './lower/module.ts';
import { moduleRules } from './module-rules.ts';

/** C and C++. */
export const frontEnd: FrontEnd = {
  languages: ['c', 'cpp'],
  lower: lowerModule,
  frameworks: C_FRAMEWORKS,
  modules: moduleRules,
  receiver: 'this',
  initialiser: CONSTRUCTOR,
  builtins: new Set(['this']),
};
