import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-129',
  title: 'Unvalidated array index',
  what: "A number from outside is used as an index without a check against the array's bounds.",
  exploited:
    'An attacker sends a negative or large index and reads or writes memory elsewhere, or ends the program with an exception.',
  fixed: {
    general:
      'Check the lower and the upper bound against the real number of elements, right before the access and after all arithmetic on the index. Use unsigned types of full width.',
    c: 'Parse with `strtol`, then `if (i < 0 || (size_t)i >= count) return -1;`.',
    cpp: 'Use `.at(i)` or compare with `size()`; mind that `operator[]` checks nothing.',
    python: 'Check `0 <= i < len(items)`, since negative indexes count from the end without an error.',
    javascript: 'Require `Number.isInteger(i) && i >= 0 && i < items.length`.',
    java: 'Use `Objects.checkIndex(i, length)` and turn the exception into a proper error reply.',
    go: 'Check `i >= 0 && i < len(items)` before indexing, since a panic ends the program.',
  },
  traps: ['Converting a negative number to unsigned before the check of a signed bound hides it.'],
};
