import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place, Statement } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { parentOf } from '#engine/analysis/judges/surroundings.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

const REPLIES = /^(?:Error|JSON|String|WriteHeader|Status|SendStatus|HTML|XML|Redirect|Render)$/;
const ABORTS = /^Abort\w*$/;
const REFUSAL = /^Status(?:Unauthorized|Forbidden)$/;

/** Replies that refuse a request after which its handler goes on: `if !allowed { http.Error(w, "…", 403) }`. */
export function refusedAndDone(facts: ModuleFacts): readonly Place[] {
  const found: Place[] = [];
  for (const node of nodesOf(facts, 'if')) {
    const last = node.then.at(-1);
    if (last === undefined || node.otherwise.length > 0) continue;
    const reply = refusalIn(last);
    if (reply === undefined) continue;
    const rest = restOf(parentOf(facts, node), node);
    if (goesOn(rest, ABORTS.test(lastName(reply.callee)))) found.push(reply.at);
  }
  return found;
}

/** A statement that tells whoever asked that it is not allowed. */
function refusalIn(statement: Statement): Extract<Expression, { kind: 'call' }> | undefined {
  if (statement.kind !== 'evaluate' || statement.value.kind !== 'call') return undefined;
  const call = statement.value;
  const name = lastName(call.callee);
  if (!REPLIES.test(name) && !ABORTS.test(name)) return undefined;
  const isRefusal = call.arguments.some(
    ({ value }) =>
      (value.kind === 'literal' && (value.value === 401 || value.value === 403)) || REFUSAL.test(lastName(value)),
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
    if (isAborted && lastName(node.callee) === 'Next') continue;
    return true;
  }
  return false;
}
