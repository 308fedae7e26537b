import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-415',
  title: 'Double free',
  what: 'The same block is freed twice.',
  exploited:
    "An attacker triggers the path that frees twice, corrupts the allocator's lists and gains a write to memory of choice.",
  fixed: {
    general:
      'Give each block exactly one owner and free it in exactly one place. Let a function either take ownership always or never, on its error paths too.',
    c: "Free at one exit label, set the pointer to `NULL` right after `free`, pass `T **` to destroy functions so that the caller's pointer is cleared, and document who frees; `realloc(p, n)` that succeeds has already freed `p`.",
    cpp: 'Hold memory in `std::unique_ptr` or containers; a class that owns a raw resource defines or deletes copy and move operations (rule of five).',
  },
  traps: [
    'Setting one pointer to `NULL` does not clear its copies.',
    'A flag beside the pointer goes stale; let ownership decide.',
  ],
};
