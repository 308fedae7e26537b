import type { CallFact } from '../facts.ts';
import type { SinkKind } from '../flow-kinds.ts';
import type { CallExpression, CompareExpression, Expression } from '../ir.ts';
import type { Value } from '../value.ts';
import { excludedSigns } from './excluded-signs.ts';
import { foldCompare } from './fold.ts';
import { kindsWithout, kindsWithoutSigns } from './kinds-without.ts';
import type { Machine } from './machine.ts';
import { keepPromise } from './outcome.ts';

/**
 * Whether a name says that a function tests what it is given. What such a function lets through is taken as tested, when
 * its code is not at hand or does not show what it tests.
 */
const TESTING =
  /^_*(?:is_?|has_?|are_?|can_?|may_?)?(?:check|valid|verif|safe|allow|permit|assert|ensure|match|trust|known|accept|require|in_?(?:white|allow)_?list|local_?url|same_?(?:origin|host)|inside|within|sub_?(?:dir|path)|is_?relative)/i;
const TESTING_PART =
  /(?:valid|allowed|permitted|safe|trusted|whitelist|allowlist|sanit|authoriz|authoris|is_?(?:correct|good|legal|sane)|(?:Correct|Good|Legal|Sane)(?:[A-Z]|$))/i;

/** Names that stand for tests with names in them, and so on. */
const DEEPEST_NAME = 2;

/** Narrows what is known to what holds when `test` came out as `outcome`. */
export function refineTest(machine: Machine, test: Expression, outcome: boolean, depth = 0): void {
  machine.spend();
  switch (test.kind) {
    case 'unary':
      if (test.operator === 'not') refineTest(machine, test.operand, !outcome, depth);
      else if (test.operator === 'await') refineTest(machine, test.operand, outcome, depth);
      return;
    case 'logical': {
      const excluded = excludedSigns(machine, test, outcome);
      if (excluded !== undefined) guard(machine, excluded.item, excluded.kinds);
      // Both sides hold; of alternatives it is not known which one does.
      if (test.operator === 'and' ? outcome : test.operator === 'or' && !outcome) {
        refineTest(machine, test.left, outcome, depth);
        refineTest(machine, test.right, outcome, depth);
      } else if (test.operator !== 'coalesce') refineEither(machine, test.left, test.right, outcome, depth);
      return;
    }
    case 'compare':
      refineCompare(machine, test, outcome);
      return;
    case 'call':
      refineCall(machine, test, outcome);
      if (!outcome) refineComparison(machine, test);
      return;
    case 'name': {
      // `ok = a in allowed`, and later `if ok`. A name may stand in its own test: `ok = ok and b`.
      if (!outcome) refineNothing(machine, machine.frame.environment.get(test.name));
      const kept = depth < DEEPEST_NAME ? machine.frame.environment.get(test.name)?.test : undefined;
      if (kept !== undefined) refineTest(machine, kept, outcome, depth + 1);
      return;
    }
    case 'member':
      if (!outcome) refineNothing(machine, machine.again(test));
      return;
    case 'assignment':
      refineTest(machine, test.value, outcome, depth);
      return;
    default:
  }
}

/** `base in path.parents`: tables say what a property's items tell of the object. */
function refineContainer(machine: Machine, property: string, container: Value): void {
  for (const { when, kinds } of machine.knowledge.guards([`*.${property}`])) if (when) guard(machine, container, kinds);
}

/** Tests in one condition of which it is still worked out what any of them holding means. */
const MOST_TESTS = 20;

function testsIn(test: Expression, most: number): number {
  if (most <= 0) return 1;
  if (test.kind === 'unary' && test.operator === 'not') return testsIn(test.operand, most - 1);
  if (test.kind !== 'logical') return 1;
  const right = testsIn(test.right, most - 1);
  return right + testsIn(test.left, most - right);
}

/** One of two holds: what both of them make safe is safe. */
function refineEither(machine: Machine, left: Expression, right: Expression, outcome: boolean, depth: number): void {
  // Each side is looked at for both outcomes, so the work doubles with every level.
  if (testsIn(left, MOST_TESTS) + testsIn(right, MOST_TESTS) > MOST_TESTS) return;
  const { frame } = machine;
  const before = frame.environment;
  const first = before.branch();
  frame.environment = first;
  refineTest(machine, left, outcome, depth + 1);
  const second = before.branch();
  frame.environment = second;
  refineTest(machine, left, !outcome, depth + 1);
  refineTest(machine, right, outcome, depth + 1);
  frame.environment = before;
  before.join([first, second]);
}

/** An address without a host leads to where we are. */
function refineNothing(machine: Machine, value: Value | undefined): void {
  if (value?.part === 'member' && value.name !== undefined && /\.(?:netloc|host|hostname)$/i.test(value.name)) {
    guard(machine, value, ['redirect', 'url']);
  }
}

const ALL = 'all';

/** Kinds of sink for which an equal value is safe: what equals a part of the data may be all of it that matters, or not. */
function equalKinds({ part, name }: Value): readonly SinkKind[] | 'all' {
  // Which protocol an address has says nothing of where it leads.
  if (part === 'member' && name !== undefined && /\.(?:scheme|protocol|port)$/i.test(name)) return [];
  if (part === 'item') return ['upload'];
  return part === 'member' ? ['url', 'redirect', 'upload'] : ALL;
}

function guard(machine: Machine, value: Value, kinds: readonly SinkKind[] | 'all'): void {
  for (const { source } of value.taints) machine.frame.environment.guard(source, kinds);
}

/**
 * What holds when a comparison of texts gives 0, or a search for a text gives nothing: `!strcmp(a, b)`,
 * `strncmp(a, b, n) == 0`, `strstr(a, "..") == NULL`.
 */
function refineComparison(machine: Machine, call: CallExpression): void {
  const fact = machine.recorder.callOf(call);
  const operation = fact === undefined ? undefined : machine.knowledge.operation(fact.names);
  if (fact === undefined || operation === undefined) return;
  const method = fact.receiver !== undefined && call.callee.kind === 'member' ? call.callee : undefined;
  const isMethod = method !== undefined;
  const a = isMethod ? fact.receiver : fact.argument(0);
  const text = fact.arguments.findLast(({ value }) => value.isNumeric !== true || value === a);
  const b = isMethod ? text?.value : fact.argument(1);
  const left = method === undefined ? fact.arguments[0]?.argument.value : method.object;
  const right = isMethod ? text?.argument.value : fact.arguments[1]?.argument.value;
  if (a === undefined || b === undefined || left === undefined || right === undefined) return;
  if (operation === 'text-compare') refineEqual(machine, left, a, right, b);
  else if (operation === 'text-compare-start') {
    if (b.taints.length === 0) refineStart(machine, a, b);
    else if (a.taints.length === 0) refineStart(machine, b, a);
  } else if (operation === 'text-find') {
    const part = b.constant?.value;
    const found = typeof part === 'number' ? String.fromCharCode(part) : part;
    if (typeof found === 'string') guard(machine, a, [...kindsWithout(found), ...kindsWithoutSigns(found)]);
  }
}

/** `strspn(a, allowed) == strlen(a)` and `a[strspn(a, allowed)] == 0`: there is nothing else in it. */
function refineSpan(machine: Machine, expression: Expression): boolean {
  const call = expression.kind === 'index' ? expression.index : expression;
  const fact = call.kind === 'call' ? machine.recorder.callOf(call) : undefined;
  if (fact === undefined || machine.knowledge.operation(fact.names) !== 'text-span') return false;
  const isMethod = call.kind === 'call' && call.callee.kind === 'member' && fact.receiver !== undefined;
  const text = isMethod ? fact.receiver : fact.argument(0);
  if (text !== undefined && fact.argument(isMethod ? 0 : 1)?.taints.length === 0) guard(machine, text, ALL);
  return true;
}

/** `allowed.find(x) != allowed.end()`, `std::find(a.begin(), a.end(), x) != a.end()`: it is in a collection of our own. */
function refineFound(machine: Machine, a: Value, b: Value, isFound: boolean): void {
  const [search, end] = [a.origin, b.origin];
  if (!isFound || search?.kind !== 'call' || end?.kind !== 'call') return;
  const isEnd = end.callee.kind === 'member' && /^c?end$/.test(end.callee.property);
  const name =
    search.callee.kind === 'member' ? search.callee.property : search.callee.kind === 'name' ? search.callee.name : '';
  const value = machine.recorder.callOf(search)?.arguments.at(-1)?.value;
  if (isEnd && name === 'find' && value !== undefined && b.taints.length === 0) guard(machine, value, ALL);
}

/** A test of the outcome of such a call against 0 or null. */
function refineZero(machine: Machine, left: Expression, b: Value, isEqual: boolean): void {
  const call = left.kind === 'assignment' ? left.value : left;
  const number = b.constant?.value;
  if (call.kind !== 'call' || b.constant === undefined) return;
  // -1 is where something is that is nowhere.
  if (number === -1 && isEqual && call.callee.kind === 'member') refineComparison(machine, call);
  if (number !== 0 && number !== null) return;
  if (isEqual) refineComparison(machine, call);
  refineCall(machine, call, !isEqual);
}

function refineCompare(machine: Machine, { operator, left, right }: CompareExpression, outcome: boolean): void {
  const a = machine.again(left);
  const b = machine.again(right);
  const folded = foldCompare(operator, a, b);
  if (folded !== undefined) return;
  if (operator === '==' || operator === '!=') refineFound(machine, a, b, outcome === (operator === '!='));
  if (operator === '==' || operator === '!=') refineZero(machine, left, b, outcome === (operator === '=='));
  switch (operator) {
    case '==':
    case 'is':
      if (outcome) refineEqual(machine, left, a, right, b);
      else refineCount(machine, left, b);
      return;
    case '!=':
    case 'is not':
      if (!outcome) refineEqual(machine, left, a, right, b);
      else refineCount(machine, left, b);
      return;
    case 'instanceof':
      return;
    case 'in':
    case 'not in': {
      const isIn = outcome === (operator === 'in');
      const text = a.constant?.value;
      if (typeof text === 'string' && b.taints.length > 0) {
        if (!isIn) guard(machine, b, kindsWithout(text));
      } else if (isIn && a.taints.length > 0 && b.taints.length === 0) guard(machine, a, equalKinds(a));
      else if (isIn && a.taints.length === 0 && right.kind === 'member') refineContainer(machine, right.property, b);
      return;
    }
    default:
      // `text.indexOf('..') >= 0`, `text.find('/') == -1`
      refineCount(machine, left, b, operator, outcome);
  }
}

/** What equals something that does not come from outside, is that. */
function refineEqual(machine: Machine, left: Expression, a: Value, right: Expression, b: Value): void {
  if (refineSpan(machine, left) || refineSpan(machine, right)) return;
  // Where something is in a text says little of the text.
  if (isSearch(left)) return refineCount(machine, left, b, '==', true);
  if (left.kind === 'unary' && left.operator === 'typeof') {
    if (b.constant?.value === 'number' || b.constant?.value === 'boolean')
      guard(machine, machine.again(left.operand), ALL);
    else if (b.constant?.value === 'string')
      guard(machine, machine.again(left.operand), ['nosql', 'mass-assignment', 'prototype']);
    return;
  }
  // `basename(x) == x`: nothing was cut off.
  if (a.taints.length > 0 && b.taints.length > 0 && (left.kind === 'call') !== (right.kind === 'call')) {
    if (a.taints.every(({ source }) => b.taints.some((other) => other.source === source)))
      guard(machine, b, ['path', 'archive']);
    return;
  }
  // Whether a call succeeded says nothing of what it was given.
  if (isOutcome(left, a, b) || isOutcome(right, b, a)) return;
  if (a.taints.length > 0 && isOwn(b)) {
    guard(machine, a, equalKinds(a));
    narrow(machine, left, b);
  } else if (b.taints.length > 0 && isOwn(a)) {
    guard(machine, b, equalKinds(b));
    narrow(machine, right, a);
  } else if (b.constant !== undefined && a.constant === undefined) narrow(machine, left, b);
}

/** The number that a call gave. */
function isOutcome(expression: Expression, value: Value, other: Value): boolean {
  if (typeof other.constant?.value !== 'number') return false;
  return expression.kind === 'call' || expression.kind === 'assignment' || value.origin?.kind === 'call';
}

function isOwn(value: Value): boolean {
  const isNothing = value.constant !== undefined && (value.constant.value ?? '') === '';
  return value.taints.length === 0 && !isNothing;
}

function narrow(machine: Machine, expression: Expression, value: Value): void {
  if (value.constant === undefined || expression.kind !== 'name') return;
  const known = machine.frame.environment.get(expression.name);
  // A name that nothing binds would stay bound behind the branch.
  if (known !== undefined && known.function === undefined) machine.frame.environment.set(expression.name, value);
}

const SEARCHING = /^(?:indexOf|find|search|count|index|lastIndexOf|rfind)$/;

/** `text.indexOf('..') === -1` says the same as `'..' not in text`; a prefix position of 0 the same as a prefix. */
function refineCount(machine: Machine, expression: Expression, compared: Value, operator = '!=', outcome = true): void {
  if (!isSearch(expression)) return;
  const number = compared.constant?.value;
  if (typeof number !== 'number') return;
  const fact = machine.recorder.callOf(expression);
  const part = fact?.argument(0);
  const subject = fact?.receiver;
  if (subject === undefined || part === undefined) return;
  const isFound = operator === '==' && outcome;
  const text = part.constant?.value;
  if (isFound && number === 0) refineStart(machine, subject, part);
  else if (typeof text === 'string') {
    const isAbsent =
      (isFound && number === -1) ||
      (operator === '<' && outcome && number === 0) ||
      (operator === '>=' && !outcome && number === 0) ||
      (operator === '>' && !outcome && number === -1) ||
      (operator === '!=' && !outcome && number === -1);
    if (isAbsent) guard(machine, subject, kindsWithout(text));
  }
}

function isSearch(expression: Expression): boolean {
  return (
    expression.kind === 'call' && expression.callee.kind === 'member' && SEARCHING.test(expression.callee.property)
  );
}

/** Whether one of these calls made the value; `*.normalize` is a method of that name on whatever object. */
function wentThrough({ traits }: Value, calls: readonly string[] | undefined): boolean {
  if (calls === undefined) return true;
  return traits.some((trait) => calls.includes(trait) || calls.includes(`*${trait.slice(trait.lastIndexOf('.'))}`));
}

function refineStart(machine: Machine, subject: Value, prefix: Value, call?: CallFact): void {
  for (const { requires, kinds, when, given } of machine.knowledge.prefixGuards) {
    if (call !== undefined && given?.(call) === false) continue;
    if (!when || !wentThrough(subject, requires)) continue;
    guard(machine, subject, kinds);
  }
  const text = prefix.constant?.value ?? (typeof prefix.parts?.[0] === 'string' ? prefix.parts[0] : undefined);
  if (typeof text === 'string' && /^[a-z]+:\/\/[^/]+\//i.test(text)) guard(machine, subject, ['url', 'redirect']);
  // `/` alone also begins `//elsewhere`.
  else if (typeof text === 'string' && /^\/[^/\\]/.test(text)) guard(machine, subject, ['redirect']);
  else if (prefix.taints.length === 0 && typeof text !== 'string') guard(machine, subject, ['redirect', 'url']);
}

function refineCall(machine: Machine, call: CallExpression, outcome: boolean): void {
  const fact = machine.recorder.callOf(call);
  if (fact === undefined) return;
  const { names } = fact;
  const followed = machine.followed.get(call);
  const promises = followed?.unit.summary?.promises;
  if (followed !== undefined && promises !== undefined) {
    keepPromise(machine, followed.unit, followed.passed, outcome ? promises.whenTrue : promises.whenFalse);
  }
  const rows = machine.knowledge.guards(names);
  for (const row of rows) {
    if (row.when !== outcome) continue;
    const tested = row.argument === 'any' ? fact.arguments.map(({ value }) => value) : [fact.argument(row.argument)];
    for (const value of tested) {
      if (value === undefined) continue;
      if (row.given?.(fact) === false) continue;
      if (!wentThrough(value, row.requires)) continue;
      guard(machine, value, row.kinds);
    }
  }
  const operation = machine.knowledge.operation(names);
  const [first] = fact.arguments;
  if (operation === 'text-starts' && !outcome && fact.receiver !== undefined) {
    if (first?.value.constant?.value === '//') guard(machine, fact.receiver, ['redirect']);
    return;
  }
  if (operation === 'text-starts' && outcome && fact.receiver !== undefined && first !== undefined) {
    refineStart(machine, fact.receiver, first.value, fact);
    return;
  }
  const property =
    call.callee.kind === 'member' ? call.callee.property : call.callee.kind === 'name' ? call.callee.name : '';
  // `ALLOWED.includes(x)`, `allowed.has(x)`: membership in a collection of our own.
  if (outcome && /^(?:includes|has|contains|count|indexOf|get)$/.test(property) && fact.receiver !== undefined) {
    if (first !== undefined && isOwnCollection(fact, property)) guard(machine, first.value, ALL);
  }
  if (!outcome && /^(?:includes|contains)$/.test(property) && fact.receiver !== undefined) {
    const text = first?.value.constant?.value;
    if (typeof text === 'string') guard(machine, fact.receiver, kindsWithout(text));
  }
  // What the tables know of a call counts more than its name.
  const isNamedSo = TESTING.test(property) || TESTING_PART.test(property);
  if (operation === undefined && rows.length === 0 && isNamedSo && !isEmptyTest(machine, call)) {
    if (outcome === !/(?:un|not_?|in)(?:safe|valid|trusted|allowed)|malicious|danger|suspicious/i.test(property)) {
      for (const { value } of fact.arguments) guard(machine, value, ALL);
      if (fact.receiver !== undefined && fact.arguments.length === 0) guard(machine, fact.receiver, ALL);
    }
  }
}

/** Names of collections that say what is allowed; caches and stores hold what users put there. */
const ALLOWING = /^[A-Z][A-Z0-9_]+$|allow|white|permit|known|valid|support|safe|trust|accept|enabled|choices|options/i;

function isOwnCollection({ receiver, expression: { callee } }: CallFact, property: string): boolean {
  if (receiver === undefined || receiver.taints.length > 0) return false;
  if (receiver.isFixed === true || receiver.fields !== undefined || receiver.isClosed === true) return true;
  if (property === 'get' || callee.kind !== 'member') return false;
  const { object } = callee;
  const name = object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : '';
  return ALLOWING.test(name);
}

/** What a test of anything more than a length looks like in code, whatever the language. */
const TESTS =
  /[=!]=|\b(?:in|is|not|match|fullmatch|test|search|starts_?with|ends_?with|includes|has|contains|indexOf|find|isalnum|isdigit|isalpha|isidentifier|raise|throw|all|any|every|some)\b/i;

/** A function of the files that is called like a test and tests nothing: it gives a constant, or looks at a length. */
function isEmptyTest(machine: Machine, call: CallExpression): boolean {
  const definition = machine.again(call.callee).function?.function;
  const unit = definition === undefined ? undefined : machine.unitOf(definition);
  if (definition === undefined || unit === undefined) return false;
  const [first] = definition.body;
  if (first === undefined) return true;
  return !TESTS.test(unit.machine.recorder.codeAt({ start: first.at.start, end: definition.at.end }));
}

const VALIDATING =
  /^_*(?:validate|verify)|^_*(?:check|assert|ensure|require|enforce|reject|refuse).*(?:valid|safe|allow|path|name|url|host|input|param|arg|traversal|inside|within|perm|auth|owner|format|inject)/i;

/** After `validate(x)` as a statement of its own: it raised if `x` was not valid. */
export function refineStatement(machine: Machine, call: CallExpression): void {
  const property =
    call.callee.kind === 'member' ? call.callee.property : call.callee.kind === 'name' ? call.callee.name : '';
  if (!VALIDATING.test(property)) return;
  const fact = machine.recorder.callOf(call);
  if (fact === undefined || machine.knowledge.operation(fact.names) !== undefined) return;
  for (const { value } of fact.arguments) guard(machine, value, ALL);
}
