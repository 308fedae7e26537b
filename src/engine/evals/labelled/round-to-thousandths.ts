/**
 * Three digits behind the point, ties to the even digit, as Python's `round(x, 3)`: figures that two programs work out from
 * the same counts are then the same text. `toFixed` differs only in ties, and a tie at three digits is an odd sixteenth.
 */
export function roundToThousandths(value: number): number {
  const isTie = Number.isInteger(value * 16) && !Number.isInteger(value * 8);
  if (!isTie) return Number(value.toFixed(3));
  const below = Math.floor(value * 1000);
  return (below % 2 === 0 ? below : below + 1) / 1000;
}
