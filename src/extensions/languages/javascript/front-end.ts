import type { FrontEnd } from '#engine/analysis/front-end.ts';
import { JAVASCRIPT_FRAMEWORKS } from './frameworks.ts';
import { builtinNames } from './lower/builtin-names.ts';
import { lowerModule } from './lower/lower-module.ts';
import { moduleRules } from './lower/module-rules.ts';

/** JavaScript and TypeScript, JSX included. */
export const frontEnd: FrontEnd = {
  languages: ['javascript', 'typescript'],
  lower: lowerModule,
  frameworks: JAVASCRIPT_FRAMEWORKS,
  modules: moduleRules,
  receiver: 'this',
  initialiser: 'constructor',
  builtins: builtinNames,
};
