import type { CweId } from '#core/cwe-id.ts';
import type { ModuleFacts } from '../facts.ts';
import type { Report, TextEdit } from '../rule.ts';
import { memoryFaults } from './find-memory-faults.ts';
import type { MemoryFault, MemoryFaultKind } from './memory-fault.ts';

/** Weaknesses of a fault, the most specific first; `undefined` for what a rule does not speak of. */
export type WeaknessesOf = (fault: MemoryFault) => readonly [CweId, ...CweId[]] | undefined;

/** Edits that remove a fault for certain; none where there are no such. */
export type FixOf = (facts: ModuleFacts, fault: MemoryFault) => readonly TextEdit[];

/** Reports what functions do with memory, as the weaknesses that a rule takes it for. */
export function reportFaults(facts: ModuleFacts, report: Report, weaknessesOf: WeaknessesOf, fixOf?: FixOf): void {
  for (const fault of memoryFaults(facts)) {
    const cwes = weaknessesOf(fault);
    if (cwes === undefined) continue;
    const fix = fixOf?.(facts, fault) ?? [];
    report(fault.at, {
      message: fault.message,
      confidence: fault.confidence,
      cwes,
      ...(fix.length > 0 && { fix }),
    });
  }
}

/** The same weaknesses whatever the memory is. */
export function weaknessTable(table: Partial<Record<MemoryFaultKind, readonly [CweId, ...CweId[]]>>): WeaknessesOf {
  return ({ kind }) => table[kind];
}
