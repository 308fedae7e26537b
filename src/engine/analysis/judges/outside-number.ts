import { bodyNodes } from './body-nodes.ts';
import type { Expression, IrFunction, Place, TypeName } from '../ir.ts';
import type { DeclaredNames } from './declared-names.ts';
import { placePath } from './place-path.ts';
import { lastName } from './written-name.ts';

/** A variable or a field that holds a number of somebody else. */
export interface OutsideNumber {
  readonly path: string;
  /** Where it was put there. */
  readonly at: Place;
}

/** Functions that read or decode a number: `ReadBE32`, `ntohl`, `next_u16`, `stoi`, `getVarint`. */
const DECODES =
  /^(?:(?:read|get|next|take|load|parse|decode|peek|consume|extract|fetch|pop|unpack)_?(?:(?:u|s|i)?_?(?:8|16|24|32|64)|u?int|u?short|u?long|byte|word|dword|be|le|varint|vlq|length|len|size|count|number|uleb|leb|network|big|little)\w*|[us](?:8|16|24|32|64)(?:be|le)?|ntoh[slq]\w*|be(?:16|32|64)toh|le(?:16|32|64)toh|from_?be(?:16|32|64)?|from_?le(?:16|32|64)?|sto[iul]+|strtou?l+|ato[il]+|to_integer|toU?Int|toU?Long)$/i;
/** Calls that put what they read where an address points to. */
const FILLS = /^(?:read|recv|fread|pread|get|memcpy|readsome|readRawData|copy|\w*(?:read|recv|receive)\w*)$/i;
/** Types of raw bytes. */
const BYTES = /^(?:(?:std::)?u?int8_t|unsigned char|(?:std::)?byte|u8|BYTE|uchar|u_char|quint8)$/;

/**
 * Numbers that a function reads out of bytes, texts and streams, with the place where each gets its value. Those that are
 * made of one, by arithmetic or a cast, belong to it.
 */
export function outsideNumbers(one: IrFunction, declared: DeclaredNames): ReadonlyMap<string, OutsideNumber> {
  const numbers = known.get(one) ?? findNumbers(one, declared);
  known.set(one, numbers);
  return numbers;
}

/** Many rules ask for the same. */
const known = new WeakMap<IrFunction, ReadonlyMap<string, OutsideNumber>>();

function findNumbers({ body }: IrFunction, declared: DeclaredNames): ReadonlyMap<string, OutsideNumber> {
  const found = new Map<string, OutsideNumber>();
  const put = (path: string | undefined, value: Expression, at: Place): void => {
    if (path === undefined || path.startsWith('*this.')) return;
    if (isOutside(value, declared)) found.set(path, { path, at });
    else found.delete(path);
  };
  for (const node of bodyNodes(body)) {
    if (node.kind === 'declare' && node.value !== undefined) put(node.name, madeOf(node.value), node.at);
    else if (node.kind === 'assign' && node.operator === undefined)
      put(placePath(node.targets[0]), node.value, node.at);
    else if (node.kind === 'call' && lastName(node.callee) === 'operator>>') {
      for (const { value } of node.arguments) {
        const path = placePath(value);
        if (path !== undefined && isNumber(declared.of(path)?.type)) found.set(path, { path, at: node.at });
      }
    } else if (node.kind === 'call' && FILLS.test(lastName(node.callee))) {
      for (const { value } of node.arguments) {
        const inner = value.kind === 'cast' ? value.operand : value;
        if (inner.kind !== 'unary' || inner.operator !== 'address') continue;
        const path = placePath(inner.operand);
        if (path !== undefined && isNumber(declared.of(path)?.type)) found.set(path, { path, at: node.at });
      }
    }
  }
  return found;
}

function madeOf(value: Expression): Expression {
  // `uint32_t size(ReadU32(p));`
  return value.kind === 'call' && value.isNew === true && value.arguments.length === 1
    ? (value.arguments[0]?.value ?? value)
    : value.kind === 'sequence' && value.items.length === 1
      ? (value.items[0] ?? value)
      : value;
}

/** Whether a type is one of whole numbers with more than a bit. */
export function isNumber(type: TypeName | undefined): boolean {
  return (
    type !== undefined &&
    (type.pointers ?? 0) === 0 &&
    (type.sizes?.length ?? 0) === 0 &&
    /(?:^|[\s:])(?:u?int(?:8|16|32|64)?(?:_t)?|unsigned|signed|short|long|s?size_t|char|quint\d+|qint\d+|u(?:8|16|32|64))$/.test(
      type.name,
    )
  );
}

/** Whether an expression gives a number that was read: the call itself, or arithmetic with it. */
export function isOutside(value: Expression, declared: DeclaredNames, depth = 8): boolean {
  if (depth === 0) return false;
  const below = (inner: Expression): boolean => isOutside(inner, declared, depth - 1);
  switch (value.kind) {
    case 'cast':
      return below(value.operand);
    case 'binary':
      // What is masked, shifted down or a remainder is not as large as it was.
      if (/^(?:%|&|>>|\/)$/.test(value.operator)) return false;
      return below(value.left) || below(value.right);
    case 'conditional':
      return below(value.then) || below(value.otherwise);
    case 'call':
      if (value.isNew === true) return value.arguments.length === 1 && below(madeOf(value));
      if (/^(?:static_|u?int(?:8|16|32|64)_t$|size_t$)/.test(lastName(value.callee)))
        return value.arguments.some(({ value: given }) => below(given));
      if (value.callee.kind === 'member' && value.callee.property === 'get')
        return /\.\s*get\s*<\s*(?:std::)?(?:u?int\w*|unsigned[\w ]*|size_t|long[\w ]*|short)\s*>\s*\(\s*\)$/.test(
          declared.code.slice(value.at.start, value.at.end).slice(-LONGEST_GET),
        );
      return DECODES.test(lastName(value.callee));
    case 'index':
      return isByteOf(value.object, declared);
    case 'unary':
      return value.operator === 'deref' && isByteOf(value.operand, declared);
    default:
      return false;
  }
}

const LONGEST_GET = 80;

/** An item of something that holds raw bytes. */
function isByteOf(object: Expression, declared: DeclaredNames): boolean {
  const inner = object.kind === 'unary' ? object.operand : object.kind === 'binary' ? object.left : object;
  const path = placePath(inner);
  const one = path === undefined ? undefined : declared.of(path);
  // What a table makes of a byte is a number of the program's own.
  if (one?.type === undefined || TABLE.test(path ?? '')) return false;
  const { type, text } = one;
  if ((type.pointers ?? 0) === 1) return BYTES.test(type.name);
  return (
    (type.isConstant === true &&
      SEQUENCE.test(type.name) &&
      /<\s*(?:const\s+)?(?:(?:std\s*::\s*)?(?:u?int8_t|byte)|unsigned\s+char|char|u8|BYTE|uchar)\b/.test(text)) ||
    (/(?:^|::)(?:span|Span|ArrayRef|basic_string_view)$/.test(type.name) && /\b(?:u?int8_t|byte|char)\b/.test(text))
  );
}

const TABLE = /map|tab(?:le)?s?_?$|lut|class|kind|type|lookup/i;
const SEQUENCE = /(?:^|::)(?:vector|array|deque)$/;
