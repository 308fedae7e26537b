import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { outerNames } from '#engine/analysis/judges/outer-names.ts';
import { parentOf } from '#engine/analysis/judges/surroundings.ts';
import type { NodeOf } from '#engine/analysis/judges/nodes-of.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { IrFunction } from '#engine/analysis/ir.ts';
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
  if (target?.kind !== 'name' || call.within === undefined) return undefined;
  const { global, nonlocal } = outerNames(facts, call.within.function);
  return global.has(target.name) || nonlocal.has(target.name) ? undefined : target.name;
}

/** Whether the lock is acquired here and goes nowhere else: no thread, no object, no inner function gets it. */
function isOnlyAcquired(facts: ModuleFacts, call: CallFact, name: string): boolean {
  if (call.within === undefined) return false;
  const reads = readsIn(call.within.function);
  let isAcquired = false;
  for (const node of reads?.get(name) ?? []) {
    const parent = parentOf(facts, node);
    if (parent?.kind === 'assign' && parent.targets.includes(node)) continue;
    if (parent?.kind === 'member' && /^(?:acquire|release|locked)$/.test(parent.property)) isAcquired = true;
    else if (parent?.kind === 'with') isAcquired = true;
    else return false;
  }
  return isAcquired;
}

type Reads = ReadonlyMap<string, readonly NameNode[]>;
type NameNode = NodeOf<'name'>;

const known = new WeakMap<IrFunction, Reads | undefined>();

/** Where a function has each name; `undefined` when there is another function in it, which may get at all of them. */
function readsIn(made: IrFunction): Reads | undefined {
  if (known.has(made)) return known.get(made);
  const reads = new Map<string, NameNode[]>();
  let hasInner = false;
  for (const node of walk(made.body)) {
    if (node.kind === 'function') hasInner = true;
    if (node.kind !== 'name') continue;
    const same = reads.get(node.name);
    if (same === undefined) reads.set(node.name, [node]);
    else same.push(node);
  }
  const found = hasInner ? undefined : reads;
  known.set(made, found);
  return found;
}
