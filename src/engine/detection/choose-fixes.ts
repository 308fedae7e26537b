import type { Edit, Finding } from '#core/finding.ts';

/**
 * Findings whose fixes can be made together, in the order given: one whose edits overlap those of an earlier one has to
 * wait until that is done. Findings without a fix are left out.
 *
 * Insertions at one place do not overlap, and neither do two edits that are the same.
 */
export function chooseFixes(findings: readonly Finding[]): readonly Finding[] {
  const taken = new Map<string, Edit[]>();
  const chosen: Finding[] = [];
  for (const finding of findings) {
    const edits = finding.fix ?? [];
    if (edits.length === 0) continue;
    if (edits.some((edit) => taken.get(edit.span.path)?.some((other) => isInTheWay(edit, other)) === true)) continue;
    for (const edit of edits) {
      const here = taken.get(edit.span.path);
      if (here === undefined) taken.set(edit.span.path, [edit]);
      else here.push(edit);
    }
    chosen.push(finding);
  }
  return chosen;
}

function isInTheWay(a: Edit, b: Edit): boolean {
  const [startA, endA, startB, endB] = [startOf(a), endOf(a), startOf(b), endOf(b)];
  if (isSamePlace(startA, startB) && isSamePlace(endA, endB)) {
    return a.newText !== b.newText && !isSamePlace(startA, endA);
  }
  return isBefore(startA, endB) && isBefore(startB, endA);
}

type Place = readonly [line: number, column: number];

function startOf({ span }: Edit): Place {
  return [span.startLine, span.startColumn];
}

function endOf({ span }: Edit): Place {
  return [span.endLine, span.endColumn];
}

function isSamePlace(a: Place, b: Place): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function isBefore(a: Place, b: Place): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}
