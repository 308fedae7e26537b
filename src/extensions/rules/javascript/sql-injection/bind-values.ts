import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { TextEdit } from '#engine/analysis/rule.ts';

type Style = 'question' | 'dollar';

/** Marks of parameters by the driver that a file imports; a file with drivers of two styles does not tell. */
const STYLES: Readonly<Record<string, Style>> = {
  mysql: 'question',
  mysql2: 'question',
  'mysql2/promise': 'question',
  sqlite3: 'question',
  pg: 'dollar',
};

const METHODS = /^(?:query|execute|all|get|run|each)$/;

/**
 * Edits that pass the values of a statement as parameters, when the text is put together in the call itself, every value
 * stands where a parameter may stand, and no other values are passed. None when anything is uncertain.
 */
export function bindValues(facts: ModuleFacts, call: CallFact): readonly TextEdit[] {
  const style = styleOf(facts);
  const [given, next, ...others] = call.expression.arguments;
  if (style === undefined || given === undefined || !METHODS.test(lastName(call.expression.callee))) return [];
  if (given.isSpread === true || others.length > 0 || (next !== undefined && next.value.kind !== 'function')) return [];
  const pieces = piecesOf(given.value);
  const bound = pieces === undefined ? undefined : bind(facts, pieces, style);
  if (bound === undefined) return [];
  return [{ at: given.value.at, newText: `${literal(bound.text)}, [${bound.values.join(', ')}]` }];
}

function styleOf({ imports }: ModuleFacts): Style | undefined {
  const styles = new Set<Style>();
  for (const [driver, style] of Object.entries(STYLES)) {
    if ([...imports].some((name) => name === driver || name.startsWith(`${driver}.`))) styles.add(style);
  }
  const [only, another] = styles;
  return another === undefined ? only : undefined;
}

/** The text in order, with the expressions that fill its holes. */
function piecesOf(node: Expression): readonly (string | Expression)[] | undefined {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' && node.form === undefined ? [node.value] : undefined;
    case 'template':
      return node.tag === undefined
        ? node.parts.map((part) => (part.kind === 'literal' && typeof part.value === 'string' ? part.value : part))
        : undefined;
    case 'binary': {
      if (node.operator !== '+') return undefined;
      const left = node.left.kind === 'name' || node.left.kind === 'member' ? [node.left] : piecesOf(node.left);
      const right = node.right.kind === 'name' || node.right.kind === 'member' ? [node.right] : piecesOf(node.right);
      return left && right && [...left, ...right];
    }
    default:
      return undefined;
  }
}

/** Where a value without quotes of its own may stand. */
const BEFORE = /(?:[=<>]|\blike|\blimit|\boffset|\bvalues\s*\((?:[^()]*,)?)\s*$/i;
const QUOTED_BEFORE = /(['"])(%?)$/;
const QUOTED_AFTER = /^(%?)(['"])/;

function bind(
  facts: ModuleFacts,
  pieces: readonly (string | Expression)[],
  style: Style,
): { readonly text: string; readonly values: readonly string[] } | undefined {
  let text = '';
  const values: string[] = [];
  let cut = 0;
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      text += piece.slice(cut);
      cut = 0;
      continue;
    }
    const written = facts.textAt(piece.at);
    const [opening, quote, prefix = ''] = QUOTED_BEFORE.exec(text) ?? [];
    const after = pieces[index + 1];
    const mark = style === 'question' ? '?' : `$${values.length + 1}`;
    if (opening === undefined) {
      if (!BEFORE.test(text)) return undefined;
      text += mark;
      values.push(written);
      continue;
    }
    const [closing, suffix = '', end] = QUOTED_AFTER.exec(typeof after === 'string' ? after : '') ?? [];
    if (closing === undefined || end !== quote) return undefined;
    text = text.slice(0, text.length - opening.length) + mark;
    cut = closing.length;
    values.push(prefix === '' && suffix === '' ? written : `\`${prefix}\${${written}}${suffix}\``);
  }
  return values.length === 0 || /['"]/.test(text) ? undefined : { text, values };
}

function literal(text: string): string {
  return text.includes('\n') ? `\`${text}\`` : `'${text}'`;
}
