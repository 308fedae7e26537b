import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place, TypeName } from '#engine/analysis/ir.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { OwnCalls } from './own-calls.ts';

/** A view of a text that a function of the file has made, and that nobody keeps. */
export interface ViewOfResult {
  readonly name: string;
  readonly made: string;
  readonly at: Place;
}

const VIEW = /(?:^|::)(?:w?string_view|StringPiece|StringRef|QStringView)$/;

/** `std::string_view host = config.get("host");`, `const char *text = name().c_str();`, read later. */
export function viewsOfResults({ body }: IrFunction, own: OwnCalls): readonly ViewOfResult[] {
  const found: ViewOfResult[] = [];
  const reads = new Map<string, number>();
  for (const node of bodyNodes(body))
    if (node.kind === 'name') reads.set(node.name, Math.max(reads.get(node.name) ?? 0, node.at.start));
  const types = new Map<string, TypeName>();
  const judge = (name: string, value: Expression, type: TypeName | undefined, at: Place): void => {
    const made = type === undefined ? undefined : madeBy(value, type);
    if (made === undefined || !own.makes.has(made) || (reads.get(name) ?? 0) <= at.end) return;
    found.push({ name, made, at });
  };
  for (const node of bodyNodes(body)) {
    if (node.kind === 'declare') {
      if (node.type !== undefined) types.set(node.name, node.type);
      if (node.value !== undefined) judge(node.name, node.value, node.type, node.at);
    } else if (node.kind === 'assign' && node.operator === undefined && node.targets[0]?.kind === 'name')
      judge(node.targets[0].name, node.value, types.get(node.targets[0].name), node.at);
  }
  return found;
}

function madeBy(value: Expression, type: TypeName): string | undefined {
  const inner = value.kind === 'call' && value.isNew === true ? value.arguments[0]?.value : value;
  if (inner?.kind !== 'call') return undefined;
  if (VIEW.test(type.name)) return lastName(inner.callee);
  const isPointer = (type.pointers ?? 0) === 1 && /^(?:auto|char)$/.test(type.name);
  if (!isPointer || inner.callee.kind !== 'member' || !/^(?:c_str|data)$/.test(inner.callee.property)) return undefined;
  return inner.callee.object.kind === 'call' ? lastName(inner.callee.object.callee) : undefined;
}
