import { bodyNodes } from './body-nodes.ts';
import type { Expression, Statement } from '../ir.ts';
import { placePath } from './place-path.ts';
import { walk } from './walk.ts';
import { lastName } from './written-name.ts';

/** What a function has asked about, and from where on it knows. */
export interface LookedAt {
  /** Whether a test before `start` speaks of a variable or a field, or of something that was made of it. */
  readonly before: (path: string, start: number) => boolean;
  /** As `before`; a comparison with zero counts, too. */
  readonly withZero: (path: string, start: number) => boolean;
}

/** Functions that refuse what does not fit, or make it fit. */
const CHECKS =
  /check|valid|verif|ensure|require|assert|expect|enough|avail|remain|within|contains|in_?range|fits|has_?(?:room|bytes|left)|clamp|^min$|limit|bound/i;

const FILLS = /^(?:(?:is_?)?empty|getline|operator>>|get|scanf|\w*(?:read|recv|receive)\w*)$/i;

/**
 * What the tests of a function speak of. The end of a loop that counts (`i < n`) says nothing of `n`, and neither does a
 * comparison with zero, as long as the question is how large something is.
 */
export function lookedAt(body: readonly Statement[]): LookedAt {
  const looked = looks.get(body) ?? lookAt(body);
  looks.set(body, looked);
  return looked;
}

/** Many rules ask for the same. */
const looks = new WeakMap<readonly Statement[], LookedAt>();

function lookAt(body: readonly Statement[]): LookedAt {
  const sized = new Map<string, Tests>();
  const zeroed = new Map<string, Tests>();
  const note = (tests: readonly Expression[], isZero: boolean): void => {
    for (const node of walk(tests)) {
      const path = pathOf(node);
      if (path === undefined) continue;
      for (const into of isZero ? [zeroed] : [sized, zeroed]) noteAt(into, path, node.at.start, node.at.start);
    }
  };
  const test = (expression: Expression, counters: ReadonlySet<string>): void => {
    if (expression.kind === 'logical') {
      test(expression.left, counters);
      test(expression.right, counters);
      return;
    }
    if (expression.kind === 'unary' && expression.operator === 'not') {
      test(expression.operand, counters);
      return;
    }
    if (expression.kind === 'compare') {
      const { left, right } = expression;
      if ([left, right].some((side) => side.kind === 'literal' && (side.value === 0 || side.value === null)))
        note([left, right], true);
      else if (!isCounter(left, counters) && !isCounter(right, counters)) note([left, right], false);
      return;
    }
    // Whether there are any, and whether something was read, says nothing of how much.
    const asksEmpty = expression.kind === 'call' && FILLS.test(lastName(expression.callee));
    note([expression], asksEmpty || (expression.kind !== 'call' && expression.kind !== 'cast'));
  };
  const made: { readonly path: string; readonly value: Expression; readonly start: number }[] = [];
  const none: ReadonlySet<string> = new Set();
  for (const node of bodyNodes(body)) {
    switch (node.kind) {
      case 'if':
      case 'conditional':
      case 'assert':
        test(node.test, none);
        break;
      case 'logical':
        test(node, none);
        break;
      case 'switch':
        note([node.subject], false);
        break;
      case 'loop':
        if (node.test !== undefined) test(node.test, countersOf(node));
        break;
      case 'return':
        if (node.value?.kind === 'compare') test(node.value, none);
        break;
      case 'call':
        if (CHECKS.test(lastName(node.callee)))
          note(
            node.arguments.map(({ value }) => value),
            false,
          );
        break;
      case 'declare':
        if (node.value !== undefined) made.push({ path: node.name, value: node.value, start: node.at.start });
        break;
      case 'assign': {
        const path = placePath(node.targets[0]);
        if (path !== undefined) made.push({ path, value: node.value, start: node.at.start });
        break;
      }
      default:
        break;
    }
  }
  for (const { path, value, start } of made.toReversed())
    for (const into of [sized, zeroed]) {
      const tests = into.get(path);
      // A test of what was there before speaks of something else.
      if (tests !== undefined && tests.last > start) carry(value, Math.max(tests.first, start), tests.last, into);
    }
  return {
    before: (path, start) => (sized.get(path)?.first ?? Number.POSITIVE_INFINITY) < start,
    withZero: (path, start) => (zeroed.get(path)?.first ?? Number.POSITIVE_INFINITY) < start,
  };
}

/** Where the first and the last test of a path stand. */
interface Tests {
  readonly first: number;
  readonly last: number;
}

function noteAt(into: Map<string, Tests>, path: string, first: number, last: number): void {
  const known = into.get(path);
  into.set(path, { first: Math.min(known?.first ?? first, first), last: Math.max(known?.last ?? last, last) });
}

function carry(value: Expression, first: number, last: number, into: Map<string, Tests>): void {
  for (const node of walk([value])) {
    const path = pathOf(node);
    if (path !== undefined) noteAt(into, path, first, last);
  }
}

/** `n`, `page.rows`. */
function pathOf(node: Expression | Statement): string | undefined {
  if (node.kind === 'name' || node.kind === 'member') return placePath(node);
  return undefined;
}

/** Variables that a loop moves on by itself. */
function countersOf({ step = [], body }: Extract<Statement, { kind: 'loop' }>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of walk(step.length > 0 ? step : body.slice(-1))) {
    if (node.kind === 'unary' && node.operator === 'increment' && node.operand.kind === 'name')
      names.add(node.operand.name);
    if (node.kind === 'assign' && node.operator === '+' && node.targets[0]?.kind === 'name')
      names.add(node.targets[0].name);
  }
  return names;
}

function isCounter(side: Expression, counters: ReadonlySet<string>): boolean {
  return side.kind === 'name' && counters.has(side.name);
}
