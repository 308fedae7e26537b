import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import type { DeclaredNames } from '#engine/analysis/judges/declared-names.ts';
import { returnType } from '#engine/analysis/judges/return-type.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';

/** What a function gives that leads to something of its own, which is gone by then. */
export interface ReturnedLocal {
  readonly name: string;
  readonly at: Place;
}

const OWNERS =
  /(?:^|::)(?:vector|array|w?string|map|unordered_map|set|deque|list|stringstream|ostringstream|QString|QByteArray)$/;
const VIEWS = /\b(?:string_view|span|Span|StringPiece|StringRef|ArrayRef|QStringView)\b/;

/** `return text.c_str();` of a local, a view or a span of one, a reference to one or to what is made in the statement. */
export function returnedLocals(facts: ModuleFacts, one: IrFunction, declared: DeclaredNames): readonly ReturnedLocal[] {
  if (one.name === '') return [];
  const type = returnType(facts, one);
  const isReference = /&\s*$/.test(type) && !/&&\s*$/.test(type);
  const isView = !isReference && VIEWS.test(type) && !/[<,]\s*[^<>]*\b(?:string_view|StringRef)\b/.test(type);
  const isPointer = /\*\s*$/.test(type);
  if (!isReference && !isView && !isPointer) return [];
  const found: ReturnedLocal[] = [];
  const own = (value: Expression): string | undefined => {
    if (value.kind !== 'name') return undefined;
    const local = declared.locals.get(value.name);
    if (local?.type === undefined || local.type.isReference === true || (local.type.pointers ?? 0) > 0)
      return undefined;
    if (local.kind === 'local' && /\b(?:static|thread_local|extern)\b/.test(local.text)) return undefined;
    return value.name;
  };
  const owner = (value: Expression): string | undefined => {
    const name = own(value);
    const local = name === undefined ? undefined : declared.locals.get(name);
    return local?.type !== undefined && ((local.type.sizes?.length ?? 0) > 0 || OWNERS.test(local.type.name))
      ? name
      : undefined;
  };
  for (const node of bodyNodes(one.body, { intoFunctions: false })) {
    if (node.kind !== 'return' || node.value === undefined) continue;
    for (const value of node.value.kind === 'conditional' ? [node.value.then, node.value.otherwise] : [node.value]) {
      const name = isReference
        ? (own(value) ?? (isMade(value) ? 'what is made in the statement' : undefined))
        : isView
          ? (owner(value) ?? viewOf(value, owner))
          : pointsInto(value, owner);
      if (name !== undefined) found.push({ name, at: node.at });
    }
  }
  return found;
}

function isMade(value: Expression): boolean {
  return (
    value.kind === 'call' &&
    value.callee.kind !== 'call' &&
    /^std\.(?:string|vector|map)$/.test(writtenName(value.callee))
  );
}

/** `std::string_view(text)`, `text.substr(…)` gives a new text that the view would have to outlive. */
function viewOf(value: Expression, owner: (value: Expression) => string | undefined): string | undefined {
  if (value.kind !== 'call') return undefined;
  const { callee, arguments: given } = value;
  if (callee.kind === 'member' && callee.property === 'substr') return owner(callee.object);
  const [first] = given;
  if (!/(?:string_view|span|StringRef)$/.test(writtenName(callee)) || first === undefined) return undefined;
  return owner(first.value) ?? pointsInto(first.value, owner);
}

function pointsInto(value: Expression, owner: (value: Expression) => string | undefined): string | undefined {
  const inner = value.kind === 'cast' ? value.operand : value;
  if (inner.kind !== 'call' || inner.callee.kind !== 'member') return undefined;
  if (!/^(?:c_str|data|constData)$/.test(inner.callee.property)) return undefined;
  const { object } = inner.callee;
  if (object.kind === 'call' && object.callee.kind === 'member' && object.callee.property === 'str')
    return owner(object.callee.object);
  return owner(object);
}
