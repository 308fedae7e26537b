import type { Expression, IrFunction, Place, Statement, TypeName } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { straightWays } from './straight-ways.ts';

/** A use of a variable whose value was moved away. */
export interface MovedUse {
  readonly name: string;
  readonly at: Place;
}

/** Methods that give a moved-from object a value again. */
const RESETS = /^(?:clear|reset|assign|swap|emplace|resize|open|str)$/;

/** Uses of variables of a function behind `std::move` of them, on the way that leads straight there. */
export function usesAfterMove(one: IrFunction): readonly MovedUse[] {
  const { lists, types } = straightWays(one);
  return lists.flatMap((list) => usesIn(list, types));
}

function usesIn(list: readonly Statement[], types: ReadonlyMap<string, TypeName | undefined>): readonly MovedUse[] {
  const found: MovedUse[] = [];
  list.forEach((statement, position) => {
    for (const name of movedBy(statement)) {
      if (!types.has(name) || isPlain(types.get(name))) continue;
      const at = firstUse(list.slice(position + 1), name);
      if (at !== undefined) found.push({ name, at });
    }
  });
  return found;
}

/** Numbers and pointers stay what they were. */
function isPlain(type: TypeName | undefined): boolean {
  if (type === undefined) return false;
  return (
    (type.pointers ?? 0) > 0 ||
    /^(?:unsigned |signed )?(?:bool|char|short|int|long|float|double|size_t|std::size_t|u?int\d+_t)\b/.test(type.name)
  );
}

/** Variables that a statement moves from for certain, and gives nothing new. */
function movedBy(statement: Statement): readonly string[] {
  if (statement.kind !== 'evaluate' && statement.kind !== 'declare' && statement.kind !== 'assign') return [];
  if (statement.value === undefined) return [];
  const set = statement.kind === 'assign' ? statement.targets : [];
  const names = movedIn(statement.value);
  return names.filter((name) => !set.some((target) => target.kind === 'name' && target.name === name));
}

/** Not in branches of an expression, nor in functions that run some other time. */
function movedIn(expression: Expression): readonly string[] {
  const names: string[] = [];
  const waiting: Expression[] = [expression];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.kind === 'call') {
      const [first] = at.arguments;
      if (isMove(at.callee) && first?.value.kind === 'name') names.push(first.value.name);
      else waiting.push(at.callee, ...at.arguments.map(({ value }) => value));
    } else if (at.kind === 'member') waiting.push(at.object);
    else if (at.kind === 'cast' || at.kind === 'unary') waiting.push(at.operand);
    else if (at.kind === 'sequence') waiting.push(...at.items);
  }
  return names;
}

function isMove(callee: Expression): boolean {
  return (
    callee.kind === 'member' &&
    callee.property === 'move' &&
    callee.object.kind === 'name' &&
    callee.object.name === 'std'
  );
}

/** The first place where a variable is looked at, unless it is given a value or only asked for being empty before. */
function firstUse(statements: readonly Statement[], name: string): Place | undefined {
  const harmless = new Set<Expression>();
  for (const node of walk(statements, { intoFunctions: false })) {
    if (node.kind === 'assign' && node.targets.some((target) => isName(target, name)) && node.operator === undefined) {
      return [...walk([node.value])].find((inner) => isName(inner, name))?.at;
    }
    if (node.kind === 'assignment' && isName(node.target, name) && node.operator === undefined) return undefined;
    if (node.kind === 'declare' && node.name === name) return undefined;
    // A jump may lead elsewhere.
    if (node.kind === 'goto' || node.kind === 'label') return undefined;
    if (node.kind === 'call' && node.callee.kind === 'member' && isName(node.callee.object, name)) {
      if (RESETS.test(node.callee.property)) return undefined;
      if (node.callee.property === 'empty' || node.callee.property === 'get') harmless.add(node.callee.object);
    }
    if (node.kind === 'if') for (const tested of testedIn(node.test)) harmless.add(tested);
    if (isName(node, name) && !(isExpression(node) && harmless.has(node))) return node.at;
  }
  return undefined;
}

/** `if (p)`, `if (!p)`, `if (p == nullptr)` of a pointer that gives its memory away. */
function testedIn(test: Expression): readonly Expression[] {
  if (test.kind === 'unary' && test.operator === 'not') return testedIn(test.operand);
  if (test.kind === 'compare' && test.right.kind === 'literal' && test.right.value === null) return [test.left];
  return test.kind === 'name' ? [test] : [];
}

function isExpression(node: Expression | Statement): node is Extract<Expression, { kind: 'name' }> {
  return node.kind === 'name';
}

function isName(node: Expression | Statement, name: string): boolean {
  return node.kind === 'name' && node.name === name;
}
