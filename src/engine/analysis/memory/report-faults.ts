import type { CweId } from '#core/cwe-id.ts';
import type { ModuleFacts } from '../facts.ts';
import type { Report } from '../rule.ts';
import { memoryFaults } from './find-memory-faults.ts';
import type { MemoryFault, MemoryFaultKind } from './memory-fault.ts';

/** Weaknesses of a fault, the most specific first; `undefined` for what a rule does not speak of. */
export type WeaknessesOf = (fault: MemoryFault) => readonly [CweId, ...CweId[]] | undefined;

/** Reports what functions do with memory, as the weaknesses that a rule takes it for. */
export function reportFaults(facts: ModuleFacts, report: Report, weaknessesOf: WeaknessesOf): void {
  for (const fault of memoryFaults(facts)) {
    const cwes = weaknessesOf(fault);
    if (cwes !== undefined) report(fault.at, { message: fault.message, confidence: fault.confidence, cwes });
  }
}

/** The same weaknesses whatever the memory is. */
export function weaknessTable(table: Partial<Record<MemoryFaultKind, readonly [CweId, ...CweId[]]>>): WeaknessesOf {
  return ({ kind }) => table[kind];
}
