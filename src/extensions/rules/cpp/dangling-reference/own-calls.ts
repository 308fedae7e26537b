import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { returnType } from '#engine/analysis/judges/return-type.ts';

/** What the functions of a file give, and which containers they change. */
export interface OwnCalls {
  /** Functions that give a new object of a text or a container. */
  readonly makes: ReadonlySet<string>;
  /** Functions that give a reference into a container of their object. */
  readonly into: ReadonlyMap<string, string>;
  /** Containers of their object that functions put something into. */
  readonly grows: ReadonlyMap<string, ReadonlySet<string>>;
  /** Containers of their object that functions take something out of or put something into. */
  readonly changes: ReadonlyMap<string, ReadonlySet<string>>;
}

const GROWS = /^(?:push_back|emplace_back|resize|insert)$/;
const CHANGES = /^(?:erase|remove|insert|push_back|emplace_back|emplace|clear|pop_back|pop_front|removeOne|append)$/;

/** Of functions whose names are written once in the file. */
export function ownCalls(facts: ModuleFacts): OwnCalls {
  const counts = new Map<string, number>();
  for (const { function: one } of facts.functions) counts.set(one.name, (counts.get(one.name) ?? 0) + 1);
  const makes = new Set<string>();
  const into = new Map<string, string>();
  const grows = new Map<string, ReadonlySet<string>>();
  const changes = new Map<string, ReadonlySet<string>>();
  for (const { function: one } of facts.functions) {
    if (one.name === '' || counts.get(one.name) !== 1 || /^(?:constructor|~)/.test(one.name)) continue;
    const type = returnType(facts, one);
    if (
      /^(?:(?:static|inline|virtual|constexpr|friend|\[\[nodiscard\]\])\s+)*(?:const\s+)?std\s*::\s*w?string$/.test(
        type,
      )
    )
      makes.add(one.name);
    const container = /&\s*$/.test(type) ? givenFrom(one) : undefined;
    if (container !== undefined) into.set(one.name, container);
    grows.set(one.name, changedBy(one, GROWS));
    changes.set(one.name, changedBy(one, CHANGES));
  }
  return { makes, into, grows, changes };
}

/** `return items_[i];`, `return items_.back();` */
function givenFrom({ body }: IrFunction): string | undefined {
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind !== 'return' || node.value === undefined) continue;
    const container = itemOf(node.value);
    if (container !== undefined) return container;
  }
  return undefined;
}

function itemOf(value: Expression): string | undefined {
  if (value.kind === 'index') return placePath(value.object);
  if (value.kind === 'call' && value.callee.kind === 'member' && /^(?:back|front|at)$/.test(value.callee.property))
    return placePath(value.callee.object);
  return undefined;
}

function changedBy({ body }: IrFunction, methods: RegExp): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind !== 'call' || node.callee.kind !== 'member' || !methods.test(node.callee.property)) continue;
    const path = placePath(node.callee.object);
    if (path !== undefined) paths.add(path);
  }
  return paths;
}

/** Name of a function of the same object that is called: `load(a)`, `this->load(a)`. */
export function ownName(value: Expression | undefined): string | undefined {
  if (value?.kind !== 'call' || value.isNew === true) return undefined;
  const { callee } = value;
  if (callee.kind === 'name') return callee.name;
  const isThis =
    callee.kind === 'member' && callee.object.kind === 'unary' && placePath(callee.object.operand) === 'this';
  return isThis ? lastName(callee) : undefined;
}
