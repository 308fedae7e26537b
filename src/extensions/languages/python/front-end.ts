import type { FrontEnd } from '#engine/analysis/front-end.ts';
import { builtins } from './builtins.ts';
import { PYTHON_FRAMEWORKS } from './frameworks.ts';
import { lowerModule } from './lower/module.ts';
import { moduleRules } from './module-rules.ts';

export const frontEnd: FrontEnd = {
  languages: ['python'],
  lower: lowerModule,
  frameworks: PYTHON_FRAMEWORKS,
  modules: moduleRules,
  receiver: 'first-parameter',
  initialiser: '__init__',
  builtins,
};
