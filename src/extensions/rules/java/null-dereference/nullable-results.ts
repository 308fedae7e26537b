import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { CallExpression, Expression, Statement } from '#engine/analysis/ir.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';

type Found = (at: Expression['at'], name: string) => void;

/** Results that are null when there is nothing, by the end of the call's name. */
const NULLABLE =
  /(?:^|\.)(?:(?:request|req|httpRequest|r|servletRequest)\.(?:getParameter|getHeader|getQueryString|getCookies|getParameterValues|getPathInfo)|getSession\.getAttribute|session\.getAttribute|System\.(?:getenv|getProperty|console)|getResourceAsStream|listFiles|(?:entityManager|em|session)\.find)$/;
/** Calls that look at what they are given, or refuse nothing at all. */
const LOOKING = /null|empty|blank|check|valid|assert|require|^is[A-Z]|hasText|hasLength|exists|equals/i;

/** Where what a call gives is used although it may be nothing. */
export function checkResults(facts: ModuleFacts, found: Found): void {
  const known = { own: ownNullable(facts), maps: mapsOf(facts) };
  for (const { function: one } of facts.functions) {
    const text = facts.codeAt(one.at);
    const gives = (value: Expression): boolean => {
      const call = bare(value);
      return call.kind === 'call' && givesNull(facts, call, known, text);
    };
    for (const node of walk(one.body, { intoFunctions: false })) {
      if (node.kind === 'assign' && node.targets.length === 1 && gives(node.value)) {
        const [target] = node.targets;
        const use = target?.kind === 'name' ? firstUseBehind(one.body, node, target.name) : undefined;
        if (use !== undefined && target?.kind === 'name') found(use.at, target.name);
      } else if ((node.kind === 'member' || node.kind === 'index') && isStandalone(node.object) && gives(node.object)) {
        found(node.at, lastPart(writtenName(node.object)));
      } else if (node.kind === 'for-each' && gives(node.iterable) && isStandalone(node.iterable)) {
        found(node.iterable.at, lastPart(writtenName(node.iterable)));
      }
    }
    checkLateTests(one.body, found);
  }
}

function bare(value: Expression): Expression {
  return value.kind === 'cast' ? value.operand : value;
}

/** A chain says for certain what it uses; names of maps and methods of the file need a variable that is looked at. */
function isStandalone(value: Expression): boolean {
  const call = bare(value);
  return call.kind === 'call' && (NULLABLE.test(writtenName(call.callee)) || isOrNull(call));
}

function givesNull(
  facts: ModuleFacts,
  call: CallExpression,
  { own, maps }: { readonly own: ReadonlySet<string>; readonly maps: ReadonlySet<string> },
  text: string,
): boolean {
  const name = writtenName(call.callee);
  if (isOrNull(call)) return true;
  if (/System\.getProperty$/.test(name)) {
    const key = call.arguments[0]?.value;
    // The platform sets its own.
    return (
      call.arguments.length === 1 &&
      key?.kind === 'literal' &&
      !/^(?:java|os|user|file|line|path)\./.test(String(key.value))
    );
  }
  if (/System\.getenv$/.test(name)) return call.arguments.length === 1;
  if (/(?:^|^this\.)listFiles$/.test(name)) return false;
  if (NULLABLE.test(name)) return true;
  if (/^(?:this\.)?[a-z]\w*$/.test(name)) return own.has(lastPart(name));
  const [, map] = /^(?:this\.)?(\w+)\.get$/.exec(name) ?? [];
  return map !== undefined && maps.has(map) && isChosen(facts, call) && !isFilled(text, map);
}

/** The key is what a caller or a request gave, not what the program counts or has put in itself. */
function isChosen(facts: ModuleFacts, call: CallExpression): boolean {
  const key = facts.calls.find(({ expression }) => expression === call)?.argument(0);
  return key?.isNumeric !== true && key?.taints.some(({ kind }) => kind === 'remote' || kind === 'parameter') === true;
}

function isOrNull({ callee, arguments: given }: CallExpression): boolean {
  const value = given[0]?.value;
  return callee.kind === 'member' && callee.property === 'orElse' && value?.kind === 'literal' && value.value === null;
}

const MAP = /\b\w*Map\s*<[^;={}()]{1,120}>\s+(\w+)\b/g;

/** Fields and variables of the file that are declared as maps. */
function mapsOf({ codeText }: ModuleFacts): ReadonlySet<string> {
  return new Set([...codeText.matchAll(MAP)].map(([, name = '']) => name));
}

/** The function puts something in, or asks for the key first. */
function isFilled(text: string, map: string): boolean {
  return new RegExp(
    `\\b${map}\\s*\\.\\s*(?:containsKey|keySet|entrySet|put|putIfAbsent|computeIfAbsent|compute|merge)\\b`,
  ).test(text);
}

/** Methods of the file that give null on one of their ways. */
function ownNullable({ functions }: ModuleFacts): ReadonlySet<string> {
  return new Set(
    functions
      .filter(
        ({ function: one, returns }) =>
          /^(?:find|look_?up|search|resolve|locate|query)/.test(one.name) &&
          returns.some(({ value }) => value.constant !== undefined && value.constant.value === null),
      )
      .map(({ function: one }: FunctionFact) => one.name.replace(/\/\d+$/, '')),
  );
}

/** The first place behind an assignment that uses the name, when nothing before it looks at the value. */
function firstUseBehind(body: readonly Statement[], assigned: Statement, name: string): Expression | undefined {
  for (const node of walk(body)) {
    if (node.at.start < assigned.at.end) continue;
    if (looksAt(node, name)) return undefined;
    if ((node.kind === 'member' || node.kind === 'index') && node.object.kind === 'name' && node.object.name === name)
      // Numbers of tables that the program itself has filled.
      return node.kind === 'member' && /^(?:int|long|double)Value$/.test(node.property) ? undefined : node;
  }
  return undefined;
}

function looksAt(node: IrNode, name: string): boolean {
  const isName = (one: Expression | undefined): boolean => one?.kind === 'name' && one.name === name;
  switch (node.kind) {
    case 'compare':
      return isName(node.left) || isName(node.right);
    case 'assign':
      return node.targets.some((target) => isName(target));
    case 'assignment':
      return isName(node.target);
    case 'call': {
      const callee = lastPart(writtenName(node.callee));
      return node.arguments.some(({ value }) => isName(value)) && LOOKING.test(callee);
    }
    // The name is seen again in another branch, or stands for something else.
    case 'switch':
    case 'function':
    case 'try':
      return (
        node.kind === 'function' ||
        (node.kind === 'try' &&
          node.handlers.some(({ types }) =>
            types.some((type) => /NullPointer|^Exception$|Runtime/.test(writtenName(type))),
          ))
      );
    default:
      return false;
  }
}

/** `text = user.getName(); if (user == null) …`: whoever asks thinks that it may be null, and asks too late. */
function checkLateTests(body: readonly Statement[], found: Found): void {
  for (const [index, statement] of body.entries()) {
    if (statement.kind === 'block' || statement.kind === 'with') checkLateTests(statement.body, found);
    if (statement.kind !== 'if') continue;
    const name = nullAsked(statement.test);
    if (name === undefined) continue;
    for (const before of body.slice(0, index).toReversed()) {
      if (before.kind !== 'assign' && before.kind !== 'evaluate') break;
      if (before.kind === 'assign' && before.targets.some((target) => target.kind === 'name' && target.name === name))
        break;
      const use = directUse(before.value, name);
      if (use === undefined) continue;
      if (!isSettled(body.slice(0, body.indexOf(before)), name)) found(use.at, name);
      break;
    }
  }
}

/** An earlier test or assignment says already what the name holds. */
function isSettled(body: readonly Statement[], name: string): boolean {
  for (const node of walk(body)) if (looksAt(node, name)) return true;
  return false;
}

function directUse(value: Expression, name: string): Expression | undefined {
  for (const node of walk([value], { intoFunctions: false })) {
    if (node.kind === 'conditional' || node.kind === 'logical') return undefined;
    if (
      node.kind === 'call' &&
      node.callee.kind === 'member' &&
      node.callee.object.kind === 'name' &&
      node.callee.object.name === name
    )
      return node;
  }
  return undefined;
}

function nullAsked(test: Expression): string | undefined {
  if (test.kind === 'logical') return nullAsked(test.left);
  if (test.kind === 'unary' && test.operator === 'not') return nullAsked(test.operand);
  if (test.kind !== 'compare' || !/^[!=]=$/.test(test.operator)) return undefined;
  const [name, constant] = test.left.kind === 'name' ? [test.left, test.right] : [test.right, test.left];
  return name.kind === 'name' && constant.kind === 'literal' && constant.value === null ? name.name : undefined;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
