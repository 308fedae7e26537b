import type { ModuleFacts } from '../facts.ts';
import type { Expression, Place, Statement } from '../ir.ts';
import { nodesOf } from './nodes-of.ts';
import { parentOf } from './surroundings.ts';
import { type IrNode, walk } from './walk.ts';
import { lastName } from './written-name.ts';

/** How the frameworks of a language refuse a request. */
export interface Refusing {
  /** Names of calls that reply. */
  readonly replies: RegExp;
  /** Names of calls that reply and keep the handlers behind this one from being called. */
  readonly aborts?: RegExp;
  /** Names of the states that say that the caller may not. */
  readonly refusal: RegExp;
}

/** Replies that refuse a request after which its handler goes on: `if !allowed { http.Error(w, "…", 403) }`. */
export function refusedAndDone(facts: ModuleFacts, how: Refusing): readonly Place[] {
  const found: Place[] = [];
  for (const node of nodesOf(facts, 'if')) {
    // `if (allowed) {} else { refuse }` is the same the other way round.
    const branch = node.otherwise.length === 0 ? node.then : node.then.length === 0 ? node.otherwise : [];
    const last = branch.at(-1);
    if (last === undefined) continue;
    const reply = refusalIn(last, how);
    if (reply === undefined) continue;
    const rest = restOf(parentOf(facts, node), node);
    if (goesOn(rest, how.aborts?.test(nameOf(reply.callee)) === true)) found.push(reply.at);
  }
  return found;
}

/** A statement that tells whoever asked that it is not allowed. */
function refusalIn(
  statement: Statement,
  { replies, aborts, refusal }: Refusing,
): Extract<Expression, { kind: 'call' }> | undefined {
  if (statement.kind !== 'evaluate' || statement.value.kind !== 'call') return undefined;
  const call = statement.value;
  const name = nameOf(call.callee);
  if (!replies.test(name) && aborts?.test(name) !== true) return undefined;
  const isRefusal = call.arguments.some(
    ({ value }) =>
      (value.kind === 'literal' && (value.value === 401 || value.value === 403)) || refusal.test(lastName(value)),
  );
  return isRefusal ? call : undefined;
}

/** What stands behind a statement in its block. */
function restOf(around: IrNode | undefined, node: Statement): readonly Statement[] {
  const blocks: readonly (readonly Statement[])[] =
    around?.kind === 'function'
      ? [around.function.body]
      : around?.kind === 'if'
        ? [around.then, around.otherwise]
        : around?.kind === 'block' || around?.kind === 'for-each' || around?.kind === 'loop'
          ? [around.body]
          : [];
  for (const block of blocks) {
    const index = block.indexOf(node);
    if (index >= 0) return block.slice(index + 1);
  }
  return [];
}

/** Whether anything is done behind the refusal; gin itself skips the handlers behind one that has aborted. */
function goesOn(rest: readonly Statement[], isAborted: boolean): boolean {
  for (const node of walk(rest)) {
    if (node.kind !== 'call') continue;
    if (isAborted && nameOf(node.callee) === 'Next') continue;
    return true;
  }
  return false;
}

function nameOf(callee: Expression): string {
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
}
