/**
 * Corrects p-values for their number, so that with all null hypotheses true the probability of even one below 0.05 is at
 * most 0.05, whatever depends on what.
 *
 * Source: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979).
 *
 * @returns Corrected values in the order given, none above 1.
 */
export function holm(values: readonly number[]): readonly number[] {
  const order = values.map((value, position) => ({ value, position })).sort((a, b) => a.value - b.value);
  const corrected = Array.from(values);
  let largest = 0;
  order.forEach(({ value, position }, rank) => {
    largest = Math.max(largest, Math.min(1, value * (values.length - rank)));
    corrected[position] = largest;
  });
  return corrected;
}
