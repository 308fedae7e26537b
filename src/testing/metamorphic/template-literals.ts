import { childByField, namedChildren, parentOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { childrenOf, holds, isWithin, nodesOf, placeOf, sourceOf } from './nodes.ts';
import type { Change } from './rewrite.ts';
import type { Transformation } from './transformation.ts';

/** `a${x}` becomes 'a' + (x). */
export const templateToConcatenation: Transformation = {
  name: 'writes templates with +',
  grammars: ['javascript'],
  leaves: 'Tagged templates, templates inside templates, in types and with escapes or single quotes.',
  changes: ({ tree }) =>
    nodesOf(tree, 'template_string').flatMap((node): readonly Change[] => {
      const parent = typeOf(tree, parentOf(tree, node));
      if (parent === 'call_expression' || /type/.test(parent) || isWithin(tree, node, 'template_substitution'))
        return [];
      const parts = partsOf(tree, node);
      return parts === undefined ? [] : [{ at: placeOf(tree, node), newText: `(${["''", ...parts].join(' + ')})` }];
    }),
};

function partsOf(tree: SyntaxTree, node: number): readonly string[] | undefined {
  const inner = namedChildren(tree, node);
  if (!inner.some((child) => typeOf(tree, child) === 'template_substitution')) return undefined;
  const parts: string[] = [];
  let at = placeOf(tree, node).start + 1;
  const end = placeOf(tree, node).end - 1;
  const pushText = (text: string): boolean => {
    if (/['\\]/.test(text)) return false;
    if (text !== '') parts.push(`'${text.replaceAll('\n', '\\n').replaceAll('\r', '')}'`);
    return true;
  };
  for (const child of inner.filter((one) => typeOf(tree, one) === 'template_substitution')) {
    const place = placeOf(tree, child);
    const [value] = namedChildren(tree, child);
    if (value === undefined || !pushText(tree.text.slice(at, place.start))) return undefined;
    parts.push(`(${sourceOf(tree, value)})`);
    at = place.end;
  }
  return pushText(tree.text.slice(at, end)) ? parts : undefined;
}

/** 'a' + x becomes `a${x}`. */
export const concatenationToTemplate: Transformation = {
  name: 'writes + as templates',
  grammars: ['javascript'],
  leaves: 'Sums that do not begin with a plain text, and those with escapes, templates or comments in them.',
  changes: ({ tree }) =>
    nodesOf(tree, 'binary_expression').flatMap((node): readonly Change[] => {
      if (typeOf(tree, parentOf(tree, node)) === 'binary_expression') return [];
      if (isWithin(tree, node, 'template_substitution') || holds(tree, node, 'template_string', 'comment')) return [];
      const terms = termsOf(tree, node);
      const [first] = terms;
      if (first === undefined || typeOf(tree, first) !== 'string' || isInAnother(tree, node)) return [];
      const pieces = terms.map((term) =>
        typeOf(tree, term) === 'string' ? plain(tree, term) : `\${${sourceOf(tree, term)}}`,
      );
      if (pieces.includes(undefined)) return [];
      return [{ at: placeOf(tree, node), newText: `\`${pieces.join('')}\`` }];
    }),
};

/** What is added up, from left to right; nothing when something else than `+` is among the operators. */
function termsOf(tree: SyntaxTree, node: number): readonly number[] {
  if (typeOf(tree, node) !== 'binary_expression') return [node];
  const [left, right] = [childByField(tree, node, 'left'), childByField(tree, node, 'right')];
  const isSum = childrenOf(tree, node).some((child) => typeOf(tree, child) === '+');
  if (left === undefined || right === undefined || !isSum) return [node];
  return [...termsOf(tree, left), right];
}

/** A sum inside another one's term would be changed twice. */
function isInAnother(tree: SyntaxTree, node: number): boolean {
  for (let outer = node; outer !== 0; ) {
    outer = parentOf(tree, outer);
    if (typeOf(tree, outer) === 'binary_expression') return true;
  }
  return false;
}

function plain(tree: SyntaxTree, node: number): string | undefined {
  const text = sourceOf(tree, node).slice(1, -1);
  return /[`\\]|\$\{/.test(text) ? undefined : text;
}
