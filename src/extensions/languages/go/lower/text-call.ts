import type { Argument, Expression } from '#engine/analysis/ir.ts';

/** Packages whose functions work on a text that is their first argument. */
const PACKAGES: ReadonlySet<string> = new Set(['strings', 'bytes']);

/** Functions that are read as methods of the text. */
const METHODS: ReadonlySet<string> = new Set(
  `HasPrefix HasSuffix TrimSpace Trim TrimLeft TrimRight TrimPrefix TrimSuffix TrimFunc ToLower ToUpper Title ReplaceAll
   Replace Split SplitN SplitAfter Fields Join ContainsAny ContainsRune Map Repeat Cut CutPrefix CutSuffix`
    .trim()
    .split(/\s+/),
);

/** Functions that say where something is in a text. */
const SEARCHES: ReadonlySet<string> = new Set(['Index', 'LastIndex', 'IndexByte', 'IndexRune', 'Count']);

/**
 * Functions of texts and lists as the operators and methods that they are in other languages: `strings.HasPrefix(s, p)` is
 * `s.HasPrefix(p)`, `slices.Contains(list, x)` is membership.
 */
export function lowerTextCall(
  callee: Expression,
  given: readonly Argument[],
  at: Expression['at'],
): Expression | undefined {
  if (callee.kind !== 'member') return undefined;
  // Parts of an address are read through methods.
  if (given.length === 0 && /^(?:Hostname|Port)$/.test(callee.property)) return { ...callee, at };
  if (callee.object.kind !== 'name') return undefined;
  const [first, second] = given;
  if (first === undefined || first.isSpread === true) return undefined;
  const owner = callee.object.name;
  const { property } = callee;
  if (owner === 'slices' && property === 'Contains' && second !== undefined) {
    return { kind: 'compare', operator: 'in', left: second.value, right: first.value, at };
  }
  if (!PACKAGES.has(owner)) return undefined;
  if (property === 'Contains' && second !== undefined) {
    return { kind: 'compare', operator: 'in', left: second.value, right: first.value, at };
  }
  if (property === 'EqualFold' && second !== undefined) {
    return { kind: 'compare', operator: '==', left: first.value, right: second.value, at };
  }
  const method = METHODS.has(property) ? property : SEARCHES.has(property) ? 'indexOf' : undefined;
  if (method === undefined) return undefined;
  return {
    kind: 'call',
    callee: { kind: 'member', object: first.value, property: method, at: callee.at },
    arguments: given.slice(1),
    at,
  };
}
