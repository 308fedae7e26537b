import { cweId, cweNumber } from '#core/cwe-id.ts';
import { cweLevel, cweParents } from '#core/cwe-table.ts';
import { type CweMatcher, cweMatcher } from './cwe-matcher.ts';

/** What covers too much to count as the weakness itself. */
const TOO_ABSTRACT: readonly number[] = [
  20, 74, 118, 284, 285, 287, 344, 345, 435, 436, 610, 642, 657, 662, 664, 666, 668, 669, 671, 682, 684, 691, 693, 697,
  703, 704, 705, 706, 707, 710, 755, 834, 862, 863, 913, 922, 923, 943, 1164, 1177, 1390, 1391,
];

/** Weaknesses that analysers and labels name in one another's place. */
const FAMILIES: readonly (readonly number[])[] = [
  // Memory: out of bounds, used after its end, freed wrongly, NULL, not released.
  [
    118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 129, 131, 170, 193, 242, 464, 466, 467, 468, 469, 588, 676, 680,
    785, 786, 787, 788, 805, 806, 822, 823, 824, 843,
  ],
  [415, 416, 672, 825],
  [590, 761, 762, 763],
  [476, 690],
  [401, 404, 459, 771, 772, 773, 775],
  // Numbers.
  [128, 190, 191, 192, 194, 195, 196, 197, 680, 681],
  [369, 682],
  // Injections.
  [77, 78, 88, 114],
  [94, 95, 96, 913],
  [22, 23, 36, 73, 99, 641, 706],
  [79, 80, 83, 87, 116],
  [89, 564, 943],
  [90, 91, 643],
  [93, 113, 117],
  [502, 915],
  [611, 776, 827],
  // Cryptography, randomness, credentials, transport.
  [256, 310, 311, 323, 326, 327, 328, 329, 759, 760, 780, 916, 1204, 1240],
  [330, 331, 335, 336, 337, 338, 340, 1241],
  [259, 321, 798, 1391],
  [295, 296, 297, 299, 599],
  [311, 319, 523],
  // Permissions, files, races, cookies.
  [276, 277, 278, 279, 281, 732],
  [362, 363, 367, 377, 378, 379],
  [362, 364, 366, 367],
  [384, 613, 614, 1004, 1275],
  // Resources, initialisation, disclosure, errors.
  [400, 405, 606, 674, 730, 770, 789, 834, 835, 1333],
  [456, 457, 665, 908, 909],
  [200, 209, 215, 489],
  [252, 253, 273, 390, 391, 703, 754, 755],
];

/**
 * Whether a finding counts for a label, as detectors are compared by: wider than what joins two findings at one place
 * (`core/cwe-relations.ts`). There a wrong join hides a finding; here the label says which weakness the code has, a tool
 * may name it by its cause, its API or its effect, and figures of several tools have to be made with one measure.
 */
export const matchesLabel: CweMatcher = cweMatcher({
  // Categories are no weaknesses and have no place in MITRE's tree.
  parentsOf: (cwe) => {
    const id = cweId(cwe);
    return cweLevel(id) === undefined ? [] : cweParents(id).map(cweNumber);
  },
  families: FAMILIES,
  tooAbstract: TOO_ABSTRACT,
});
