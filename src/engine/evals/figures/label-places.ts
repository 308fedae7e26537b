/** A point of a drawing and the name that is written beside it, in pixels from the upper left corner. */
export interface NamedPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Where a name begins, at its left end and in the middle of its height. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  /** It stands so far off that a line has to lead to it, to `nearX`: its end that is nearer to the point. */
  readonly isAway: boolean;
  readonly nearX: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half the height of a line, and the width of a letter, of eleven pixels. */
const HALF_LINE = 7;
const LETTER = 6.4;
/** Half the size of a point. */
const HALF_POINT = 6;
const STEPS = 9;

/**
 * Puts each name beside its point where it covers no other name and no point, as near as that can be had; where there is no
 * room, where it covers least. The same points give the same places.
 */
export function labelPlaces(
  points: readonly NamedPoint[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly LabelPlace[] {
  const taken: Box[] = points.map(({ x, y }) => around(x, y));
  const places = new Map<NamedPoint, LabelPlace>();
  // From top to bottom, so that names of a heap are not tangled.
  for (const point of points.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const long = point.text.length * LETTER;
    let best: { readonly place: LabelPlace; readonly box: Box; readonly cost: number } | undefined;
    for (const place of candidates(point, long)) {
      const box = { left: place.x, right: place.x + long, top: place.y - HALF_LINE, bottom: place.y + HALF_LINE };
      const outside = Math.max(0, -box.left) + Math.max(0, -box.top) + Math.max(0, box.bottom - height);
      // A name may stick out to the right a little: there is a margin.
      const cost =
        outside + Math.max(0, box.right - width - 60) + taken.reduce((sum, one) => sum + overlap(one, box), 0);
      if (best === undefined || cost < best.cost) best = { place, box, cost };
      if (cost === 0) break;
    }
    if (best === undefined) continue;
    taken.push(best.box);
    places.set(point, best.place);
  }
  return points.map((point) => places.get(point) ?? { x: point.x, y: point.y, isAway: false, nearX: point.x });
}

/** Nearest first: right and left above, right and left below, then farther off. */
function* candidates({ x, y }: NamedPoint, long: number): Generator<LabelPlace> {
  for (let step = 0; step < STEPS; step += 1) {
    const off = 9 + step * 12;
    for (const up of [-1, 1, 0]) {
      for (const side of ['right', 'left'] as const) {
        const aside = 9 + step * 5;
        const [from, near] = side === 'right' ? [x + aside, x + aside] : [x - aside - long, x - aside];
        yield { x: from, y: y + up * off, isAway: step > 0, nearX: near };
      }
    }
  }
}

function around(x: number, y: number): Box {
  return { left: x - HALF_POINT, right: x + HALF_POINT, top: y - HALF_POINT, bottom: y + HALF_POINT };
}

/** Area that two boxes share. */
function overlap(one: Box, other: Box): number {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}
