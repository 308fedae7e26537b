import type { Value } from '../value.ts';
import { holesOf, isOpenHole, wordsWithBlanks, type Hole } from './text-holes.ts';
import { writtenName } from './written-name.ts';

/** What a hole of an SQL text stands for. */
type SqlPosition = 'value' | 'identifier' | 'clause';

export interface SqlHole extends Hole {
  readonly position: SqlPosition;
  /** Between quotes that the text itself has. */
  readonly isQuoted: boolean;
}

/** How statements begin. Looked for after comments, blanks and brackets. */
const STATEMENT =
  /^[\s(]*(?:--[^\n]*\n\s*|\/\*.{0,200}?\*\/\s*)*(?:select\s+\S|insert\s+(?:or\s+\w+\s+|ignore\s+)?into\b|update\s+\S+\s+(?:\w+\s+)?set\b|delete\s+(?:\S+\s+)?from\b|replace\s+into\b|with\s+\S+\s+as\s*\(|create\s+(?:or\s+replace\s+|unique\s+|temp(?:orary)?\s+)*(?:table|view|index|user|role|database|schema|function|procedure|trigger)\b|alter\s+(?:table|user|role|database|schema)\b|drop\s+(?:table|view|index|user|role|database|schema)\b|truncate\s+(?:table\s+)?\S|grant\s+\S+|revoke\s+\S+|call\s+\w+|exec(?:ute)?\s+\w+|merge\s+into\b|from\s+\w+(?:\s+(?:as\s+)?\w+)?\s+(?:where|order\s+by|(?:left\s+|inner\s+)?join)\s|copy\s+\S+\s+(?:from|to)\b|explain\s+\S|pragma\s+\S|show\s+(?:tables|columns|databases|create|index)\b|set\s+(?:session|global|role|password|search_path)\b)/is;

/** Clauses that make a piece of a statement recognisable. */
const CLAUSE = /\b(?:where\s+\S+\s*(?:=|<|>|like\b|in\b)|from\s+\S+\s+where\b|order\s+by\b|values\s*\()/i;

/** Whether the text is an SQL statement by its words. */
export function isSqlText(value: Value): boolean {
  const words = wordsWithBlanks(value).slice(0, 4000);
  return STATEMENT.test(words) || (/^[\s·]/.test(words) && CLAUSE.test(words) && /\bselect\b|\bfrom\b/i.test(words));
}

/** Whether the text says all that a statement has to say; English may begin with `select` or `update`, too. */
export function isWholeStatement(value: Value): boolean {
  return WHOLE.test(wordsWithBlanks(value).slice(0, 4000));
}

const WHOLE =
  /^[\s(]*(?:select\s[\s\S]{1,2000}?\sfrom\s[\s\S]*?(?:\swhere\s|\slimit\s|\sorder\s+by\s|\sjoin\s)|insert\s+(?:or\s+\w+\s+|ignore\s+)?into\s+\S+[\s\S]*?\bvalues\b|update\s+\S+\s+set\s+\S+\s*=|delete\s+from\s+\S+\s+where\s)/i;

/** Holes of an SQL text that somebody else may fill, and what they stand for. */
export function openSqlHoles(value: Value): readonly SqlHole[] {
  return holesOf(value)
    .filter((hole) => isOpenHole(hole.value, 'sql') && !isPlaceholderList(hole.value))
    .map((hole) => ({ ...hole, ...positionOf(hole) }));
}

const IDENTIFIER_BEFORE =
  /\b(?:from|into|table|tables|update|join|database|schema|index|view|user|role|order\s+by|group\s+by|distinct|exists|desc|describe|column|add|drop|use|truncate|sequence|cascade|on|asc|procedure|function|call|exec|execute|to|as|select|trigger|copy|analyze|vacuum|pragma|show|insert|returning|partition|owner|only|with)\s*(?:[·\w."`[\]]*[.,]\s*)?["`[]?$/i;
const VALUE_BEFORE =
  /(?:[=<>]|\b(?:like|ilike|regexp|rlike|similar\s+to|limit|offset|between|is|match|against\s*\(|interval|top|then|else|when|values?|identified\s+by|password)|\|\|)\s*\(?\s*[NEB]?$/i;
const CLAUSE_BEFORE = /\b(?:where|and|or|having|set|not|limit\s+by)\s*\(?\s*$/i;

function positionOf({ before, after }: Hole): { readonly position: SqlPosition; readonly isQuoted: boolean } {
  if (isInsideQuotes(before)) return { position: 'value', isQuoted: true };
  const tail = before.slice(-200);
  if (/["`[]$/.test(tail) && /^["`\]]/.test(after)) {
    // Double quotes are what careless code puts round values; identifiers follow a keyword that names something.
    const isValue = tail.endsWith('"') && /(?:[=<>(,]|\blike)\s*"$/i.test(tail) && !isColumnList(tail);
    return { position: isValue ? 'value' : 'identifier', isQuoted: isValue };
  }
  const open = openDoubleQuote(before);
  if (open >= 0 && VALUE_BEFORE.test(before.slice(Math.max(0, open - 200), open)))
    return { position: 'value', isQuoted: true };
  if (VALUE_BEFORE.test(tail)) return { position: 'value', isQuoted: false };
  if (CLAUSE_BEFORE.test(tail))
    return { position: /^\s*(?:[=<>]|like|in\b)/i.test(after) ? 'identifier' : 'clause', isQuoted: false };
  if (/[(,]\s*$/.test(tail)) return { position: isValueList(before) ? 'value' : 'identifier', isQuoted: false };
  if (IDENTIFIER_BEFORE.test(tail)) return { position: 'identifier', isQuoted: false };
  return { position: /\w$/.test(tail) ? 'identifier' : 'clause', isQuoted: false };
}

function isInsideQuotes(before: string): boolean {
  let isInside = false;
  for (let index = 0; index < before.length; index += 1) {
    if (before[index] === "'" && before[index - 1] !== '\\') isInside = !isInside;
  }
  return isInside;
}

/** Place of the double quote that is open at the end of the text; -1 when none is. */
function openDoubleQuote(before: string): number {
  let open = -1;
  for (let index = 0; index < before.length; index += 1) {
    if (before[index] === '"' && before[index - 1] !== '\\') open = open < 0 ? index : -1;
  }
  return open;
}

/** Whether the open bracket belongs to VALUES, IN or a function rather than to a list of columns. */
function isValueList(before: string): boolean {
  const open = openBracket(before);
  if (open < 0) return /\bset\b[^()]*=[^()]*,\s*$/i.test(before) ? false : /\blimit\s+\S+\s*,\s*$/i.test(before);
  const head = before.slice(Math.max(0, open - 60), open);
  if (/(?:\bvalues|\bin|\)\s*,|\bany|\bcall\s+[\w.]+|\bexec\s+[\w.]+)\s*$/i.test(head)) return true;
  if (/\b(?:into|table)\s+[\w."`[\]·]+\s*$/i.test(head) || /\b(?:key|unique|references\s+\S+|on)\s*$/i.test(head))
    return false;
  return /\b(?:concat|date|to_date|to_timestamp|lower|upper|md5|sha1|sha2|password|crypt|nextval|coalesce|ifnull|cast|unhex|st_\w+)\s*$/i.test(
    head,
  );
}

function isColumnList(before: string): boolean {
  const open = openBracket(before);
  return open >= 0 && /\b(?:into|table)\s+[\w."`[\]·]+\s*$/i.test(before.slice(Math.max(0, open - 60), open));
}

function openBracket(before: string): number {
  let depth = 0;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    if (before[index] === ')') depth += 1;
    else if (before[index] === '(') {
      if (depth === 0) return index;
      depth -= 1;
    }
  }
  return -1;
}

/** `', '.join(['%s'] * n)` and the like: marks to which values are bound. */
function isPlaceholderList({ origin, taints }: Value): boolean {
  if (taints.some(({ kind }) => kind === 'remote')) return false;
  if (
    /placeholder|q_?marks?$|question_?marks|markers?$|bind_?(?:vars|marks|params)|^marks$|^params_?(?:str|sql|list)$/i.test(
      writtenName(origin),
    )
  )
    return true;
  if (origin?.kind !== 'call' || origin.callee.kind !== 'member') return false;
  return mentionsMark(origin, 0);
}

function mentionsMark(node: NonNullable<Value['origin']>, depth: number): boolean {
  if (depth > 6) return false;
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' && /^[\s(,]*(?:\?|%s|:\w+|\$\d*|%\(\w+\)s)[\s),?%s]*$/.test(node.value);
    case 'call':
      return (
        node.arguments.some(({ value }) => mentionsMark(value, depth + 1)) ||
        (node.callee.kind === 'member' && mentionsMark(node.callee.object, depth + 1))
      );
    case 'binary':
      return mentionsMark(node.left, depth + 1) || mentionsMark(node.right, depth + 1);
    case 'sequence':
      return node.items.some((item) => mentionsMark(item, depth + 1));
    case 'comprehension':
      return mentionsMark(node.element, depth + 1);
    default:
      return false;
  }
}
