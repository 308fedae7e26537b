/** Names that one slip of the keyboard makes of a name: a letter left out, put in, changed, or two that changed places. */
export function isOneSlipAway(name: string, other: string): boolean {
  if (name === other || Math.abs(name.length - other.length) > 1) return false;
  let start = 0;
  while (start < name.length && name[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(name.length, other.length) - start;
  while (end < most && name.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = name.slice(start, name.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Shorter names are near too much. */
const LEAST_LENGTH = 5;

/** The well-known name that this one may have been meant to be. */
export function meantName(name: string, wellKnown: readonly string[]): string | undefined {
  return name.length < LEAST_LENGTH
    ? undefined
    : wellKnown.find((other) => other.length >= LEAST_LENGTH && isOneSlipAway(name, other));
}
