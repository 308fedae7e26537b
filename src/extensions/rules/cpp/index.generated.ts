// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Rule } from '#engine/analysis/rule.ts';
import { rule as crossSiteScripting } from './cross-site-scripting/rule.ts';
import { rule as danglingReference } from './dangling-reference/rule.ts';
import { rule as divideByZero } from './divide-by-zero/rule.ts';
import { rule as doubleRelease } from './double-release/rule.ts';
import { rule as emptyContainer } from './empty-container/rule.ts';
import { rule as integerConversion } from './integer-conversion/rule.ts';
import { rule as logInjection } from './log-injection/rule.ts';
import { rule as looseCheck } from './loose-check/rule.ts';
import { rule as mismatchedRelease } from './mismatched-release/rule.ts';
import { rule as nullDereference } from './null-dereference/rule.ts';
import { rule as signalHandler } from './signal-handler/rule.ts';
import { rule as uncheckedIndex } from './unchecked-index/rule.ts';
import { rule as uncheckedSetter } from './unchecked-setter/rule.ts';
import { rule as unreleasedResource } from './unreleased-resource/rule.ts';

/** One per folder. */
export const rules: readonly Rule[] = [
  crossSiteScripting,
  danglingReference,
  divideByZero,
  doubleRelease,
  emptyContainer,
  integerConversion,
  logInjection,
  looseCheck,
  mismatchedRelease,
  nullDereference,
  signalHandler,
  uncheckedIndex,
  uncheckedSetter,
  unreleasedResource,
];
