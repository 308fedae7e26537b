import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place, Statement, TypeName } from '#engine/analysis/ir.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';

/** A view or a pointer to the text of an object that is gone at the end of its statement. */
export interface DanglingView {
  readonly name: string;
  readonly at: Place;
}

/** Types that show what somebody else keeps. */
const VIEW = /(?:^|::)(?:w|u8|u16|u32)?(?:string_view|StringPiece|StringRef|QStringView|span|Span|ArrayRef)$/;
const TEXT = /(?:^|::)w?string$/;
/** Functions and methods of the library that give a new text. */
const NEW_TEXT =
  /^(?:to_string|to_wstring|str|format|StrCat|StrFormat|StringPrintf|StrJoin|join|string|u8string|generic_string|wstring|toStdString|toUtf8|toLocal8Bit|toLatin1)$/;
/** Methods that give a pointer into a text or a view of it. */
const POINTS = /^(?:c_str|data|constData|begin|view)$/;

/** `std::string_view name = first + last;`, `const char *text = stream.str().c_str();`, where the name is used later. */
export function danglingViews(facts: ModuleFacts, { parameters, body }: IrFunction): readonly DanglingView[] {
  const types = new Map<string, TypeName | undefined>(parameters.map(({ name, type }) => [name, type]));
  for (const node of bodyNodes(body, { intoFunctions: false }))
    if (node.kind === 'declare') types.set(node.name, node.type);
  const found: DanglingView[] = [];
  const reads = new Map<string, number>();
  for (const node of bodyNodes(body))
    if (node.kind === 'name') reads.set(node.name, Math.max(reads.get(node.name) ?? 0, node.at.start));
  const judge = (name: string, value: Expression, at: Place): void => {
    const type = types.get(name);
    if (type === undefined || (reads.get(name) ?? 0) <= at.end) return;
    const isPointer = (type.pointers ?? 0) === 1 && /^(?:auto|w?char|unsigned char|uint8_t|char16_t)$/.test(type.name);
    if (VIEW.test(type.name) ? isNewText(facts, value, types) : isPointer && pointsIntoNew(facts, value, types))
      found.push({ name, at });
  };
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind === 'declare' && node.value !== undefined) judge(node.name, node.value, node.at);
    else if (node.kind === 'assign' && node.operator === undefined && node.targets[0]?.kind === 'name')
      judge(node.targets[0].name, node.value, node.at);
  }
  return found;
}

/** `(a + b).c_str()`, `stream.str().data()` */
function pointsIntoNew(
  facts: ModuleFacts,
  value: Expression,
  types: ReadonlyMap<string, TypeName | undefined>,
): boolean {
  const inner = value.kind === 'cast' ? value.operand : value;
  if (inner.kind !== 'call' || inner.callee.kind !== 'member' || !POINTS.test(inner.callee.property)) return false;
  return isNewText(facts, inner.callee.object, types);
}

/** Whether an expression makes a text that nobody keeps. */
function isNewText(facts: ModuleFacts, value: Expression, types: ReadonlyMap<string, TypeName | undefined>): boolean {
  switch (value.kind) {
    case 'binary':
      return value.operator === '+' && [value.left, value.right].some((side) => isText(facts, side, types));
    case 'call': {
      const { callee } = value;
      if (/^std\.w?string$/.test(writtenName(callee)) && callee.kind !== 'call') return true;
      if (callee.kind === 'member' && callee.property === 'substr') return isOwner(types, callee.object);
      if (!NEW_TEXT.test(lastName(callee))) return false;
      // `file.string()` of one's own class may well give a reference: only what the library is known to make.
      if (callee.kind !== 'member')
        return /^(?:to_string|to_wstring|StrCat|StrFormat|StringPrintf)$/.test(lastName(callee));
      if (callee.object.kind === 'name' && /^(?:std|fmt|absl|base)$/.test(callee.object.name)) return true;
      const type = callee.object.kind === 'name' ? types.get(callee.object.name) : undefined;
      return type !== undefined && /(?:stringstream|filesystem::path|fs::path|QString|QByteArray)$/.test(type.name);
    }
    default:
      return false;
  }
}

function isText(facts: ModuleFacts, value: Expression, types: ReadonlyMap<string, TypeName | undefined>): boolean {
  return isOwner(types, value) || isNewText(facts, value, types);
}

function isOwner(types: ReadonlyMap<string, TypeName | undefined>, value: Expression): boolean {
  if (value.kind !== 'name') return false;
  const type = types.get(value.name);
  return type !== undefined && (type.pointers ?? 0) === 0 && TEXT.test(type.name);
}

/** What a function declares that lives in its own frame and no longer. */
export function locals(body: readonly Statement[]): ReadonlyMap<string, TypeName | undefined> {
  const types = new Map<string, TypeName | undefined>();
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind !== 'declare') continue;
    const isOutside = node.isStatic === true || node.type?.isReference === true;
    types.set(node.name, isOutside || types.has(node.name) ? undefined : node.type);
  }
  return types;
}
