import type { FunctionFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** Calls that give the one who is signed in. */
const GIVES_USER =
  /^(?:get)?(?:current|session|auth|logged_?in|signed_?in)?_?user(?:_?id)?(?:from\w*)?$|^(?:get)?user(?:id)?from\w*$|^(?:subject|principal|account|identity|claims)from\w*$/i;
const GIVES_KEY = /^(?:Get|MustGet|GetString|GetUint|GetUint64|GetInt|GetInt64|Locals|Value)$/;
const USER_KEY = /^(?:user|user_?id|uid|claims|session|current_?user|account_?id|sub)$|user_?(?:id)?_?key$/i;
/** Calls that tell of something and decide nothing. */
const TELLS =
  /^(?:audit|log\w*|print\w*|info\w*|debug\w*|warn\w*|error\w*|trace\w*|record\w*|track\w*|with|notify|publish|emit|sprintf|int\d*|uint\d*|string)$/i;
/** What else says whom an object belongs to, or what somebody may do. */
const DECIDES =
  /owner|role|permission|permitted|admin|belongs|^can[A-Z]|allowed|forbidden|tenant|acl|policy|enforce|authori[sz]e|access/i;

/** Names of the variables in which a handler keeps the one who is signed in. */
export function usersIn({ function: { body } }: FunctionFact): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of walk(body)) {
    if (node.kind !== 'assign') continue;
    const [target] = node.targets;
    const first = target?.kind === 'sequence' ? target.items[0] : target;
    if (first?.kind === 'name' && first.name !== '_' && givesUser(node.value)) found.add(first.name);
  }
  return found;
}

function givesUser(value: Expression): boolean {
  if (value.kind === 'cast') return givesUser(value.operand);
  if (value.kind === 'sequence') return value.items.some(givesUser);
  if (value.kind !== 'call') return false;
  const name = lastName(value.callee);
  if (GIVES_USER.test(name)) return true;
  const key = value.arguments[0]?.value;
  const text = key?.kind === 'literal' ? key.value : lastName(key);
  return GIVES_KEY.test(name) && typeof text === 'string' && USER_KEY.test(text);
}

/** Whether a handler does anything with the one who is signed in that could decide what is shown. */
export function asksOfUser(handler: FunctionFact, users: ReadonlySet<string>): boolean {
  for (const node of walk(handler.function.body)) {
    if (node.kind === 'name' && DECIDES.test(node.name)) return true;
    if (node.kind === 'member' && DECIDES.test(node.property) && !node.property.startsWith('Status')) return true;
    if (
      node.kind === 'literal' &&
      typeof node.value === 'string' &&
      node.value.length < 200 &&
      /owner|tenant|role/i.test(node.value)
    )
      return true;
    if (node.kind === 'compare' && isAboutUser(node.left, node.right, users)) return true;
    if (node.kind !== 'call' || TELLS.test(lastName(node.callee))) continue;
    if (node.arguments.some(({ value }) => names(value, users))) return true;
  }
  return false;
}

/** `order.UserID != user.ID`; whether anybody is signed in says nothing of whose the object is. */
function isAboutUser(left: Expression, right: Expression, users: ReadonlySet<string>): boolean {
  if (left.kind === 'literal' || right.kind === 'literal' || lastName(right) === 'nil') return false;
  return names(left, users) || names(right, users);
}

function names(value: IrNode, users: ReadonlySet<string>): boolean {
  for (const node of walk([value])) if (node.kind === 'name' && users.has(node.name)) return true;
  return false;
}
