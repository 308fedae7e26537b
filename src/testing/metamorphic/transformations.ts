import { addUnused } from './add-unused.ts';
import { bracketValues } from './bracket-values.ts';
import { forToWhile } from './for-to-while.ts';
import { invertConditions } from './invert-conditions.ts';
import { nameArguments } from './name-arguments.ts';
import { renameVariables } from './rename-variables.ts';
import { splitDeclarations } from './split-declarations.ts';
import { swapDeclarations } from './swap-declarations.ts';
import { aliasImports } from './alias-imports.ts';
import { changeQuotes } from './change-quotes.ts';
import { extractArguments } from './extract-arguments.ts';
import { formatToConcatenation, formatToMethod, formatToPercent, textToFormat } from './format-strings.ts';
import { insertComments } from './insert-comments.ts';
import { parenthesise } from './parenthesise.ts';
import { renameLocals } from './rename-locals.ts';
import { reorderFunctions } from './reorder-functions.ts';
import { splitLines } from './split-lines.ts';
import { concatenationToTemplate, templateToConcatenation } from './template-literals.ts';
import type { Transformation } from './transformation.ts';
import { wrapBodies } from './wrap-bodies.ts';
import { wrapInFunction } from './wrap-in-function.ts';

/** Every way to write a program differently that does not change what it does. */
export const transformations: readonly Transformation[] = [
  renameLocals,
  aliasImports,
  insertComments,
  reorderFunctions,
  extractArguments,
  wrapInFunction,
  wrapBodies,
  changeQuotes,
  parenthesise,
  splitLines,
  formatToPercent,
  formatToMethod,
  formatToConcatenation,
  textToFormat,
  templateToConcatenation,
  concatenationToTemplate,
  addUnused,
  bracketValues,
  forToWhile,
  invertConditions,
  nameArguments,
  renameVariables,
  splitDeclarations,
  swapDeclarations,
];
