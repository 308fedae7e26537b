import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place, Statement } from '#engine/analysis/ir.ts';
import type { DeclaredName, DeclaredNames } from '#engine/analysis/judges/declared-names.ts';
import type { LookedAt } from '#engine/analysis/judges/looked-at.ts';
import { isOutside, type OutsideNumber } from '#engine/analysis/judges/outside-number.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** A place in memory that a number of somebody else decides. */
export interface OutsidePlace {
  readonly name: string;
  readonly how: 'index' | 'length' | 'rounds' | 'text';
  readonly at: Place;
}

/** Containers whose items stand at numbers, and which do not look at them. */
const INDEXED =
  /(?:^|::)(?:vector|array|span|Span|ArrayRef|w?string|string_view|deque|InlinedVector|SmallVector|static_vector|bitset|QVector)$/;
const FIXED = /(?:^|::)array$/;
const GROWS = /^(?:resize|reserve|assign|append|insert|allocate|Resize|Allocate|setSize)$/;
/** Calls that read so many bytes from where they are told. */
const READS =
  /^(?:memcpy|memmove|memcmp|copy_n|assign|append|insert|write|update|Write|Update|Append|Feed|push|put|emplace_back|push_back|string|string_view|span|vector|Slice|StringPiece|crc32|send|Send)$/;

/** Indexes, lengths and numbers of rounds that were read and that nothing has looked at. */
export function outsidePlaces(
  { body }: IrFunction,
  declared: DeclaredNames,
  numbers: ReadonlyMap<string, OutsideNumber>,
  looked: LookedAt,
): readonly OutsidePlace[] {
  const found: OutsidePlace[] = [];
  const sized = sizedIn(body);
  const open = (expression: Expression): string | undefined => {
    for (const node of openNodes(expression)) {
      const path = node.kind === 'name' || node.kind === 'member' ? placePath(node) : undefined;
      const number = path === undefined ? undefined : numbers.get(path);
      if (path === undefined || number === undefined || node.at.start < number.at.end) continue;
      if (!looked.before(path, node.at.start)) return path;
    }
    return undefined;
  };
  let shown: string | undefined;
  for (const node of bodyNodes(body)) {
    if (node.kind === 'assign' && node.operator === undefined) {
      // `out->data = data_ + pos_; out->length = length;`
      const [target] = node.targets;
      const object = target?.kind === 'member' ? placePath(target.object) : undefined;
      if (object !== undefined && leadsInto(node.value, declared)) shown = object;
      else if (object !== undefined && object === shown) {
        const name = open(node.value);
        if (name !== undefined) found.push({ name, how: 'length', at: node.at });
      }
    }
    const text = textInto(node, declared, looked);
    if (text !== undefined) found.push(text);
    if (node.kind === 'index') {
      const path = placePath(node.object);
      const one = path === undefined ? undefined : declared.of(path);
      if (path === undefined || one === undefined || !isIndexed(one, path) || sized.has(path)) continue;
      const name = open(node.index) ?? (isOutsideAtOnce(node.index, declared) ? path : undefined);
      if (name !== undefined && !isWhole(name, one, declared)) found.push({ name, how: 'index', at: node.at });
    } else if (node.kind === 'call' && READS.test(lastName(node.callee))) {
      const length = node.arguments.map(({ value }) => value).find((value) => open(value) !== undefined);
      const start = node.arguments.find(({ value }) => value !== length && leadsInto(value, declared));
      const name = length === undefined ? undefined : open(length);
      if (start !== undefined && name !== undefined) found.push({ name, how: 'length', at: node.at });
    } else if (node.kind === 'loop') {
      const rounds = roundsOf(node);
      const name = rounds === undefined ? undefined : open(rounds.end);
      if (rounds === undefined || name === undefined) continue;
      const item = itemAt(node.body, rounds.counter, declared, sized);
      if (item !== undefined) found.push({ name, how: 'rounds', at: item });
    }
  }
  return found;
}

/** `strcpy(name_, text.c_str())`, `memcpy(buffer, text.data(), text.size())` into an array, where nobody has asked how long. */
function textInto(node: IrNode, declared: DeclaredNames, looked: LookedAt): OutsidePlace | undefined {
  if (node.kind !== 'call') return undefined;
  const name = lastName(node.callee);
  if (!/^(?:strcpy|stpcpy|strcat|memcpy|memmove)$/.test(name)) return undefined;
  const [into, from, length] = node.arguments.map(({ value }) => value);
  const path = placePath(into);
  const array = path === undefined ? undefined : declared.of(path);
  // A field of one item at the end of a structure stands for more that follows.
  const [size] = array?.type?.sizes ?? [];
  if (size?.kind === 'literal' && (size.value === 0 || size.value === 1)) return undefined;
  if ((array?.type?.sizes?.length ?? 0) === 0 && !FIXED.test(array?.type?.name ?? '')) return undefined;
  const text =
    name.startsWith('str') || name.startsWith('stp')
      ? ownerOf(from, /^(?:c_str|data)$/)
      : ownerOf(length, /^(?:size|length)$/);
  const isOpen =
    text !== undefined && declared.of(text)?.type?.isConstant !== true && declared.of(text)?.kind !== 'global';
  const given = text === undefined ? undefined : declared.of(text);
  if (text === undefined || given === undefined || (!isOpen && given.kind !== 'parameter')) return undefined;
  return looked.before(text, node.at.start) ? undefined : { name: text, how: 'text', at: node.at };
}

/** `text` of `text.c_str()` and of `text.size() + 1`. */
function ownerOf(value: Expression | undefined, methods: RegExp): string | undefined {
  const inner = value?.kind === 'binary' && value.operator === '+' ? value.left : value;
  if (inner?.kind !== 'call' || inner.callee.kind !== 'member' || !methods.test(inner.callee.property))
    return undefined;
  return placePath(inner.callee.object);
}

/** Nodes of an expression that make it large: not those below a remainder, a mask or a call. */
function* openNodes(expression: Expression): Generator<IrNode> {
  if (expression.kind === 'binary') {
    if (/^(?:%|&|>>)$/.test(expression.operator)) return;
    yield* openNodes(expression.left);
    yield* openNodes(expression.right);
  } else if (expression.kind === 'cast') yield* openNodes(expression.operand);
  else if (expression.kind === 'name' || expression.kind === 'member') yield expression;
}

function isOutsideAtOnce(index: Expression, declared: DeclaredNames): boolean {
  return index.kind !== 'name' && index.kind !== 'index' && isOutside(index, declared);
}

/** Pointers to what has an item for each value. */
const TABLE = /map|tab(?:le)?s?_?$|lut|class|lookup/i;

function isIndexed({ type, kind }: DeclaredName, path: string): boolean {
  if (type === undefined) return false;
  if ((type.pointers ?? 0) > 0 && TABLE.test(path)) return false;
  if ((type.sizes?.length ?? 0) > 0) return true;
  return (type.pointers ?? 0) > 0 ? kind !== 'global' && type.pointers === 1 : INDEXED.test(type.name);
}

/** A table with an item for each value that a byte may have. */
function isWhole(path: string, table: DeclaredName, declared: DeclaredNames): boolean {
  const index = declared.of(path)?.type;
  const isByte = index !== undefined && /(?:uint8_t|unsigned char|byte|u8)$/.test(index.name);
  return isByte && /\b(?:256|0x100|UCHAR_MAX)\b/.test(table.text);
}

/** Paths that are made as large as something says: they hold what is read next. */
function sizedIn(body: readonly Statement[]): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const node of bodyNodes(body)) {
    if (node.kind === 'call' && node.callee.kind === 'member' && GROWS.test(node.callee.property)) {
      const path = placePath(node.callee.object);
      if (path !== undefined) paths.add(path);
    } else if (node.kind === 'declare' && node.value?.kind === 'call' && node.value.isNew === true) {
      if (node.value.arguments.length > 0) paths.add(node.name);
    } else if (node.kind === 'declare' && node.value?.kind === 'typed') paths.add(node.name);
    else if (node.kind === 'assign' && node.value.kind === 'typed') {
      const path = placePath(node.targets[0]);
      if (path !== undefined) paths.add(path);
    }
  }
  return paths;
}

/** `data + at`, `buffer.data() + at`, `bytes.begin() + at`, `&bytes[at]`: into something that was given. */
function leadsInto(value: Expression, declared: DeclaredNames): boolean {
  const inner = value.kind === 'cast' ? value.operand : value;
  if (inner.kind === 'unary' && inner.operator === 'address' && inner.operand.kind === 'index')
    return isGiven(placePath(inner.operand.object), declared);
  if (inner.kind !== 'binary' || inner.operator !== '+') return false;
  let { left } = inner;
  while (left.kind === 'binary') ({ left } = left);
  if (left.kind === 'call' && left.callee.kind === 'member' && /^(?:data|c?begin)$/.test(left.callee.property))
    return isGiven(placePath(left.callee.object), declared);
  const path = placePath(left);
  return (declared.of(path ?? '')?.type?.pointers ?? 0) === 1 && isGiven(path, declared);
}

function isGiven(path: string | undefined, declared: DeclaredNames): boolean {
  const one = path === undefined ? undefined : declared.of(path);
  return one !== undefined && one.kind !== 'global' && (one.kind !== 'local' || one.hasValue);
}

/** `for (i = 0; i < n; ++i)` */
function roundsOf({
  test,
  step = [],
}: Extract<Statement, { kind: 'loop' }>): { readonly counter: string; readonly end: Expression } | undefined {
  if (test?.kind !== 'compare' || !/^(?:<=?|!=)$/.test(test.operator) || test.left.kind !== 'name') return undefined;
  const counter = test.left.name;
  for (const node of walk(step))
    if (
      node.kind === 'unary' &&
      node.operator === 'increment' &&
      node.operand.kind === 'name' &&
      node.operand.name === counter
    )
      return { counter, end: test.right };
  return undefined;
}

/** An item of an array of fixed size, or of what was given, at the counter of a loop that nothing else stops. */
function itemAt(
  body: readonly Statement[],
  counter: string,
  declared: DeclaredNames,
  sized: ReadonlySet<string>,
): Place | undefined {
  let item: Place | undefined;
  for (const node of bodyNodes(body)) {
    if (
      node.kind === 'compare' &&
      [...walk([node.left, node.right])].some((one) => one.kind === 'name' && one.name === counter)
    )
      return undefined;
    if (node.kind !== 'index') continue;
    const path = placePath(node.object);
    const one = path === undefined ? undefined : declared.of(path);
    if (path === undefined || one?.type === undefined || sized.has(path)) continue;
    const isFixed = (one.type.sizes?.length ?? 0) > 0 || FIXED.test(one.type.name);
    const isIn = one.type.isConstant === true && one.kind === 'parameter' && isIndexed(one, path);
    if (!isFixed && !isIn) continue;
    if ([...openNodes(node.index)].some((inner) => inner.kind === 'name' && inner.name === counter)) item ??= node.at;
  }
  return item;
}
