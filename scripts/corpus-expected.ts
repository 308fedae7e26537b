/** Findings of one rule in one project: lines by file, each line as often as it is reported. */
export type RuleLines = Readonly<Record<string, readonly number[]>>;

/** By rule. */
export type ProjectLines = Readonly<Record<string, RuleLines>>;

/** What changed for one rule. */
export interface RuleDifference {
  readonly rule: string;
  /** `path:line`. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Gathers findings for comparison: sorted, so that the same findings always give the same text. */
export function linesByRule(
  findings: readonly { readonly rule: string; readonly path: string; readonly line: number }[],
): ProjectLines {
  const rules: Record<string, Record<string, number[]>> = {};
  const inOrder = findings.toSorted(
    (a, b) => compareText(a.rule, b.rule) || compareText(a.path, b.path) || a.line - b.line,
  );
  for (const { rule, path, line } of inOrder) {
    const files = (rules[rule] ??= {});
    (files[path] ??= []).push(line);
  }
  return rules;
}

/** Differences between what was expected of a project and what was found, by rule; empty when there are none. */
export function differencesOf(expected: ProjectLines, found: ProjectLines): readonly RuleDifference[] {
  const rules = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return rules.flatMap((rule) => {
    const before = placesOf(expected[rule] ?? {});
    const after = placesOf(found[rule] ?? {});
    const added = without(after, before);
    const removed = without(before, after);
    return added.length + removed.length === 0 ? [] : [{ rule, added, removed }];
  });
}

function placesOf(lines: RuleLines): readonly string[] {
  return Object.entries(lines).flatMap(([path, numbers]) => numbers.map((line) => `${path}:${line}`));
}

/** Places of `all` that `known` does not have as often. */
function without(all: readonly string[], known: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const place of known) left.set(place, (left.get(place) ?? 0) + 1);
  return all.filter((place) => {
    const count = left.get(place) ?? 0;
    left.set(place, count - 1);
    return count <= 0;
  });
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
