import { countWork } from '#engine/analysis/rule-work.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { IrNode } from '#engine/analysis/judges/walk.ts';
import { calleeName, methodName } from '#engine/analysis/judges/callee-name.ts';
import { parentOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Calls after whose failure the program goes on with less protection than it thinks. */
const CRITICAL =
  /^(?:crypto\/rand\.Read|syscall\.(?:Setuid|Setgid|Chroot|Setgroups|Setresuid)|bcrypt\.CompareHashAndPassword|crypto\/rsa\.Verify\w+|os\.Chmod)$/;
/** Readings of what a stranger sent. */
const READS =
  /^(?:encoding\/json\.Unmarshal|encoding\/xml\.Unmarshal|encoding\/json\.NewDecoder\(\)\.Decode|strconv\.(?:Atoi|ParseInt|ParseUint|ParseFloat))$/;

export const rule: Rule = {
  id: 'go/unchecked-error',
  languages: ['go'],
  cwes: ['CWE-252', 'CWE-391'],
  title: 'Error that is thrown away',
  severity: 'medium',
  rationale: 'When the call fails nobody notices, and the program goes on with zeros, nothing, or too many rights.',
  remediation: 'Test the error and stop when there is one.',
  references: ['https://cwe.mitre.org/data/definitions/252.html', 'https://cwe.mitre.org/data/definitions/391.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      const isCritical = CRITICAL.test(name) || isPartOfWhole(facts, call) || isRandom(facts, name);
      if (!isCritical && !(READS.test(name) && isRemote(call))) continue;
      if (!isThrownAway(facts, call) || isPaging(name, call)) continue;
      report(call.at, { message: `The error of '${methodName(call)}' is thrown away.`, confidence: 'medium' });
    }
  },
};

function isRemote(call: CallFact): boolean {
  return [call.receiver, ...call.arguments.map(({ value }) => value)].some(
    (value) => value?.taints.some(({ kind }) => kind === 'remote') === true,
  );
}

/** A page that is no number is the first one: nobody is harmed by a zero. */
function isPaging(name: string, { expression }: CallFact): boolean {
  return (
    name.startsWith('strconv.') &&
    /^(?:page|limit|size|offset|per_?page|page_?size|page_?num(?:ber)?|count|skip|start|top)$/i.test(
      lastName(expression.arguments[0]?.value),
    )
  );
}

function isThrownAway(facts: ModuleFacts, call: CallFact): boolean {
  if (call.isResultUnused) return true;
  const parent: IrNode | undefined = parentOf(facts, call.expression);
  if (parent?.kind !== 'assign') return false;
  const [target] = parent.targets;
  const last = target?.kind === 'sequence' ? target.items.at(-1) : target;
  return last?.kind === 'name' && last.name === '_';
}

const WRITES = /^(?:Write|WriteString|WriteAt|Exec|ExecContext|NamedExec|MustExec|Copy|Fprintf|Sync|Commit)$/;

/** A step of a transaction, or of writing a file that then takes the place of another one. */
function isPartOfWhole(facts: ModuleFacts, call: CallFact): boolean {
  const method = methodName(call);
  if (!call.isResultUnused || call.within === undefined || !WRITES.test(method)) return false;
  const { callee } = call.expression;
  const on = lastName(
    callee.kind === 'member' && !/^(?:io|fmt)$/.test(lastName(callee.object))
      ? callee.object
      : call.expression.arguments[0]?.value,
  );
  if (method === 'Commit' || method.includes('Exec')) return /^(?:tx|txn|transaction)$/i.test(on);
  countWork(facts.calls.length);
  const isFile = facts.calls.some(
    (other) =>
      other.within === call.within &&
      /^os\.(?:Create|OpenFile|CreateTemp)$/.test(calleeName(other)) &&
      nameOfResult(facts, other) === on,
  );
  return isFile && facts.calls.some((other) => other.within === call.within && calleeName(other) === 'os.Rename');
}

function nameOfResult(facts: ModuleFacts, { expression }: CallFact): string {
  const parent: IrNode | undefined = parentOf(facts, expression);
  const target = parent?.kind === 'assign' ? parent.targets[0] : undefined;
  return lastName(target?.kind === 'sequence' ? target.items[0] : target);
}

/** In a piece of code without imports, the package that fills bytes is the one for secrets. */
function isRandom(facts: ModuleFacts, name: string): boolean {
  return /^(?:math\/)?rand\.Read$/.test(name) && facts.imports.size === 0;
}
