import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { IrFunction, Place, Statement } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';

/** A field that is given back, and then by a function that is called. */
export interface ReleasedAgain {
  readonly field: string;
  readonly by: string;
  readonly at: Place;
}

/** `delete[] pixels_; if (!in) { unload(); return; }` where `unload` deletes `pixels_`, and nothing was put there between. */
export function releasedAgain(facts: ModuleFacts): readonly ReleasedAgain[] {
  const counts = new Map<string, number>();
  const own = new Map<string, IrFunction>();
  for (const { function: one } of facts.functions) {
    counts.set(one.name, (counts.get(one.name) ?? 0) + 1);
    own.set(one.name, one);
  }
  const found: ReleasedAgain[] = [];
  for (const { function: one } of facts.functions) {
    const lists: (readonly Statement[])[] = [one.body];
    for (const node of bodyNodes(one.body, { intoFunctions: false })) {
      if (node.kind === 'if') lists.push(node.then);
      else if (node.kind === 'block') lists.push(node.body);
    }
    for (const list of lists)
      list.forEach((statement, position) => {
        if (statement.kind !== 'delete') return;
        const field = placePath(statement.targets[0]);
        if (field === undefined || !isField(field)) return;
        for (const node of walk(list.slice(position + 1), { intoFunctions: false })) {
          if (node.kind === 'assign' && node.targets.some((target) => placePath(target) === field)) return;
          if (node.kind !== 'call') continue;
          const called = calledName(node);
          const callee = called === undefined || counts.get(called) !== 1 ? undefined : own.get(called);
          if (called === undefined || callee === undefined || callee === one) continue;
          const first = firstThing(callee, field);
          if (first === 'delete') found.push({ field: field.replace('*this.', ''), by: called, at: node.at });
          if (first !== undefined) return;
        }
      });
  }
  return found;
}

function isField(path: string): boolean {
  return path.startsWith('*this.') || /^(?:m_\w+|[a-z]\w*_)$/.test(path);
}

function calledName({
  callee,
}: Extract<Statement, { kind: 'evaluate' }>['value'] & { kind: 'call' }): string | undefined {
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' && callee.object.kind === 'unary' && placePath(callee.object.operand) === 'this'
    ? callee.property
    : undefined;
}

/** What a function does first with a field. */
function firstThing({ body }: IrFunction, field: string): 'delete' | 'other' | undefined {
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind === 'delete' && node.targets.some((target) => placePath(target) === field)) return 'delete';
    if (node.kind === 'assign' && node.targets.some((target) => placePath(target) === field)) return 'other';
  }
  return undefined;
}
