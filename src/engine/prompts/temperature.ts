/**
 * Temperature for a fixing prompt: 0, and 0.3 more for each round in a row that brought nothing, up to 0.9.
 *
 * A model at 0 that is asked nearly the same again answers nearly the same again.
 */
export function fixTemperature(flatRounds: number): number {
  return Math.min(9, flatRounds * 3) / 10;
}
