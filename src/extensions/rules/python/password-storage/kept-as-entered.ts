import { calleeName, endsWithName, lastSegments } from '#engine/analysis/judges/callee-name.ts';
import { wordsOf } from '#engine/analysis/judges/constant-of.ts';
import { definitionOf, makerOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { CallFact, CompareFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Report } from '#engine/analysis/rule.ts';
import { isPasswordName, isPlainInput, isSelf } from './password-expression.ts';

/** `INSERT INTO users (name, password) VALUES (?, ?)` with the password as it was entered. */
export function checkInsert(facts: ModuleFacts, call: CallFact, report: Report): void {
  const sql = wordsOf(call.argument(0));
  if (!/\b(?:insert\s+into|update|replace\s+into)\b/i.test(sql) || !/pass(?:word|wd)?\b|pwd/i.test(sql)) return;
  const written = call.arguments[1]?.argument.value;
  const values = call.argument(1)?.fields;
  const items = written?.kind === 'sequence' ? written.items : [];
  const isBound = items.some((item, index) => {
    const value = values?.get(String(index));
    return isPasswordName(lastName(item)) && value !== undefined && isPlainInput(value);
  });
  const isInText =
    call.expression.arguments[0] !== undefined && textHoldsPassword(facts, call, call.expression.arguments[0].value);
  if (!isBound && !isInText) return;
  report(call.at, { message: 'The statement stores the password as it was entered.', confidence: 'high' });
}

/** Whether the text of a statement is made with a password that no function has changed before. */
function textHoldsPassword(facts: ModuleFacts, call: CallFact, text: Expression): boolean {
  const assigned = assignedTexts(facts, call);
  for (const node of walk([definitionOf(facts, text)])) {
    if (node.kind !== 'name' && node.kind !== 'index') continue;
    const name = lastName(node);
    if (!isPasswordName(name)) continue;
    if (node.kind === 'index') return true;
    if (!assigned.changed.has(name.toLowerCase()) && assigned.entered.has(name)) return true;
  }
  return false;
}

interface AssignedTexts {
  /** In lower case. */
  readonly changed: ReadonlySet<string>;
  readonly entered: ReadonlySet<string>;
}

const known = new WeakMap<object, AssignedTexts>();

/** Names that the text around a call assigns something made from them or something entered; it is read once. */
function assignedTexts(facts: ModuleFacts, { within }: CallFact): AssignedTexts {
  const key = within?.function ?? facts.module;
  const found = known.get(key);
  if (found !== undefined) return found;
  const changed = new Set<string>();
  const entered = new Set<string>();
  const around = within === undefined ? facts.codeText : facts.codeAt(within.function.at);
  for (const [, name = '', right = ''] of around.matchAll(/\b(\w+)\s*=(?=([^=\n]*))/g)) {
    if (!isPasswordName(name)) continue;
    const inner = [...right.matchAll(/\(\s*(\w+)/g)].map(([, word = '']) => word.toLowerCase());
    if (/hash|crypt|digest|pbkdf|encod|sha|md5/i.test(right) || inner.includes(name.toLowerCase()))
      changed.add(name.toLowerCase());
    if (/form|request|input|args|json|POST|params/.test(right)) entered.add(name);
  }
  const texts = { changed, entered };
  known.set(key, texts);
  return texts;
}

/** `file.write(password)`. */
export function checkWrite(facts: ModuleFacts, call: CallFact, report: Report): void {
  const { callee } = call.expression;
  if (callee.kind !== 'member' || callee.property !== 'write') return;
  const maker = makerOf(facts, callee.object) ?? '';
  if (!endsWithName(maker, 'open') && !calleeName(call).startsWith('open()')) return;
  const given = call.arguments[0]?.argument.value;
  const parts =
    given === undefined
      ? []
      : given.kind === 'template'
        ? given.parts
        : given.kind === 'binary'
          ? [given.left, given.right]
          : [given];
  const isPlain = parts.some(
    (part) =>
      part.kind === 'name' &&
      isPasswordName(part.name) &&
      call.argument(0)?.taints.some(({ kind }) => kind === 'remote' || kind === 'parameter' || kind === 'local'),
  );
  if (isPlain)
    report(call.at, { message: 'The password is written to a file as it was entered.', confidence: 'medium' });
}

/** `User(name=…, password=request.form['password'])`. */
export function checkRecord(call: CallFact, name: string, report: Report): void {
  const made = lastSegments(name.replaceAll('()', ''), 1);
  if (
    !/^[A-Z]\w*$|^(?:insert_one|insert|create|save)$/.test(made) ||
    /Form|Client|Auth|Request|Login|Connection|Session|Engine/.test(made)
  )
    return;
  for (const { argument, value } of call.arguments) {
    const entry = argument.name === undefined ? undefined : isPasswordName(argument.name) ? value : undefined;
    const field = [...(value.fields ?? [])].find(([key]) => isPasswordName(key))?.[1];
    const stored = entry ?? (made === 'insert_one' || made === 'insert' ? field : undefined);
    if (stored !== undefined && stored.taints.some(({ kind }) => kind === 'remote') && isPlainInput(stored)) {
      report(call.at, { message: `'${made}' gets the password as it was entered.`, confidence: 'medium' });
    }
  }
}

/** `user.password == request.form['password']`: what is stored is the password itself. */
export function checkCompare({ expression, left, right, at }: CompareFact, report: Report): void {
  if (expression.operator !== '==' && expression.operator !== '!=') return;
  for (const [entered, stored, storedAs] of [
    [left, right, expression.right],
    [right, left, expression.left],
  ] as const) {
    const enteredAs = storedAs === expression.right ? expression.left : expression.right;
    if (!isPasswordName(lastName(enteredAs)) || !isPlainInput(entered)) continue;
    if (enteredAs.kind !== 'name' && !entered.taints.some(({ kind }) => kind === 'remote')) continue;
    if (
      storedAs.kind === 'call' &&
      /^(?:b64decode|b32decode|decodestring|unhexlify)$/.test(lastName(storedAs.callee))
    ) {
      report(at, { message: 'The stored password is only encoded, which anyone can undo.', confidence: 'high' });
      return;
    }
    if (
      stored.constant !== undefined ||
      storedAs.kind === 'literal' ||
      stored.taints.some(({ kind }) => kind === 'remote')
    )
      continue;
    const isRow = storedAs.kind === 'index' || (storedAs.kind === 'member' && !isSelf(storedAs.object));
    if (enteredAs.kind === storedAs.kind && lastName(enteredAs) === lastName(storedAs)) continue;
    const isNamed = isPasswordName(lastName(storedAs));
    if (!isRow || !(isNamed || isPositional(storedAs)) || /hash|digest|crypt|confirm|repeat/i.test(lastName(storedAs)))
      continue;
    report(at, { message: 'The stored password is compared as it is.', confidence: 'medium' });
    return;
  }
}

function isPositional(expression: Expression): boolean {
  return (
    expression.kind === 'index' && expression.index.kind === 'literal' && typeof expression.index.value === 'number'
  );
}
