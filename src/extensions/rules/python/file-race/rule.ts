import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isWithin } from '#engine/analysis/judges/calls-within.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { ancestorsOf } from '#engine/analysis/judges/surroundings.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const TEST = /^(?:os\.access|os\.path\.(?:exists|isfile|lexists|islink|isdir)|pathlib\.Path\(\)\.(?:exists|is_file))$/;
const USE =
  /^(?:open|io\.open|os\.open|os\.(?:remove|unlink|rename|replace|chmod|chown|mkdir|makedirs|rmdir|symlink)|shutil\.(?:copy|copyfile|move|rmtree)|pathlib\.Path\(\)\.(?:open|unlink|write_text|write_bytes|read_text))$/;

export const rule: Rule = {
  id: 'python/file-race',
  languages: ['python'],
  cwes: ['CWE-367'],
  title: 'File checked, then used',
  severity: 'medium',
  rationale: 'Between the check and the use another program can put something else at the path.',
  remediation: 'Use the file at once and handle the exception; create files with mode x.',
  references: [
    'https://cwe.mitre.org/data/definitions/367.html',
    'https://docs.python.org/3/library/os.html#os.access',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const tests = facts.calls.filter((call) => TEST.test(calleeName(call)));
    if (tests.length === 0) return;
    for (const use of facts.calls) {
      if (!USE.test(calleeName(use))) continue;
      const path = pathOf(facts, use);
      const test = tests.find(
        (one) =>
          one.at.start < use.at.start &&
          one.within === use.within &&
          pathOf(facts, one) === path &&
          path !== '' &&
          governs(facts, one, use),
      );
      if (test === undefined) continue;
      report(use.at, {
        message: `The path '${path.slice(0, 60)}' is checked before, and may be something else by now.`,
        confidence: calleeName(test) === 'os.access' || isExclusive(use) ? 'medium' : 'low',
      });
    }
  },
};

function pathOf(facts: ModuleFacts, call: CallFact): string {
  const { callee, arguments: given } = call.expression;
  const first = given[0]?.value;
  if (first !== undefined && calleeName(call).startsWith('pathlib') && callee.kind === 'member')
    return facts.textAt(callee.object.at);
  if (first === undefined) return callee.kind === 'member' ? facts.textAt(callee.object.at) : '';
  return facts.textAt(first.at);
}

/** Whether the use stands in a branch of a statement that the test decides, or after it in the same block. */
function governs(facts: ModuleFacts, test: CallFact, use: CallFact): boolean {
  if (!(use.within === undefined ? test.within === undefined : isWithin(test.within, use.within))) return false;
  for (const around of ancestorsOf(facts, test.expression)) {
    if (around.kind === 'if' || around.kind === 'conditional') return decides(facts, around, use);
    if (around.kind === 'assign') return around.targets.some((target) => isAskedLater(facts, target, test, use));
    if (around.kind === 'function') return false;
  }
  return false;
}

function decides(facts: ModuleFacts, { at }: IrNode, use: CallFact): boolean {
  return at.start <= use.at.start && (at.end >= use.at.end || leaves(facts, at.start, at.end));
}

/** `exists = os.path.exists(path)`, and then `if not exists: return`. */
function isAskedLater(facts: ModuleFacts, target: Expression, test: CallFact, use: CallFact): boolean {
  if (target.kind !== 'name') return false;
  return nodesOf(facts, 'if').some(
    (branch) =>
      branch.at.start > test.at.end &&
      decides(facts, branch, use) &&
      [...walk([branch.test])].some((node) => node.kind === 'name' && node.name === target.name),
  );
}

/** `if not exists(path): return` decides what comes after it. */
function leaves(facts: ModuleFacts, start: number, end: number): boolean {
  return /\b(?:return|raise|continue|exit|abort)\b/.test(facts.codeAt({ start, end }));
}

/** A lock file or the like: it is created because it was not there. */
function isExclusive(use: CallFact): boolean {
  return (
    calleeName(use) === 'open' &&
    /^w/.test(textOf(use.argument(1, 'mode')) ?? '') &&
    /lock|pid/i.test(textOf(use.argument(0)) ?? '')
  );
}
