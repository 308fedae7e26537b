import type { AssignmentFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Statement } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { GUARDED, LONGEST_FUNCTION } from './guarded.ts';
import { isHandler } from './is-handler.ts';
import { unlockedFields } from './unlocked-fields.ts';

export const rule: Rule = {
  id: 'go/missing-lock',
  languages: ['go'],
  cwes: ['CWE-362', 'CWE-366'],
  title: 'Shared value changed without a lock',
  severity: 'medium',
  rationale:
    'Two goroutines that change one value at the same time lose changes, and a map that two of them change ends the program.',
  remediation: 'Hold a sync.Mutex while the value is changed, or use sync/atomic.',
  references: [
    'https://cwe.mitre.org/data/definitions/362.html',
    'https://cwe.mitre.org/data/definitions/366.html',
    'https://go.dev/doc/articles/race_detector',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const shared = packageVariables(facts);
    const started = startedFunctions(facts);
    const seen = new Set<string>();
    for (const { at, field, within } of unlockedFields(facts)) {
      const key = `${String(within.function.at.start)}:${field}`;
      if (seen.has(key)) continue;
      seen.add(key);
      report(at, { message: `'${field}' is changed by several goroutines without a lock.`, confidence: 'medium' });
    }
    for (const change of facts.assignments) {
      const { within, target } = change;
      if (within === undefined) continue;
      const root = rootOf(target);
      if (root === undefined || !isChange(change)) continue;
      const outer = started.has(within.function) && isOuter(within.function, root);
      const isHandled = isHandler(within) && shared.has(root) && isChangedPart(facts, change, root);
      if (!outer && !isHandled) continue;
      if (outer && !isChangedPart(facts, change, root)) continue;
      if (within.function.at.end - within.function.at.start > LONGEST_FUNCTION) continue;
      if (GUARDED.test(facts.codeAt(within.function.at))) continue;
      const key = `${String(within.function.at.start)}:${root}`;
      if (seen.has(key)) continue;
      seen.add(key);
      report(change.at, {
        message: `'${root}' is changed by several goroutines without a lock.`,
        confidence: 'medium',
      });
    }
  },
};

function packageVariables({ module }: ModuleFacts): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of module.body) {
    if (statement.kind === 'declare') names.add(statement.name);
    else if (statement.kind === 'assign') {
      for (const target of statement.targets) if (target.kind === 'name') names.add(target.name);
    }
  }
  return names;
}

/** Functions without a name that a `go` statement starts. */
function startedFunctions(facts: ModuleFacts): ReadonlySet<IrFunction> {
  const found = new Set<IrFunction>();
  for (const node of nodesOf(facts, 'unary')) {
    if (node.operator !== 'void' || node.operand.kind !== 'call') continue;
    const { callee } = node.operand;
    if (callee.kind === 'function') found.add(callee.function);
  }
  return found;
}

function rootOf(target: Expression): string | undefined {
  if (target.kind === 'index') return rootOf(target.object);
  return target.kind === 'name' && target.name !== '_' ? target.name : undefined;
}

/** A parameter that is bound is no change. */
function isChange({ target, within }: AssignmentFact): boolean {
  return within?.function.parameters.every((parameter) => parameter.target !== target) ?? true;
}

function isOuter({ parameters, body }: IrFunction, root: string): boolean {
  if (parameters.some(({ name }) => name === root)) return false;
  return !declares(body, root);
}

/** Whether the statements themselves make the variable; `:=` and `=` look the same, so the text decides. */
function declares(body: readonly Statement[], name: string): boolean {
  return body.some((statement) => statement.kind === 'declare' && statement.name === name);
}

/** `counter++`, `total += n`, `list = append(list, …)`, `cache[key] = v`; a first value of a variable is none. */
function isChangedPart(facts: ModuleFacts, { target, at }: AssignmentFact, root: string): boolean {
  const text = facts.codeAt(at).slice(0, 300);
  if (text.includes(':=')) return false;
  if (target.kind === 'index') return isMap(facts, root);
  const name = root.replaceAll(/\W/g, '');
  return new RegExp(`^${name}\\s*(?:\\+\\+|--|[-+*/|&]=|=\\s*append\\(${name}\\b|=\\s*${name}\\s*[-+])`).test(text);
}

/** Items of slices lie apart; a map is changed as a whole. */
function isMap(facts: ModuleFacts, root: string): boolean {
  return (
    facts.assignments.some(
      ({ target, value }) => target.kind === 'name' && target.name === root && value.form === 'record',
    ) || new RegExp(`\\bvar ${root.replaceAll(/\W/g, '')}\\s+map\\[`).test(facts.codeText)
  );
}
