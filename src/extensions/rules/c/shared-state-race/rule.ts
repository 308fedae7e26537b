import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction } from '#engine/analysis/ir.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/shared-state-race',
  languages: ['c', 'cpp'],
  cwes: ['CWE-362', 'CWE-366'],
  title: 'State shared by threads without a lock',
  severity: 'medium',
  rationale: 'Two threads that change a variable at the same time lose changes, or see it half changed.',
  remediation: 'Hold a mutex while the variable is read and changed, or make it atomic.',
  references: [
    'https://cwe.mitre.org/data/definitions/362.html',
    'https://cwe.mitre.org/data/definitions/366.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/CON43-C.+Do+not+allow+data+races+in+multithreaded+code',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const shared = sharedVariables(facts);
    if (shared.size === 0) return;
    for (const fact of threadsOf(facts)) {
      if (mentions(facts, fact, LOCKS)) continue;
      const own = ownNames(fact.function);
      for (const node of walk(fact.function.body, { intoFunctions: false })) {
        const target =
          node.kind === 'unary' && (node.operator === 'increment' || node.operator === 'decrement')
            ? node.operand
            : node.kind === 'assign' && (node.operator !== undefined || usesItself(node.targets[0], node.value))
              ? node.targets[0]
              : undefined;
        if (target?.kind !== 'name' || !shared.has(target.name) || own.has(target.name)) continue;
        report(node.at, {
          message: `'${target.name}' is changed by threads that run '${fact.function.name}', and no lock is held.`,
          confidence: 'medium',
        });
      }
    }
  },
};

const LOCKS = /lock|mutex|atomic|sem_wait|critical_?section|Interlocked|__sync_|guard/i;

/** Variables of the file that are neither constant nor atomic. */
function sharedVariables({ module }: ModuleFacts): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of module.body) {
    if (statement.kind !== 'declare' || statement.isStatic !== true || statement.type?.isConstant === true) continue;
    if (statement.type === undefined || /atomic|mutex|thread|sem_t|cond/i.test(statement.type.name)) continue;
    names.add(statement.name);
  }
  return names;
}

/** Functions that are run by threads: handed to what starts one. */
function threadsOf(facts: ModuleFacts): readonly FunctionFact[] {
  const names = new Set<string>();
  for (const call of facts.calls) {
    const name = methodName(call);
    const position =
      name === 'pthread_create' || name === 'CreateThread'
        ? 2
        : /^(?:thread|thrd_create|_beginthread|async|jthread)$/.test(name)
          ? undefined
          : -1;
    if (position === -1) continue;
    const given = position === undefined ? call.arguments : call.arguments.slice(position, position + 1);
    for (const { argument } of given)
      names.add(
        lastName(
          argument.value.kind === 'unary' || argument.value.kind === 'cast' ? argument.value.operand : argument.value,
        ),
      );
  }
  names.delete('');
  return facts.functions.filter(({ function: made }) => names.has(made.name));
}

function ownNames({ parameters, body }: IrFunction): ReadonlySet<string> {
  const names = new Set(parameters.map(({ name }) => name));
  for (const node of bodyNodes(body, { intoFunctions: false })) if (node.kind === 'declare') names.add(node.name);
  return names;
}

/** `x = x - 1`. */
function usesItself(target: Expression | undefined, value: Expression): boolean {
  if (target?.kind !== 'name') return false;
  for (const node of walk([value])) if (node.kind === 'name' && node.name === target.name) return true;
  return false;
}
