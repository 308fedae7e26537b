import type { FaultPlace, Language } from './language.ts';
import type { LineMap } from './line-map.ts';
import type { SyntaxFault } from './outline.ts';
import { ROLE, type RolesOf } from './roles.ts';
import { ERROR_TYPE, endOf, nextOf, parentOf, type SyntaxTree, startOf, textOf, typeOf } from './tree.ts';

/** Enough to see what is wrong; a text in another language would give thousands. */
const MOST_FAULTS = 20;

export interface FaultContext {
  readonly tree: SyntaxTree;
  readonly language: Language;
  readonly rolesOf: RolesOf;
  readonly lines: LineMap;
}

/**
 * Places where the text does not parse, in source order, at most 20.
 *
 * Of errors within errors only the innermost counts: the outer one spans everything that the inner one spoilt. What the
 * language forgives is left out.
 */
export function findFaults({ tree, language, rolesOf, lines }: FaultContext): readonly SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  const broken: number[] = [];
  const errorType = tree.typeNames.lastIndexOf(ERROR_TYPE);

  for (let node = 0; node < tree.size; node += 1) {
    if (tree.types[node] === errorType || tree.missing[node] === 1) broken.push(node);
    else if ((rolesOf(node) & ROLE.obsolete) !== 0) broken.push(node);
  }
  for (const [index, node] of broken.entries()) {
    if (faults.length === MOST_FAULTS) break;
    const isError = tree.types[node] === errorType;
    if (isError && (broken[index + 1] ?? tree.size) < nextOf(tree, node)) continue;
    if (!isError && tree.missing[node] === 0) {
      const message = language.nodes.obsolete?.[typeOf(tree, node)] ?? '';
      faults.push({ span: lines.spanOf(startOf(tree, node), endOfLine(tree, node)), message });
    } else if (language.forgives?.(placeOf(tree, node, lines)) !== true) {
      faults.push({
        span: lines.spanOf(startOf(tree, node), endOfLine(tree, node)),
        message: isError ? 'This text does not parse.' : `\`${typeOf(tree, node)}\` is missing.`,
      });
    }
  }
  return faults;
}

/** An error that runs over several lines is shown by its first. */
function endOfLine(tree: SyntaxTree, node: number): number {
  const lineEnd = tree.text.indexOf('\n', startOf(tree, node));
  return lineEnd === -1 ? endOf(tree, node) : Math.min(endOf(tree, node), lineEnd);
}

/** A place that does not parse, with what stands around it. */
export function placeOf(tree: SyntaxTree, node: number, lines: Pick<LineMap, 'lineStart'>): FaultPlace {
  const start = startOf(tree, node);
  const end = endOf(tree, node);
  const within: string[] = [];
  for (let at = node; at !== 0 && within.length < 8; at = parentOf(tree, at)) {
    within.push(typeOf(tree, parentOf(tree, at)));
  }
  const isMissing = tree.missing[node] === 1;
  return {
    kind: isMissing ? 'missing' : 'error',
    text: isMissing ? typeOf(tree, node) : textOf(tree, node, 200),
    before: tree.text.slice(Math.max(lines.lineStart(start), start - 200), start),
    after: tree.text
      .slice(end, end + 400)
      .trimStart()
      .slice(0, 40),
    within,
  };
}
