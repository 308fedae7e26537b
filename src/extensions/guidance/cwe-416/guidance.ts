import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-416',
  title: 'Use after free',
  what: 'Memory is used through a pointer after it was freed, or a reference outlives its object.',
  exploited:
    'An attacker has the freed place filled with chosen data before it is used again, and controls a function pointer or length.',
  fixed: {
    general:
      'Make the owner outlive every user. Free at one place, clear the pointer, remove it from all lists, callbacks and caches first, and copy data that must live longer. Count references across threads.',
    c: 'Set the pointer to `NULL` after `free`, read `next` before freeing a list node, do not return pointers into freed or local buffers, and refresh all pointers into a block after `realloc`.',
    cpp: 'Use `std::unique_ptr` with plain references, `std::shared_ptr` and `std::weak_ptr` for shared life; do not keep iterators, references or `string_view` across changes of a container, and do not capture locals by reference in lambdas that outlive them.',
    go: 'Do not keep `unsafe.Pointer` or C memory after `C.free`; otherwise the garbage collector guards.',
  },
  traps: [
    'Setting only one of several copies to `NULL` leaves the others dangling.',
    'Checking the pointer for `NULL` does not tell whether it was freed.',
    'Leaking the block instead trades it for exhaustion.',
  ],
};
