import type { FaultPlace } from './language.ts';

/** A macro by the custom of writing it in capitals, perhaps with arguments, at the end of the text. */
const MACRO_BEFORE = /(?:^|[^A-Za-z0-9_])[A-Z_][A-Z0-9_]{2,}(?:\([^()]{0,80}\))?\s*$/;
const MACRO_FIRST = /^\s*[A-Z_][A-Z0-9_]{2,}(?![A-Za-z0-9_])/;
/** What is left of a type after its first word has been read as an expression: `*` of `va_arg(list, char *)`. */
const REST_OF_TYPE = /^(?:[\s*&]|const|unsigned|signed|struct|long|int|char|short|double|float|void)+$/;
/** Where a declaration's macros stand. */
const DECLARATIONS = ['function_definition', 'declaration', 'class_specifier', 'struct_specifier', 'type_definition'];

/**
 * Whether a place that does not parse is the work of a macro, in a language with C's preprocessor.
 *
 * A parser that sees one file cannot expand macros, so sound code that uses them does not parse. Four shapes are
 * forgiven, because in them what is missing is exactly what a macro brings; everything else is a fault, because an
 * unnoticed cut or a lost brace costs more than a macro-heavy program that is asked to be written more plainly:
 *
 * 1. anything within a preprocessor directive;
 * 2. a type as an argument (`va_arg(list, char *)`);
 * 3. a `;` missing after `NAME(...)` in capitals, or before a `{` (`for_each(a, b) { ... }`);
 * 4. a word in capitals before a declaration's type or name (`API_EXPORT int f(void)`).
 */
export function isMacroFault({ kind, text, before, after, within }: FaultPlace): boolean {
  if (within.some((type) => type.startsWith('preproc_') && !OPEN_DIRECTIVES.has(type))) return true;
  if (kind === 'missing') {
    return text === ';' && before.trimEnd().endsWith(')') && (after.startsWith('{') || MACRO_FIRST.test(before));
  }
  const parent = within[0] ?? '';
  if (parent === 'argument_list') return REST_OF_TYPE.test(text);
  if (text.includes('\n') || !DECLARATIONS.includes(parent)) return false;
  return /^[\w\s*&:]*$/.test(text) && (MACRO_FIRST.test(text) || MACRO_BEFORE.test(before));
}

/** Directives that hold code rather than their own text. */
const OPEN_DIRECTIVES: ReadonlySet<string> = new Set([
  'preproc_if',
  'preproc_ifdef',
  'preproc_else',
  'preproc_elif',
  'preproc_elifdef',
]);
