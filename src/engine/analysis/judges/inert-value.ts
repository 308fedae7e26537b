import type { SinkKind } from '../flow-kinds.ts';
import type { Expression } from '../ir.ts';
import type { Value } from '../value.ts';
import { isEscaperName } from './escaper-name.ts';
import { identifierWords } from '../identifier-words.ts';
import { openTaints } from './open-taints.ts';
import { valueName } from './value-name.ts';
import { lastName } from './written-name.ts';

/** Functions that look a constant text up in the words of a language. */
const TRANSLATING = /^(?:_|__|_t|t|i18n|l10n|gettext|ngettext|translate|localize|lang|msg|getmessage|tr|trans|str)$/i;

/** Last words of names whose values are numbers. */
const NUMERIC: ReadonlySet<string> = new Set([
  'i',
  'j',
  'k',
  'n',
  'x',
  'y',
  'z',
  'w',
  'idx',
  'index',
  'count',
  'counter',
  'len',
  'length',
  'num',
  'number',
  'width',
  'height',
  'top',
  'left',
  'right',
  'bottom',
  'size',
  'total',
  'offset',
  'year',
  'month',
  'day',
  'days',
  'hour',
  'hours',
  'minute',
  'minutes',
  'second',
  'seconds',
  'ms',
  'level',
  'depth',
  'row',
  'col',
  'column',
  'columns',
  'rows',
  'cols',
  'zoom',
  'percent',
  'percentage',
  'px',
  'duration',
  'timestamp',
  'port',
  'limit',
  'max',
  'min',
  'step',
  'pos',
  'position',
  'delay',
  'timeout',
  'radius',
  'scale',
  'pid',
  'progress',
  'quality',
  'opacity',
  'ratio',
  'age',
  'sum',
  'avg',
  'average',
  'guid',
  'uuid',
  'uid',
  'rgb',
  'color',
  'colour',
  'now',
  'date',
  'time',
]);

/** Whether the value cannot carry the syntax of another language: constant, a number, or made safe for `kind`. */
export function isInert(value: Value, kind: SinkKind): boolean {
  if (
    value.constant !== undefined ||
    value.isFixed === true ||
    value.isNumeric === true ||
    value.function !== undefined
  )
    return true;
  if (value.taints.length > 0) {
    if (isEscapedBy(value.origin, kind)) return true;
    const open = openTaints(value, kind);
    // What a caller gives for a count is a number as long as the caller is friendly: enough for a page, not for a shell.
    return open.every((taint) => kind === 'html' && taint.kind === 'parameter' && isNumber(value));
  }
  return isEscapedBy(value.origin, kind) || isConstantCall(value.origin) || isNumber(value);
}

/** Whether the outermost call that made it has a name that speaks of escaping, encoding or checking. */
export function isEscapedBy(origin: Expression | undefined, kind?: SinkKind): boolean {
  let at = origin;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    if (at?.kind !== 'call') return false;
    const { callee } = at;
    const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
    if ((isEscaperName(name) && !(kind === 'sql' && isForPages(name))) || namesEscaping(callee)) return true;
    // `$('<div>').text(x).html()` reads back what the browser has escaped.
    if (name === 'html' && at.arguments.length === 0 && callee.kind === 'member' && isTextSetter(callee.object))
      return true;
    // `$('<input>').val(x)` is the element again.
    if (name === 'val' && at.arguments.length === 1 && callee.kind === 'member') return true;
    if (/^replace(?:All)?$/.test(name) && isEscapingPattern(at.arguments[0]?.value)) return true;
    at = callee.kind === 'member' ? callee.object : undefined;
  }
  return false;
}

/** What is escaped for a page keeps its backslashes, and often its quotes. */
function isForPages(name: string): boolean {
  return /html|xml|javascript|ecma_?script/i.test(name) && !/sql/i.test(name);
}

/** `$filter('sanitize')(x)`. */
function namesEscaping(callee: Expression): boolean {
  const first = callee.kind === 'call' ? callee.arguments[0]?.value : undefined;
  return first?.kind === 'literal' && typeof first.value === 'string' && isEscaperName(first.value);
}

function isTextSetter(expression: Expression): boolean {
  return (
    expression.kind === 'call' &&
    expression.callee.kind === 'member' &&
    expression.callee.property === 'text' &&
    expression.arguments.length === 1
  );
}

/** `replace(/[<>]/g, …)`, `replace(/[^\w]/g, '')`. */
function isEscapingPattern(pattern: Expression | undefined): boolean {
  return (
    pattern?.kind === 'literal' &&
    pattern.form === 'regex' &&
    typeof pattern.value === 'string' &&
    /[<>&"'`$;\\]|\[\^|\\W/.test(pattern.value)
  );
}

/** `t('title')`, `icon('close')`: what the program's own words give. */
function isConstantCall(origin: Expression | undefined): boolean {
  if (origin?.kind !== 'call') return false;
  const name = lastName(origin.callee);
  if (/param|query|cookie|hash|input|storage|getitem|prompt|^val$/i.test(name)) return false;
  const isTranslating = TRANSLATING.test(name);
  if (origin.callee.kind !== 'name' && !isTranslating) return false;
  return (
    (isTranslating || origin.arguments.length > 0) && origin.arguments.every(({ value }) => value.kind === 'literal')
  );
}

/** Whether a name says that its value is a number, an id that machines make, or a constant of the program. */
export function isNumberByName(origin: Expression | undefined): boolean {
  if (origin === undefined) return false;
  if (origin.kind === 'unary' && (origin.operator === 'minus' || origin.operator === 'plus')) return true;
  if (origin.kind === 'binary')
    return origin.operator !== '+' || (isNumberByName(origin.left) && isNumberByName(origin.right));
  return (
    (origin.kind === 'name' || origin.kind === 'member' || origin.kind === 'index') && isNumericName(lastName(origin))
  );
}

function isNumber(value: Value): boolean {
  return value.origin === undefined ? isNumericName(valueName(value)) : isNumberByName(value.origin);
}

function isNumericName(name: string): boolean {
  if (/^[A-Z][A-Z\d_]+$/.test(name)) return true;
  const words = identifierWords(name);
  return NUMERIC.has(words.at(-1) ?? '') || words[0] === 'num' || words[0] === 'is' || words[0] === 'has';
}

const MAX_DEPTH = 8;
