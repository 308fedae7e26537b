import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { parentOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const LOCKS = /^(?:threading|multiprocessing|asyncio)\.(?:Lock|RLock|Semaphore|BoundedSemaphore)$/;

export const rule: Rule = {
  id: 'python/missing-lock',
  languages: ['python'],
  cwes: ['CWE-414', 'CWE-667'],
  title: 'Lock that locks nobody out',
  severity: 'low',
  rationale: 'A lock made anew by every call is held by that call alone, so two threads are in the section at once.',
  remediation: 'Make the lock once, beside the data it protects.',
  references: ['https://cwe.mitre.org/data/definitions/414.html', 'https://cwe.mitre.org/data/definitions/667.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!LOCKS.test(calleeName(call)) || call.within === undefined) continue;
      const name = localName(facts, call);
      if (name === undefined || !isOnlyAcquired(facts, call, name)) continue;
      report(call.at, {
        message: `Every call of '${call.within.function.name}' makes a lock of its own.`,
        confidence: 'medium',
      });
    }
  },
};

/** Name of the local variable that the lock is put into. */
function localName(facts: ModuleFacts, call: CallFact): string | undefined {
  const parent = parentOf(facts, call.expression);
  if (parent?.kind !== 'assign' || parent.targets.length !== 1) return undefined;
  const [target] = parent.targets;
  return target?.kind === 'name' &&
    !new RegExp(`\\b(?:global|nonlocal)\\s[^\\n]*\\b${target.name}\\b`).test(
      facts.textAt(call.within?.function.at ?? call.at),
    )
    ? target.name
    : undefined;
}

/** Whether the lock is acquired here and goes nowhere else: no thread, no object, no inner function gets it. */
function isOnlyAcquired(facts: ModuleFacts, call: CallFact, name: string): boolean {
  const body = call.within?.function.body ?? [];
  let isAcquired = false;
  for (const node of walk(body)) {
    if (node.kind === 'function') return false;
    if (node.kind !== 'name' || node.name !== name) continue;
    const parent = parentOf(facts, node);
    if (parent?.kind === 'assign' && parent.targets.includes(node)) continue;
    if (parent?.kind === 'member' && /^(?:acquire|release|locked)$/.test(parent.property)) isAcquired = true;
    else if (parent?.kind === 'with') isAcquired = true;
    else return false;
  }
  return isAcquired;
}
