import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place, TypeName } from '#engine/analysis/ir.ts';
import type { DeclaredNames } from '#engine/analysis/judges/declared-names.ts';
import type { LookedAt } from '#engine/analysis/judges/looked-at.ts';
import type { OutsideNumber } from '#engine/analysis/judges/outside-number.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** A number that does not fit where it is put. */
export interface WrongNumber {
  readonly kind: 'narrow' | 'product' | 'negative';
  readonly name: string;
  readonly at: Place;
}

const NARROW = /^(?:(?:std::)?u?int(?:8|16)_t|unsigned char|unsigned short|short|uint8|uint16|u8|u16|quint8|quint16)$/;
const SIGNED = /^(?:int|short|long|long long|(?:std::)?int(?:16|32|64)_t|ssize_t|ptrdiff_t|qint32|qint64)$/;
const INT32 = /^(?:int|unsigned|unsigned int|(?:std::)?u?int32_t|u32|uint32|quint32)$/;
const SIZES = /^(?:resize|reserve|assign|allocate|Allocate|malloc|calloc|vector|string|make_unique|append)$/;
const LENGTHS = /^(?:memcpy|memmove|memset|recv|read|fread|copy_n|write|Read\w*|resize|assign|append)$/;

/** Sizes put into 8 or 16 bits, products of numbers that were read, and negative lengths. */
export function wrongNumbers(
  one: IrFunction,
  declared: DeclaredNames,
  numbers: ReadonlyMap<string, OutsideNumber>,
  looked: LookedAt,
): readonly WrongNumber[] {
  return [
    ...narrowed(one, declared, looked),
    ...products(one, declared, numbers, looked),
    ...negatives(one, declared, numbers),
  ];
}

/** `uint16_t count = fields.size();` where nothing asks how many there are, and the fields are gone through later. */
function narrowed({ body }: IrFunction, { locals }: DeclaredNames, looked: LookedAt): readonly WrongNumber[] {
  const found: WrongNumber[] = [];
  for (const node of bodyNodes(body)) {
    if (node.kind !== 'declare' && (node.kind !== 'assign' || node.operator !== undefined)) continue;
    const [target] = node.kind === 'assign' ? node.targets : [];
    const type =
      node.kind === 'declare' ? node.type : target?.kind === 'name' ? locals.get(target.name)?.type : undefined;
    if (node.value === undefined || !isNarrow(type)) continue;
    const value = node.value.kind === 'cast' ? node.value.operand : node.value;
    if (value.kind !== 'call' || value.callee.kind !== 'member' || value.arguments.length > 0) continue;
    if (!/^(?:size|length)$/.test(value.callee.property)) continue;
    const container = placePath(value.callee.object);
    if (container === undefined || looked.before(container, Number.POSITIVE_INFINITY)) continue;
    if (/array$/.test(locals.get(container)?.type?.name ?? '')) continue;
    const isUsed = [...bodyNodes(body)].some(
      (other) =>
        other.at.start > node.at.end &&
        (other.kind === 'name' || other.kind === 'member') &&
        placePath(other) === container,
    );
    if (isUsed) found.push({ kind: 'narrow', name: container, at: node.at });
  }
  return found;
}

function isNarrow(type: TypeName | undefined): boolean {
  return type !== undefined && (type.pointers ?? 0) === 0 && type.sizes === undefined && NARROW.test(type.name);
}

/** `pixels.resize(width * height * 4)`, `int total = quantity * cents` of numbers that nobody has compared. */
function products(
  { body }: IrFunction,
  declared: DeclaredNames,
  numbers: ReadonlyMap<string, OutsideNumber>,
  looked: LookedAt,
): readonly WrongNumber[] {
  const found: WrongNumber[] = [];
  const isOpen = (value: Expression): boolean => {
    const path = placePath(value);
    const number = path === undefined ? undefined : numbers.get(path);
    if (path === undefined || number === undefined || !INT32.test(declared.of(path)?.type?.name ?? '')) return false;
    return number.at.end <= value.at.start && !looked.before(path, value.at.start);
  };
  for (const node of bodyNodes(body)) {
    const into =
      node.kind === 'call' && SIZES.test(lastName(node.callee))
        ? node.arguments.map(({ value }) => value)
        : node.kind === 'typed' && node.count !== undefined
          ? [node.count]
          : node.kind === 'declare' && node.value !== undefined && INT32.test(node.type?.name ?? '')
            ? [node.value]
            : [];
    const most = node.kind === 'declare' ? 2 : 1;
    for (const value of into) {
      const factors = factorsOf(value);
      const open = factors.filter(isOpen);
      const [first] = open;
      const others = factors.filter((one) => one.kind !== 'literal' && one.kind !== 'typed');
      if (first === undefined || others.length < 2 || open.length < most) continue;
      found.push({ kind: 'product', name: placePath(first) ?? '', at: value.at });
    }
  }
  return found;
}

/** Factors of a product; none where one of them is made wide first. */
function factorsOf(value: Expression): readonly Expression[] {
  if (value.kind !== 'binary' || value.operator !== '*') return [];
  const factors: Expression[] = [];
  const stack: Expression[] = [value];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.kind === 'binary' && at.operator === '*') stack.push(at.right, at.left);
    else if (at.kind === 'cast' || at.kind === 'call') return [];
    else factors.push(at);
  }
  return factors;
}

/** A length with a sign of which only the upper end was looked at. */
function negatives(
  { body }: IrFunction,
  declared: DeclaredNames,
  numbers: ReadonlyMap<string, OutsideNumber>,
): readonly WrongNumber[] {
  const upper = new Set<string>();
  const lower = new Set<string>();
  const found: WrongNumber[] = [];
  for (const node of bodyNodes(body)) {
    if (node.kind === 'compare') {
      const path = placePath(node.left) ?? placePath(node.right);
      if (path === undefined) continue;
      const limit = placePath(node.left) === path ? node.right : node.left;
      if (/^[=!]=$/.test(node.operator) && limit.kind !== 'literal') continue;
      const isSmall = limit.kind === 'literal' && typeof limit.value === 'number' && limit.value <= 1;
      const isUpper = placePath(node.left) === path ? /^>=?$/.test(node.operator) : /^<=?$/.test(node.operator);
      if (isUpper && !isSmall && !isUnsigned(limit)) upper.add(path);
      else lower.add(path);
    }
    if (node.kind !== 'call' || !LENGTHS.test(lastName(node.callee))) continue;
    for (const { value } of node.arguments) {
      const path = placePath(value);
      if (path === undefined || !upper.has(path) || lower.has(path)) continue;
      if (!numbers.has(path) && !isReadSigned(body, path)) continue;
      if (!SIGNED.test(declared.of(path)?.type?.name ?? '')) continue;
      found.push({ kind: 'negative', name: path, at: node.at });
      lower.add(path);
    }
  }
  return found;
}

/** Compared with a size, the number loses its sign first, and a negative one is a very large one. */
function isUnsigned(limit: Expression): boolean {
  if (limit.kind === 'call') return /^(?:size|length)$/.test(lastName(limit.callee));
  return limit.kind === 'unary' && limit.operator === 'size';
}

/** `length = static_cast<int32_t>(ntohl(length));` */
function isReadSigned(body: IrFunction['body'], path: string): boolean {
  for (const node of bodyNodes(body))
    if (node.kind === 'assign' && placePath(node.targets[0]) === path)
      for (const inner of walk([node.value]))
        if (inner.kind === 'call' && /^ntoh|swap|be\d+toh|le\d+toh/i.test(lastName(inner.callee))) return true;
  return false;
}
