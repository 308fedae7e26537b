import type { CallFact } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import type { TextEdit } from '#engine/analysis/rule.ts';

/** What only a shell understands. */
const SHELL_SYNTAX = /[|&;<>()$`\\*?~#!{}[\]\n]/;
/** Programs that are scripts on Windows, which only a shell starts there. */
const SCRIPTS = /^(?:npm|npx|yarn|pnpm|tsc)$/;

interface Piece {
  readonly text?: string;
  readonly hole?: Expression;
}

/**
 * Edits that make `x.exec(text)` an `x.execFile(program, list)`; none unless each word of the text is constant or has one
 * value in it, and no shell is needed to read it. A bare `exec` is left alone: `execFile` may not be imported.
 */
export function execFileEdit(call: CallFact): readonly TextEdit[] {
  const { callee } = call.expression;
  const text = call.expression.arguments[0]?.value;
  if (text === undefined || callee.kind !== 'member' || !/^exec(?:Sync)?$/.test(callee.property)) return [];
  const pieces = piecesOf(text);
  if (pieces === undefined || pieces.some((piece) => SHELL_SYNTAX.test(piece.text ?? ''))) return [];
  const edits = listEdits(pieces, text.at);
  const cut = callee.property === 'exec' ? callee.at.end : callee.at.end - 'Sync'.length;
  return edits.length === 0 ? [] : [{ at: { start: cut, end: cut }, newText: 'File' }, ...edits];
}

/** Texts and holes in turn; `undefined` where the expression is put together in another way. */
function piecesOf(expression: Expression): readonly Piece[] | undefined {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? [{ text: expression.value }] : undefined;
    case 'template': {
      if (expression.tag !== undefined) return undefined;
      return expression.parts.map((part) =>
        part.kind === 'literal' && typeof part.value === 'string' ? { text: part.value } : { hole: part },
      );
    }
    case 'binary': {
      if (expression.operator !== '+') return [{ hole: expression }];
      const left = piecesOf(expression.left);
      const right = piecesOf(expression.right);
      return left && right && [...left, ...right];
    }
    default:
      return [{ hole: expression }];
  }
}

/** Replaces what stands between the holes, so that the holes stay as they are written. */
function listEdits(pieces: readonly Piece[], at: Place): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let start = at.start;
  let pending = '';
  const words = wordsOf(pieces);
  if (words === undefined) return [];
  const [program, ...rest] = words;
  if (program === undefined || program.hole !== undefined || SCRIPTS.test(program.before)) return [];
  pending = `${quoted(program.before)}, [`;
  for (const [index, word] of rest.entries()) {
    if (index > 0) pending += ', ';
    if (word.hole === undefined) {
      pending += quoted(word.before);
      continue;
    }
    const isBare = word.before === '' && word.after === '';
    edits.push({ at: { start, end: word.hole.at.start }, newText: pending + (isBare ? '' : `\`${word.before}\${`) });
    start = word.hole.at.end;
    pending = isBare ? '' : `}${word.after}\``;
  }
  return [...edits, { at: { start, end: at.end }, newText: `${pending}]` }];
}

interface Word {
  readonly before: string;
  readonly hole?: Expression;
  readonly after: string;
}

/** The words as a shell would split them; `undefined` where quotes or holes make that unclear. */
function wordsOf(pieces: readonly Piece[]): readonly Word[] | undefined {
  const words: Word[] = [];
  let before = '';
  let hole: Expression | undefined;
  let after = '';
  let quote = '';
  let isOpen = false;
  const finish = (): void => {
    if (isOpen) words.push({ before, after, ...(hole !== undefined && { hole }) });
    before = '';
    after = '';
    hole = undefined;
    isOpen = false;
  };
  for (const piece of pieces) {
    if (piece.hole !== undefined) {
      if (hole !== undefined) return undefined;
      hole = piece.hole;
      isOpen = true;
      continue;
    }
    for (const character of piece.text ?? '') {
      if (quote === '' && /\s/.test(character)) finish();
      else if (character === quote) quote = '';
      else if (quote === '' && (character === '"' || character === "'")) {
        quote = character;
        isOpen = true;
      } else {
        isOpen = true;
        if (hole === undefined) before += character;
        else after += character;
      }
    }
  }
  finish();
  return quote === '' ? words : undefined;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "\\'")}'`;
}
