import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-462',
  title: 'Duplicate key in associative list',
  what: 'A list of pairs that stands for a map can hold one key twice, and readers disagree on which entry counts.',
  exploited: 'An attacker adds a second entry so that the check sees one value and the use another.',
  fixed: {
    general:
      'Use a real map, or check for the key before adding; reject input with duplicate keys at the boundary, and let check and use read the same parsed value.',
    python:
      'Use a `dict` and raise on `key in d`; for JSON pass `object_pairs_hook` to `json.loads` and refuse repeats.',
    c: "Search the list before inserting and return an error or replace the entry in place, under the list's lock.",
    cpp: 'Use `std::map` or `std::unordered_map` and test `inserted` of `try_emplace`.',
    javascript: 'Use a `Map` and test `has` before `set`; refuse query parameters that arrive as arrays.',
    java: 'Use `putIfAbsent` and test the result; enable `StreamReadFeature.STRICT_DUPLICATE_DETECTION` in Jackson.',
    go: 'Test `_, ok := m[k]` before writing; `encoding/json` takes the last duplicate silently.',
  },
  traps: ['Taking the first or the last entry is consistent only if every reader does the same.'],
};
