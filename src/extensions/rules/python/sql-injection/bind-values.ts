import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { TextEdit } from '#engine/analysis/rule.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { assignedOnce } from './assigned-once.ts';

/** Marks of PEP 249 by the module that a file imports; a file with drivers of two styles does not tell. */
const MARKS: Readonly<Record<string, string>> = {
  sqlite3: '?',
  aiosqlite: '?',
  pyodbc: '?',
  psycopg2: '%s',
  psycopg: '%s',
  pymysql: '%s',
  MySQLdb: '%s',
  'mysql.connector': '%s',
  pymssql: '%s',
};

/**
 * Edits that pass the values of a statement as parameters, when the text is put together in the call itself or right
 * before it, and every value stands where a parameter may stand. None when anything is uncertain.
 */
export function bindValues(facts: ModuleFacts, call: CallFact): readonly TextEdit[] | undefined {
  const mark = markOf(facts);
  const [given, ...others] = call.expression.arguments;
  if (mark === undefined || given === undefined || others.length > 0 || given.name !== undefined) return undefined;
  if (given.isSpread === true) return undefined;
  const text = given.value.kind === 'name' ? assignedOnce(facts, call, given.value.name) : given.value;
  const pieces = text === undefined ? undefined : piecesOf(facts, text);
  const isList = pieces?.some((piece) => typeof piece !== 'string' && isJoined(facts, piece)) === true;
  const bound = pieces === undefined || isList ? undefined : bind(pieces, mark);
  if (text === undefined || bound === undefined) return undefined;
  const values = bound.values.map((value) => facts.textAt(value.at));
  const tuple = values.length === 1 ? `(${values[0] ?? ''},)` : `(${values.join(', ')})`;
  const { end } = given.value.at;
  return text === given.value
    ? [{ at: text.at, newText: `${literal(bound.text)}, ${tuple}` }]
    : [
        { at: text.at, newText: literal(bound.text) },
        { at: { start: end, end }, newText: `, ${tuple}` },
      ];
}

function markOf({ imports }: ModuleFacts): string | undefined {
  const marks = new Set<string>();
  for (const [driver, mark] of Object.entries(MARKS)) {
    if ([...imports].some((name) => name === driver || name.startsWith(`${driver}.`))) marks.add(mark);
  }
  const [only, another] = marks;
  return another === undefined ? only : undefined;
}

type Piece = string | Expression;

/** The text in order, with the expressions that fill its holes. */
function piecesOf(facts: ModuleFacts, node: Expression): readonly Piece[] | undefined {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' && node.form === undefined ? [node.value] : undefined;
    case 'template': {
      // A conversion or a format behind the expression changes what is put in.
      const isPlain = node.parts.every((part) => part.kind === 'literal' || facts.module.text[part.at.end] === '}');
      return isPlain ? node.parts.flatMap((part) => textOrHole(part)) : undefined;
    }
    case 'binary':
      if (node.operator === '+') return joined(facts, node.left, node.right);
      return node.operator === '%' ? filled(node.left, /%[sd]/, node.right) : undefined;
    case 'call': {
      const { callee } = node;
      if (callee.kind !== 'member' || callee.property !== 'format') return undefined;
      const isPlain = node.arguments.every(({ name, isSpread }) => name === undefined && isSpread !== true);
      return isPlain
        ? spread(
            callee.object,
            /\{\}/,
            node.arguments.map(({ value }) => value),
          )
        : undefined;
    }
    default:
      return undefined;
  }
}

function textOrHole(node: Expression): readonly Piece[] {
  return node.kind === 'literal' && typeof node.value === 'string' ? [node.value] : [node];
}

function joined(facts: ModuleFacts, left: Expression, right: Expression): readonly Piece[] | undefined {
  const sides = [left, right].map((side): readonly Piece[] | undefined => {
    const pieces = piecesOf(facts, side);
    if (pieces !== undefined) return pieces;
    const isOperation = side.kind === 'binary' || side.kind === 'template' || side.kind === 'literal';
    return isOperation ? undefined : [withoutStr(side)];
  });
  const [before, after] = sides;
  return before === undefined || after === undefined ? undefined : [...before, ...after];
}

/** `str(x)`: a driver takes `x` itself. */
function withoutStr(node: Expression): Expression {
  if (node.kind !== 'call' || node.callee.kind !== 'name' || node.callee.name !== 'str') return node;
  return node.arguments[0]?.value ?? node;
}

function filled(format: Expression, hole: RegExp, right: Expression): readonly Piece[] | undefined {
  const isTuple = right.kind === 'sequence' && right.form === 'tuple';
  if (right.kind === 'record') return undefined;
  return spread(format, hole, isTuple ? right.items : [right]);
}

function spread(format: Expression, hole: RegExp, values: readonly Expression[]): readonly Piece[] | undefined {
  if (format.kind !== 'literal' || typeof format.value !== 'string') return undefined;
  const words = format.value.split(hole);
  if (words.length !== values.length + 1 || words.some((word) => /%|\{|\}/.test(word))) return undefined;
  return words.flatMap((word, index) => {
    const value = values[index];
    return value === undefined ? [word] : [word, value];
  });
}

interface Bound {
  readonly text: string;
  readonly values: readonly Expression[];
}

/** The text with a mark for each hole; quotes right around a hole go, since the driver sees to them. */
function bind(pieces: readonly Piece[], mark: string): Bound | undefined {
  let text = '';
  const values: Expression[] = [];
  let quote = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      if (quote !== '' && !piece.startsWith(quote)) return undefined;
      text += piece.slice(quote.length);
      quote = '';
      continue;
    }
    const last = text.at(-1) ?? '';
    quote = last === "'" || last === '"' ? last : '';
    const before = text.slice(0, text.length - quote.length);
    if (!isValuePlace(before, quote !== '')) return undefined;
    text = before + mark;
    values.push(piece);
  }
  if (quote !== '' || values.length === 0 || !fillsColumns(text)) return undefined;
  // Any other per cent sign would have to be doubled.
  return mark === '%s' && /%(?!s)/.test(text) ? undefined : { text, values };
}

/** A list made into one text: a mark would take it for one value. */
function isJoined(facts: ModuleFacts, value: Expression): boolean {
  return [...walk([value, definitionOf(facts, value)])].some(
    (node) => node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'join',
  );
}

/** Whether each column of an `INSERT` gets one value, which only shows when the columns are named. */
function fillsColumns(text: string): boolean {
  const plain = text.replaceAll(/'[^']*'/g, "''");
  if (!/\bvalues\s*\(/i.test(plain)) return true;
  const [, columns, values] = /\(([^()]*)\)\s*values\s*\(([^()]*)\)/i.exec(plain) ?? [];
  return columns !== undefined && values !== undefined && columns.split(',').length === values.split(',').length;
}

function isValuePlace(before: string, isQuoted: boolean): boolean {
  if ((before.match(/'/g)?.length ?? 0) % 2 === 1) return false;
  // One mark would stand for the whole list.
  if (/\bin\s*\(\s*$/i.test(before)) return isQuoted;
  if (/(?:[=<>]|\blike|\bvalues\s*\(|\blimit|\boffset|\bbetween)\s*$/i.test(before)) return true;
  return /,\s*$/.test(before) && (isQuoted || /\bvalues\s*\([^()]*$/i.test(before));
}

function literal(text: string): string {
  if (/\n/.test(text) && !/"""|\\|"$/.test(text)) return `"""${text}"""`;
  return JSON.stringify(text);
}
