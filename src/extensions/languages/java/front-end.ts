import type { FrontEnd } from '#engine/analysis/front-end.ts';
import { builtins } from './builtins.ts';
import { JAVA_FRAMEWORKS } from './frameworks.ts';
import { lowerModule } from './lower/lower-module.ts';
import { CONSTRUCTOR } from './lower/scopes.ts';
import { moduleRules } from './module-rules.ts';

/** Java of any version, in whole files or pieces. */
export const frontEnd: FrontEnd = {
  languages: ['java'],
  lower: lowerModule,
  frameworks: JAVA_FRAMEWORKS,
  modules: moduleRules,
  receiver: 'this',
  initialiser: CONSTRUCTOR,
  builtins,
};
