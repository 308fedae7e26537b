import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrClass, Statement } from '#engine/analysis/ir.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** Classes of which one object serves all threads. */
const SHARED =
  /@(?:RestController|Controller|Service|Component|Repository|WebServlet|Singleton|ApplicationScoped)\b|\bextends\s+HttpServlet\b/;
const ASKING = /^(?:containsKey|get|contains|isEmpty|size|exists)$/;

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
    const state = stateOf(facts);
    for (const one of facts.functions) {
      if (one.class === undefined || /^<|init$/.test(one.function.name) || one.function.name === one.class.name)
        continue;
      checkFunction(facts, one, state, (at, finding) => {
        if (!isLocked(facts, one)) report(at, finding);
      });
    }
    for (const { index, 0: text } of facts.codeText.matchAll(SHARED_FORMAT))
      report(
        { start: index, end: index + text.length },
        { message: 'The format is shared by all threads and changes while it is used.', confidence: 'medium' },
      );
  },
};

/** What the file declares that threads share; told once, since the text of a class is long. */
interface State {
  /** Maps that are made for several threads. */
  readonly maps: ReadonlySet<string>;
  /** Static fields that are not volatile and begin as null. */
  readonly lazy: ReadonlySet<string>;
  /** Fields of classes of which one object serves all, with their types. */
  readonly fields: ReadonlyMap<IrClass, ReadonlyMap<string, string>>;
}

const SHARED_FORMAT = /\bstatic\s+(?:final\s+)?(?:SimpleDateFormat|DateFormat)\s+\w+\s*=\s*(?:new\b|DateFormat\.)/g;
const MAP =
  /\b(?:ConcurrentHashMap|ConcurrentMap|Map)\s*<[^;{}()]{1,120}>\s+(\w+)\s*=\s*(?:new\s+(?:java\.util\.concurrent\.)?Concurrent|Collections\.synchronized)/g;
const LAZY = /\bstatic\s+([\w<>,.[\]?]{1,80})\s+(\w+)\s*(?:;|=\s*null\s*;)/g;
const FIELD = /\b(?:private|protected|public)\s+(?:static\s+)?([\w<>,.?]{1,80})\s+(\w+)\s*[;=]/g;

function stateOf(facts: ModuleFacts): State {
  const { codeText } = facts;
  const fields = new Map<IrClass, ReadonlyMap<string, string>>();
  for (const { class: owner } of facts.classes) {
    const open = codeText.indexOf('{', owner.nameAt.start);
    const head = codeText.slice(Math.max(0, owner.at.start - 200), open + 1);
    const isAnnotated = SHARED.test(
      head.slice(Math.max(head.slice(0, 200).lastIndexOf('}'), head.slice(0, 200).lastIndexOf(';')) + 1),
    );
    if (isAnnotated)
      fields.set(
        owner,
        new Map([...facts.codeAt(owner.at).matchAll(FIELD)].map(([, type = '', name = '']) => [name, type])),
      );
  }
  return {
    maps: new Set([...codeText.matchAll(MAP)].map(([, name = '']) => name)),
    lazy: new Set(
      [...codeText.matchAll(LAZY)].filter(([, type]) => type !== 'volatile').map(([, , name = '']) => name),
    ),
    fields,
  };
}

function checkFunction(facts: ModuleFacts, one: FunctionFact, state: State, report: Report): void {
  const { function: own, class: owner } = one;
  const fields = owner === undefined ? undefined : state.fields.get(owner);
  if (fields === undefined && state.maps.size === 0 && state.lazy.size === 0) return;
  const asked = new Set<string>();
  for (const node of walk(own.body, { intoFunctions: false })) {
    if (node.kind === 'if') checkLazy(node, state, report);
    else if (node.kind === 'call' && node.callee.kind === 'member') {
      const { property, object } = node.callee;
      const map = writtenName(object).replace(/^this\./, '');
      if (!state.maps.has(map)) continue;
      if (ASKING.test(property)) asked.add(map);
      else if (property === 'put' && asked.delete(map))
        report(node.at, {
          message: `Another thread may have changed '${map}' since it was asked.`,
          confidence: 'medium',
        });
    } else if (fields !== undefined) checkField(facts, one, node, fields, report);
  }
}

/** `count++`, and what a request puts into a field. */
function checkField(
  facts: ModuleFacts,
  { function: own, route }: FunctionFact,
  node: IrNode,
  fields: ReadonlyMap<string, string>,
  report: Report,
): void {
  const target =
    node.kind === 'unary' && /^(?:in|de)crement$/.test(node.operator)
      ? node.operand
      : node.kind === 'assign' && node.targets.length === 1
        ? node.targets[0]
        : undefined;
  const name = writtenName(target).replace(/^this\./, '');
  const type = fields.get(name);
  if (target === undefined || type === undefined || isHidden(facts, own, name)) return;
  if (node.kind === 'unary') {
    if (/^(?:int|long|Integer|Long)$/.test(type))
      report(node.at, { message: `'${name}' is counted by several threads without a lock.`, confidence: 'medium' });
  } else if (
    node.kind === 'assign' &&
    (node.operator !== undefined || (route !== undefined && usesParameter(own, node.value)))
  )
    report(node.at, { message: `'${name}' is shared by all requests and set without a lock.`, confidence: 'medium' });
}

/** `if (instance == null) instance = new …()` of a static field that is not volatile, whichever way round it is written. */
function checkLazy(
  { test, then, otherwise }: Extract<Statement, { readonly kind: 'if' }>,
  { lazy }: State,
  report: Report,
): void {
  const asked = test.kind === 'unary' && test.operator === 'not' ? test.operand : test;
  if (asked.kind !== 'compare' || !/^[!=]=$/.test(asked.operator)) return;
  const [field, constant] = asked.left.kind === 'literal' ? [asked.right, asked.left] : [asked.left, asked.right];
  const name = lastName(field);
  if (constant.kind !== 'literal' || constant.value !== null || !lazy.has(name)) return;
  const isNull = (asked.operator === '==') === (asked === test);
  for (const node of walk(isNull ? then : otherwise, { intoFunctions: false })) {
    if (node.kind === 'assign' && node.targets.some((target) => lastName(target) === name)) {
      report(test.at, { message: `Two threads may make '${name}' at the same time.`, confidence: 'medium' });
      return;
    }
  }
}

/** A parameter or a variable of the same name. */
function isHidden(facts: ModuleFacts, own: FunctionFact['function'], name: string): boolean {
  if (own.parameters.some((parameter) => parameter.name === name)) return true;
  return new RegExp(`(?:^|[;{(]|\\bfinal)\\s*(?:\\w+(?:<[^>]*>)?)\\s+${name}\\s*[=;:]`).test(
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
