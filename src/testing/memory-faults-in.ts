import { memoryFaults } from '#engine/analysis/memory/find-memory-faults.ts';
import { factsIn } from './analysis-fixture.ts';

/** `line kind` of every fault with memory that is at least likely, sorted. */
export async function memoryFaultsIn(code: string, path = 'main.c'): Promise<readonly string[]> {
  const facts = await factsIn(code, { path });
  return [...memoryFaults(facts)]
    .filter(({ confidence }) => confidence !== 'low')
    .map(({ kind, at }) => `${code.slice(0, at.start).split('\n').length} ${kind}`)
    .toSorted();
}
