import type { Language, LanguageNodes } from './language.ts';
import { ROLE, rolesIn } from './roles.ts';
import { endOf, namedChildren, type SyntaxTree, startOf, textOf, typeOf } from './tree.ts';

/** What stands in for a word's letters. */
const NEUTRAL = 'x';

/**
 * The text with every letter of its comments and docstrings replaced, same length, same lines.
 *
 * Delimiters and white space stay. So does a comment that the language calls a directive.
 */
export function neutraliseComments(tree: SyntaxTree, language: Language): string {
  const rolesOf = rolesIn(tree, language);
  const parts: string[] = [];
  let done = 0;
  const replace = (start: number, end: number): void => {
    if (start < done) return;
    parts.push(tree.text.slice(done, start), neutral(tree.text.slice(start, end)));
    done = end;
  };

  for (let node = 0; node < tree.size; node += 1) {
    const roles = rolesOf(node);
    const start = startOf(tree, node);
    if ((roles & ROLE.comment) !== 0) {
      if (language.directive?.test(textOf(tree, node, 200)) !== true) {
        replace(start + openingLength(textOf(tree, node, 8)), endOf(tree, node));
      }
    } else if ((roles & ROLE.documentation) !== 0) {
      const string = documentationString(tree, node, (child) => (rolesOf(child) & ROLE.string) !== 0);
      // Delimiters are nodes of their own, so only what lies between the first and the last is replaced.
      const inside = string === undefined ? [] : namedChildren(tree, string);
      const first = inside[0];
      const last = inside.at(-1);
      if (first !== undefined && last !== undefined && first !== last) {
        replace(endOf(tree, first), startOf(tree, last));
      }
    } else if ((roles & ROLE.unparsed) !== 0 && language.nodes.unparsed !== undefined) {
      for (const { from, to } of commentsWithin(textOf(tree, node, tree.text.length), language.nodes.unparsed)) {
        replace(start + from, start + to);
      }
    }
  }
  return parts.join('') + tree.text.slice(done);
}

/** The string that is all a statement holds, unless a part of it is computed. */
export function documentationString(
  tree: SyntaxTree,
  statement: number,
  isString: (node: number) => boolean,
): number | undefined {
  const [only, second] = namedChildren(tree, statement);
  if (only === undefined || second !== undefined || !isString(only)) return undefined;
  return namedChildren(tree, only).some((part) => typeOf(tree, part) === 'interpolation') ? undefined : only;
}

/** Length of `//`, `/**`, `#!`: signs only, so that nothing readable is taken for a delimiter. */
function openingLength(text: string): number {
  return /^[#/*!<-]*/.exec(text)?.[0].length ?? 0;
}

/** Keeps the length in code units, the lines, and the signs that close a comment. */
function neutral(text: string): string {
  const closing = /\*\/$/.exec(text)?.[0] ?? '';
  const words = text.slice(0, text.length - closing.length);
  return words.replace(/[^\s*/\\]/g, NEUTRAL) + closing;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Comments in a text that the grammar left alone; quotes that close are heeded, so that `"//"` is none. */
function commentsWithin(text: string, { line, block }: NonNullable<LanguageNodes['unparsed']>): readonly Stretch[] {
  const [opening, closing] = block;
  const found: Stretch[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\') at += 1;
    else if (character === '"' || character === "'") at = Math.max(at, text.indexOf(character, at + 1));
    else if (text.startsWith(line, at)) {
      found.push({ from: at + line.length, to: text.length });
      return found;
    } else if (text.startsWith(opening, at)) {
      const end = text.indexOf(closing, at + opening.length);
      const to = end === -1 ? text.length : end;
      found.push({ from: at + opening.length, to });
      at = to + closing.length - 1;
    }
  }
  return found;
}
