import type { FrontEnd } from '#engine/analysis/front-end.ts';
import { GO_FRAMEWORKS } from './frameworks.ts';
import { OUTCOME_NAMES } from './lower/error-names.ts';
import { lowerModule } from './lower/lower-module.ts';
import { moduleRules } from './module-rules.ts';
import { builtins } from './builtins.ts';

export const frontEnd: FrontEnd = {
  languages: ['go'],
  lower: lowerModule,
  frameworks: GO_FRAMEWORKS,
  modules: moduleRules,
  receiver: 'first-parameter',
  // A word of the language, so no method has it: nothing sets a new object up but who makes it.
  initialiser: 'func',
  builtins,
  outcomeNames: OUTCOME_NAMES,
};
