import type { FunctionFact, ModuleFacts } from '../facts.ts';
import type { Taint } from '../value.ts';

/** Whether the function around a place asks whether data of these sources has `text` in it: a quote that would end a quoted hole. */
export function refusesText(
  { compares }: ModuleFacts,
  within: FunctionFact | undefined,
  taints: readonly Taint[],
  text: string,
): boolean {
  return compares.some(
    ({ expression: { operator }, left, right, within: place }) =>
      place === within &&
      (operator === 'in' || operator === 'not in') &&
      left.constant?.value === text &&
      taints.every(({ source }) => right.taints.some((taint) => taint.source === source)),
  );
}
