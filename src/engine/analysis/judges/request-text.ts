import { bodyNodes } from './body-nodes.ts';
import type { ModuleFacts } from '../facts.ts';
import type { Expression, IrFunction } from '../ir.ts';
import { isEscaperName } from './escaper-name.ts';
import { isNumber } from './outside-number.ts';
import { placePath } from './place-path.ts';
import { type IrNode, walk } from './walk.ts';
import { lastName, writtenName } from './written-name.ts';

/** What a function of the file does to the text it is given, by its code. */
export interface TextFunction {
  /** Writes `&lt;` in place of a sign. */
  readonly escapesMarkup: boolean;
  /** Writes something in place of quotes, too. */
  readonly escapesQuotes: boolean;
}

/** How frameworks call what asks a request for a text of its sender. */
const ASKS =
  /^(?:get_?(?:param|header|form|query|cookie|field|file|post)\w*|(?:form|post_?form|query|header|cookie|param)_?(?:value|param|item|string)?|path_?param|getOptional\w+|getBody|body|target|queryItemValue|rawBody|url_decode)$/i;
/** What is asked: a request, or a part of one. */
const REQUEST = /(?:^|[._])(?:req|request|rq|httprequest|ctx|context|form|url_params|params|query|cgi)(?:_?ptr)?_?$/i;
const TESTS = /empty|size|length|^end$|^find$|has/i;

/** Functions of a file by name. */
export function textFunctions(facts: ModuleFacts): ReadonlyMap<string, TextFunction> {
  const functions = new Map<string, TextFunction>();
  for (const { function: one } of facts.functions) {
    if (one.name === '') continue;
    const words = [...bodyNodes(one.body)].flatMap((node) =>
      node.kind === 'literal' && typeof node.value === 'string' ? [node.value] : [],
    );
    functions.set(one.name, {
      escapesMarkup: words.some((word) => word.includes('&lt;')),
      escapesQuotes: words.some((word) => /&quot;|&#34;|&#x22;/.test(word)),
    });
  }
  return functions;
}

/** Whether an expression asks a request for a text. */
export function asksRequest(node: IrNode): boolean {
  if (node.kind === 'member') return node.property === 'body' && REQUEST.test(writtenName(objectOf(node.object)));
  if (node.kind !== 'call' || node.callee.kind !== 'member') return false;
  const { property, object } = node.callee;
  const owner = writtenName(objectOf(object));
  if (property === 'get' && node.arguments.length > 0)
    return /(?:^|\.)(?:url_params|query_params|headers|params|cookies)$/.test(owner);
  return ASKS.test(property) && REQUEST.test(owner);
}

function objectOf(object: Expression): Expression {
  return object.kind === 'unary' ? object.operand : object;
}

/**
 * Variables that hold a text of a request when a place is reached. One that was tested by a function, or had signs taken out or
 * replaced, is none any more: somebody has looked.
 */
export function requestTexts(
  { body }: IrFunction,
  functions: ReadonlyMap<string, TextFunction>,
): (path: string, start: number) => boolean {
  const since = new Map<string, number>();
  const until = new Map<string, number>();
  const holds = (path: string, start: number): boolean =>
    (since.get(path) ?? Number.POSITIVE_INFINITY) < start && (until.get(path) ?? Number.POSITIVE_INFINITY) > start;
  for (const node of bodyNodes(body)) {
    if (node.kind === 'declare' || (node.kind === 'assign' && node.targets.length === 1)) {
      const path = node.kind === 'declare' ? node.name : placePath(node.targets[0]);
      if (path === undefined || node.value === undefined) continue;
      const isOpen = hasOpen(node.value, holds, functions) && !(node.kind === 'declare' && isNumber(node.type));
      if (isOpen && !since.has(path)) since.set(path, node.at.start);
      else if (!isOpen && node.kind === 'assign' && node.operator === undefined && since.has(path))
        until.set(path, node.at.start);
    } else if (node.kind === 'if' || node.kind === 'conditional') {
      for (const inner of walk([node.test])) if (inner.kind === 'call') tested(inner, since, until);
    } else if (
      node.kind === 'call' &&
      /^(?:erase|replace|replace_if|remove_if|transform|erase_if|replace_all|replaceAll)$/.test(lastName(node.callee))
    )
      changed(node, since, until);
  }
  return holds;
}

/** `if (!isName(user)) return;`, `if (user.find_first_not_of("…") != npos)` */
function tested(
  call: Extract<Expression, { kind: 'call' }>,
  since: ReadonlyMap<string, number>,
  until: Map<string, number>,
): void {
  if (TESTS.test(lastName(call.callee)) && !/find_(?:first|last)|has_?only/i.test(lastName(call.callee))) return;
  // A password or a login is checked against a store, and the text stays what it is.
  if (
    call.callee.kind === 'member' &&
    !/find_(?:first|last)|valid|check_?(?:name|id|key|path|char)|is_?[A-Z]\w*/i.test(call.callee.property)
  )
    return;
  changed(call, since, until);
}

function changed(
  call: Extract<Expression, { kind: 'call' }>,
  since: ReadonlyMap<string, number>,
  until: Map<string, number>,
): void {
  const parts = [
    ...call.arguments.map(({ value }) => value),
    ...(call.callee.kind === 'member' ? [call.callee.object] : []),
  ];
  for (const node of walk(parts, { intoFunctions: false })) {
    const path = node.kind === 'name' || node.kind === 'member' ? placePath(node) : undefined;
    if (path !== undefined && since.has(path) && !until.has(path)) until.set(path, call.at.start);
  }
}

/** Whether a value holds what a request says, and no function around it makes anything of it. */
function hasOpen(
  value: Expression,
  holds: (path: string, start: number) => boolean,
  functions: ReadonlyMap<string, TextFunction>,
): boolean {
  const stack: Expression[] = [value];
  for (let count = 0; count < MOST_NODES; count += 1) {
    const at = stack.pop();
    if (at === undefined) return false;
    if (asksRequest(at)) return true;
    const path = placePath(at);
    if (path !== undefined && holds(path, at.at.start)) return true;
    if (at.kind === 'call') {
      const name = lastName(at.callee);
      // Somebody's own function makes of it what its name does not tell.
      if (functions.has(name) || isEscaperName(name) || /^(?:sto\w+|size|length|count|hash)$/.test(name)) continue;
      stack.push(...at.arguments.map((argument) => argument.value));
      if (at.callee.kind === 'member') stack.push(at.callee.object);
    } else if (at.kind === 'conditional') stack.push(at.then, at.otherwise);
    else if (at.kind === 'binary' && at.operator === '+') stack.push(at.left, at.right);
    else if (at.kind === 'cast') stack.push(at.operand);
    else if (at.kind === 'unary') stack.push(at.operand);
    else if (at.kind === 'template') stack.push(...at.parts);
  }
  return false;
}

const MOST_NODES = 200;
