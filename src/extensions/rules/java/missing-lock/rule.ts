import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrClass, Statement } from '#engine/analysis/ir.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** Classes of which one object serves all threads. */
const SHARED =
  /@(?:RestController|Controller|Service|Component|Repository|WebServlet|Singleton|ApplicationScoped)\b|\bextends\s+HttpServlet\b/;
const ASKING = /^(?:containsKey|get|contains|isEmpty|size|exists)$/;
const CHANGING = /^(?:put|add|remove|set)$/;

export const rule: Rule = {
  id: 'java/missing-lock',
  languages: ['java'],
  cwes: ['CWE-362', 'CWE-366', 'CWE-567'],
  title: 'Shared state changed without a lock',
  severity: 'medium',
  rationale: 'Two requests at the same time see the same state, and one of their changes is lost or made twice.',
  remediation: 'Use one atomic call (merge, compute, incrementAndGet), or a lock around the question and the change.',
  references: [
    'https://cwe.mitre.org/data/definitions/362.html',
    'https://cwe.mitre.org/data/definitions/366.html',
    'https://cwe.mitre.org/data/definitions/567.html',
    'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/concurrent/ConcurrentHashMap.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (isTestPath(facts.module.path)) return;
    for (const one of facts.functions) if (!isLocked(facts, one)) checkFunction(facts, one, report);
    for (const { index, 0: text } of facts.codeText.matchAll(
      /\bstatic\s+(?:final\s+)?(?:SimpleDateFormat|DateFormat)\s+\w+\s*=\s*(?:new\b|DateFormat\.)/g,
    ))
      report(
        { start: index, end: index + text.length },
        { message: 'The format is shared by all threads and changes while it is used.', confidence: 'medium' },
      );
  },
};

function checkFunction(facts: ModuleFacts, one: FunctionFact, report: Report): void {
  const { function: own, class: owner } = one;
  if (owner === undefined || /^<|init$/.test(own.name) || own.name === owner.name) return;
  const header = facts.codeAt(owner.at).slice(0, 400);
  const isShared = SHARED.test(header.slice(0, header.indexOf('{') + 1)) || one.route !== undefined;
  checkMaps(facts, one, owner, report);
  for (const node of walk(own.body, { intoFunctions: false })) {
    if (node.kind === 'if') checkLazy(facts, owner, node, report);
    if (!isShared) continue;
    if (
      node.kind === 'unary' &&
      /^(?:in|de)crement$/.test(node.operator) &&
      isField(facts, owner, own, node.operand, 'int|long|Integer|Long')
    ) {
      report(node.at, {
        message: `'${lastName(node.operand)}' is counted by several threads without a lock.`,
        confidence: 'medium',
      });
    } else if (node.kind === 'assign' && node.targets.length === 1) {
      const [target] = node.targets;
      if (target === undefined || !isField(facts, owner, own, target, '[A-Z]\\w*(?:<[^>]*>)?|int|long|boolean'))
        continue;
      if (node.operator !== undefined || (one.route !== undefined && usesParameter(own, node.value)))
        report(node.at, {
          message: `'${lastName(target)}' is shared by all requests and set without a lock.`,
          confidence: 'medium',
        });
    }
  }
}

/** `if (!map.containsKey(key)) map.put(key, …)` on a map that several threads use. */
function checkMaps(facts: ModuleFacts, { function: own }: FunctionFact, owner: IrClass, report: Report): void {
  const text = facts.codeAt(owner.at);
  const asked = new Map<string, Expression>();
  for (const node of walk(own.body, { intoFunctions: false })) {
    if (node.kind !== 'call' || node.callee.kind !== 'member') continue;
    const { property, object } = node.callee;
    const map = writtenName(object).replace(/^this\./, '');
    if (!/^\w+$/.test(map) || !isConcurrent(text, map)) continue;
    if (ASKING.test(property)) asked.set(map, node);
    else if (CHANGING.test(property) && asked.has(map) && property === 'put') {
      report(node.at, {
        message: `Another thread may have changed '${map}' since it was asked.`,
        confidence: 'medium',
      });
      return;
    }
  }
}

function isConcurrent(text: string, map: string): boolean {
  return new RegExp(
    `\\b(?:ConcurrentHashMap|ConcurrentMap|Map)\\s*<[^;{}()]{1,120}>\\s+${map}\\s*=\\s*(?:new\\s+(?:java\\.util\\.concurrent\\.)?Concurrent|Collections\\.synchronized)`,
  ).test(text);
}

/** `if (instance == null) instance = new …()` of a static field that is not volatile. */
function checkLazy(
  facts: ModuleFacts,
  owner: IrClass,
  { test, then }: Extract<Statement, { readonly kind: 'if' }>,
  report: Report,
): void {
  if (test.kind !== 'compare' || test.operator !== '==' || test.right.kind !== 'literal' || test.right.value !== null)
    return;
  const name = lastName(test.left);
  const declared = new RegExp(`\\bstatic\\s+(volatile\\s+)?[\\w<>,\\s]{1,80}\\s${name}\\s*(?:;|=\\s*null)`).exec(
    facts.codeAt(owner.at),
  );
  if (name === '' || declared === null || declared[1] !== undefined || /\bvolatile\b/.test(declared[0])) return;
  for (const node of walk(then, { intoFunctions: false })) {
    if (node.kind === 'assign' && node.targets.some((target) => lastName(target) === name)) {
      report(test.at, { message: `Two threads may make '${name}' at the same time.`, confidence: 'medium' });
      return;
    }
  }
}

/** A field of the class that no parameter or variable of the function hides. */
function isField(
  facts: ModuleFacts,
  owner: IrClass,
  own: FunctionFact['function'],
  target: Expression,
  types: string,
): boolean {
  const name = writtenName(target).replace(/^this\./, '');
  if (!/^\w+$/.test(name) || own.parameters.some((parameter) => parameter.name === name)) return false;
  const text = facts.codeAt(owner.at);
  if (
    new RegExp(`\\b(?:private|protected|static|public)\\s+(?:static\\s+)?(?:${types})\\s+${name}\\b`).exec(text) ===
    null
  )
    return false;
  // A variable of the same name in the function.
  return !new RegExp(`(?:^|[;{(]|\\bfinal)\\s*(?:\\w+(?:<[^>]*>)?)\\s+${name}\\s*[=;:]`).test(
    facts.codeAt(own.at).replace(/\breturn\b/g, ''),
  );
}

function usesParameter(own: FunctionFact['function'], value: Expression): boolean {
  const names = new Set(own.parameters.map(({ name }) => name));
  for (const node of walk([value])) if (node.kind === 'name' && names.has(node.name)) return true;
  return false;
}

/** `synchronized`, a lock or a transaction around. */
function isLocked(facts: ModuleFacts, { function: own }: FunctionFact): boolean {
  const line = facts.codeText.lastIndexOf('\n', own.at.start) + 1;
  const text = facts.codeText.slice(line, own.at.end);
  return (
    /\.\s*(?:lock|tryLock|acquire)\s*\(|@Synchronized|\.computeIfPresent|\.replace\(/.test(text) ||
    (/\bsynchronized\b/.test(text) && !/==\s*null\s*\)\s*\{?\s*synchronized/.test(text))
  );
}
