import { type CweId, cweId } from './cwe-id.ts';
import { ancestorsOf, cweLevel } from './cwe-table.ts';

/** How far apart in MITRE's tree two names of one flaw may lie. */
const MAX_STEPS = 2;

/**
 * Classes which are reported as the flaw itself. Every other class and every pillar (CWE-20, 74, 200, 284, 400, 664, 693,
 * 703, 707, 710 ...) covers too much: both CSRF and a forged signature are a CWE-345.
 */
const TELLING_CLASSES: ReadonlySet<CweId> = ids(
  77,
  116,
  119,
  285,
  311,
  326,
  327,
  330,
  362,
  377,
  522,
  704,
  732,
  862,
  863,
  943,
);

/**
 * Weaknesses that detectors and people report under one another's id though the tree does not join them closely: which one
 * is named depends on whether the tool looks at the cause, the API or the effect. The usual name comes first.
 */
const FAMILIES: readonly ReadonlySet<CweId>[] = [
  // A buffer accessed out of its bounds, and the wrong size, terminator, index or function behind it.
  ids(
    119,
    787,
    125,
    120,
    121,
    122,
    123,
    124,
    126,
    127,
    129,
    130,
    131,
    170,
    193,
    242,
    466,
    676,
    680,
    785,
    786,
    788,
    805,
    806,
    823,
  ),
  ids(190, 191, 128, 192, 194, 195, 196, 197, 680, 681),
  ids(416, 415, 825),
  ids(476, 252, 253, 690),
  ids(908, 456, 457, 824, 909),
  ids(772, 401, 404, 459, 771, 775),
  ids(798, 259, 321, 547),
  ids(522, 256, 257, 260, 555),
  ids(327, 326, 328, 780),
  ids(916, 328, 327, 759, 760),
  ids(1204, 323, 329),
  ids(338, 330, 331, 332, 333, 334, 335, 336, 337, 339, 340, 341, 342, 343, 1241),
  ids(385, 203, 208),
  ids(295, 296, 297, 298, 299, 370, 599),
  ids(347, 345, 354),
  ids(611, 776, 827),
  ids(22, 23, 36, 73, 99, 641),
  ids(78, 77, 88),
  ids(94, 95, 96, 917, 1336),
  ids(79, 80, 81, 82, 83, 84, 85, 86, 87, 116),
  ids(117, 93),
  ids(862, 285, 425, 566, 639, 863),
  ids(306, 287, 288, 862),
  ids(732, 276, 277, 278, 279, 281),
  ids(250, 269, 271, 272, 273),
  ids(377, 378, 379),
  ids(362, 366, 413, 414, 667, 820, 821),
  ids(215, 11, 489),
  ids(209, 210, 211, 497, 550),
  ids(755, 248, 390, 391, 392, 396, 703),
  ids(835, 606, 834),
  ids(1333, 400, 407, 730),
  ids(770, 400, 730, 789),
  ids(942, 346, 1385),
  ids(477, 242, 676),
  ids(595, 597, 1025),
  ids(605, 1327),
  ids(434, 646),
];

/**
 * Whether two ids name the same flaw well enough for two findings at one place to be one: the same id, at most two steps
 * above one another in MITRE's tree without a catch-all at the top, or of one family.
 *
 * Reflexive and symmetric, but not transitive.
 */
export function areRelated(a: CweId, b: CweId): boolean {
  return a === b || isAbove(a, b) || isAbove(b, a) || FAMILIES.some((family) => family.has(a) && family.has(b));
}

/** The usual name of a weakness: that of the first family it is in, or its own. */
export function familyOf(id: CweId): CweId {
  const [usual = id] = FAMILIES.find((family) => family.has(id)) ?? [];
  return usual;
}

/** The other weaknesses of the families this one is in, the usual name of each family first. */
export function kinOf(id: CweId): readonly CweId[] {
  const kin = new Set(FAMILIES.filter((family) => family.has(id)).flatMap((family) => [...family]));
  kin.delete(id);
  return [...kin];
}

function isAbove(above: CweId, below: CweId): boolean {
  return !isCatchAll(above) && ancestorsOf(below, MAX_STEPS).includes(above);
}

/** Whether the weakness is too abstract to tell what is wrong with the code: a pillar, or a class but for a chosen few. */
export function isCatchAll(id: CweId): boolean {
  const level = cweLevel(id);
  return level === 'pillar' || (level === 'class' && !TELLING_CLASSES.has(id));
}

function ids(...numbers: readonly number[]): ReadonlySet<CweId> {
  return new Set(numbers.map(cweId));
}
