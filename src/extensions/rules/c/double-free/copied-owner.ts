import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrClass, IrFunction, Place, Statement } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** A copy of an object whose destructor gives back what a pointer of it leads to. */
export interface CopiedOwner {
  readonly owner: string;
  readonly field: string;
  readonly at: Place;
}

const FREES = /^(?:free|fclose|cfree|g_free|operator delete)$/;
/** Bases and macros that forbid copies. */
const FORBIDS =
  /\b(?:non_?copyable|NonCopyable|noncopyable_|Uncopyable|DISALLOW_COPY\w*|Q_DISABLE_COPY\w*|JUCE_DECLARE_NON_COPYABLE\w*|DISABLE_COPY\w*|NO_COPY\w*|DELETE_COPY\w*)\b/i;

/** Copies that a file shows of a class that frees what it owns and does not say how it is copied. */
export function copiedOwners(facts: ModuleFacts): readonly CopiedOwner[] {
  const found: CopiedOwner[] = [];
  for (const { class: one } of nodesOf(facts, 'class')) {
    const field = freedField(facts, one);
    if (field === undefined) continue;
    const text = facts.textAt(one.at);
    const { made, assigned } = copiesWritten(text, one.name);
    if (FORBIDS.test(text) || isMoved(text, one.name)) continue;
    const places = copiesOf(facts, one.name);
    if (!made) found.push(...places.made.map((at) => ({ owner: one.name, field, at })));
    if (!assigned) found.push(...places.assigned.map((at) => ({ owner: one.name, field, at })));
  }
  return found;
}

/** The pointer that the destructor of a class gives back, inside of the class or outside. */
function freedField(facts: ModuleFacts, { name, body }: IrClass): string | undefined {
  const pointers = new Set<string>();
  for (const field of body)
    if (field.kind === 'declare' && field.isStatic !== true && (field.type?.pointers ?? 0) > 0)
      pointers.add(field.name);
  if (pointers.size === 0) return undefined;
  const inside = body.flatMap((one) => (one.kind === 'function' ? [one.function] : []));
  const outside = facts.functions.map((one) => one.function);
  const destructor = [...inside, ...outside].find((one) => one.name === `~${name}`);
  return destructor === undefined ? undefined : freedIn(destructor, pointers);
}

function freedIn({ body }: IrFunction, pointers: ReadonlySet<string>): string | undefined {
  for (const node of bodyNodes(body)) {
    const freed: readonly Expression[] =
      node.kind === 'delete'
        ? node.targets
        : node.kind === 'call' && FREES.test(lastName(node.callee))
          ? node.arguments.map(({ value }) => value)
          : [];
    // A counter that decides, or another condition than the pointer itself, is a way of sharing.
    if (
      node.kind === 'if' &&
      [...walk([node.test])].some((inner) => inner.kind === 'unary' && inner.operator === 'decrement')
    )
      return undefined;
    const field = freed
      .map((one) => (one.kind === 'cast' ? lastName(one.operand) : lastName(one)))
      .find((one) => pointers.has(one));
    if (field !== undefined) return field;
  }
  return undefined;
}

/** Whether a class says itself how it is copied, and how it is assigned. */
function copiesWritten(text: string, name: string): { readonly made: boolean; readonly assigned: boolean } {
  const plain = text.replace(/\s+/g, '');
  return {
    made:
      plain.includes(`${name}(const${name}&`) ||
      plain.includes(`${name}(${name}const&`) ||
      plain.includes(`${name}(${name}&`),
    assigned: plain.includes('operator=('),
  };
}

/** A move of one's own takes the copies away. */
function isMoved(text: string, name: string): boolean {
  const plain = text.replace(/\s+/g, '');
  return plain.includes(`${name}(${name}&&`) || plain.includes(`operator=(${name}&&`);
}

function copiesOf(
  facts: ModuleFacts,
  name: string,
): { readonly made: readonly Place[]; readonly assigned: readonly Place[] } {
  const made: Place[] = [];
  const assigned: Place[] = [];
  for (const { function: one } of facts.functions) {
    const objects = new Set<string>();
    const lists = new Set<string>();
    for (const { name: parameter, type, at } of one.parameters) {
      if (type?.name !== name || (type.pointers ?? 0) > 0) continue;
      objects.add(parameter);
      if (type.isReference !== true && one.body.length > 0 && parameter !== '') made.push(at);
    }
    for (const node of bodyNodes(one.body, { intoFunctions: false })) {
      if (node.kind === 'declare') {
        if (node.type?.name === name && (node.type.pointers ?? 0) === 0 && node.type.sizes === undefined) {
          if (node.type.isReference !== true && isObject(copied(node), objects)) made.push(node.at);
          objects.add(node.name);
        } else if (/(?:^|::)(?:vector|list|deque|QList|QVector)$/.test(node.type?.name ?? '')) {
          const before = facts.module.text.slice(Math.max(0, node.at.start - 100), node.at.start);
          if (before.replace(/\s+/g, '').endsWith(`<${name}>`)) lists.add(node.name);
        }
      } else if (node.kind === 'assign' && node.operator === undefined) {
        const [target] = node.targets;
        if (target !== undefined && isObject(target, objects) && isObject(node.value, objects)) assigned.push(node.at);
      } else if (
        node.kind === 'call' &&
        node.callee.kind === 'member' &&
        /^(?:push_back|append|insert)$/.test(node.callee.property)
      ) {
        const last = node.arguments.at(-1)?.value;
        if (isObject(node.callee.object, lists) && (isObject(last, objects) || isMadeHere(last, name)))
          made.push(node.at);
      }
    }
  }
  return { made, assigned };
}

/** `T copy = one;`, `T copy(one);` */
function copied({ value }: Extract<Statement, { kind: 'declare' }>): Expression | undefined {
  if (value?.kind === 'call' && value.isNew === true && value.arguments.length === 1) return value.arguments[0]?.value;
  if (value?.kind === 'sequence' && value.items.length === 1) return value.items[0];
  return value;
}

function isMadeHere(expression: Expression | undefined, name: string): boolean {
  return expression?.kind === 'call' && expression.callee.kind === 'name' && expression.callee.name === name;
}

function isObject(expression: Expression | undefined, names: ReadonlySet<string>): boolean {
  if (expression?.kind === 'unary' && expression.operator === 'deref') return false;
  return expression?.kind === 'name' && names.has(expression.name);
}
