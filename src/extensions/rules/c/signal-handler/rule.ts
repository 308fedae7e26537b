import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/signal-handler',
  languages: ['c', 'cpp'],
  cwes: ['CWE-479', 'CWE-828'],
  title: 'Unsafe call in a signal handler',
  severity: 'medium',
  rationale:
    'A signal may come in the middle of malloc or printf, and what calls them again finds their data half changed.',
  remediation: 'Set a flag of type volatile sig_atomic_t in the handler, and do the work in the main program.',
  references: [
    'https://cwe.mitre.org/data/definitions/479.html',
    'https://cwe.mitre.org/data/definitions/828.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/SIG30-C.+Call+only+asynchronous-safe+functions+within+signal+handlers',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const handlers = handlersOf(facts);
    if (handlers.size === 0) return;
    const reached = reachedFrom(facts, handlers);
    for (const call of facts.calls) {
      const handler = call.within === undefined ? undefined : reached.get(call.within);
      if (handler === undefined || call.expression.callee.kind !== 'name') continue;
      const name = methodName(call);
      if (!UNSAFE.has(name)) continue;
      const isOwn = call.within === handler;
      report(call.at, {
        message: `'${name}' is called ${isOwn ? 'in' : 'by'} the signal handler '${handler.function.name}'${isOwn ? '' : ', through another function'}, and is not safe there.`,
        confidence: 'medium',
      });
    }
  },
};

const UNSAFE: ReadonlySet<string> = new Set(
  (
    'printf fprintf sprintf snprintf vprintf puts fputs putchar fputc malloc calloc realloc free exit syslog fopen fclose ' +
    'fread fwrite fflush fgets getchar strtok localtime asctime ctime gmtime getenv setenv system popen longjmp ' +
    'siglongjmp pthread_mutex_lock perror strerror rand'
  ).split(' '),
);

/** The functions that run in handlers, each with the handler: those and what they call of this file. */
function reachedFrom(facts: ModuleFacts, handlers: ReadonlySet<FunctionFact>): ReadonlyMap<FunctionFact, FunctionFact> {
  const byName = new Map(facts.functions.map((one) => [one.function.name, one]));
  const called = new Map<FunctionFact, FunctionFact[]>();
  for (const { within, expression } of facts.calls) {
    const own = expression.callee.kind === 'name' ? byName.get(expression.callee.name) : undefined;
    if (within === undefined || own === undefined) continue;
    const before = called.get(within);
    if (before === undefined) called.set(within, [own]);
    else before.push(own);
  }
  const reached = new Map<FunctionFact, FunctionFact>();
  const waiting = [...handlers].map((handler) => [handler, handler] as const);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [one, handler] = next;
    if (reached.has(one)) continue;
    reached.set(one, handler);
    for (const own of called.get(one) ?? []) waiting.push([own, handler]);
  }
  // A handler that another one calls is a handler of its own.
  for (const handler of handlers) reached.set(handler, handler);
  return reached;
}

/** Functions that are handed to `signal`, or stored in a `sigaction`. */
function handlersOf(facts: ModuleFacts): ReadonlySet<FunctionFact> {
  const names = new Set<string>();
  for (const call of facts.calls) {
    const handler = call.arguments[1]?.argument.value;
    if (/^(?:signal|bsd_signal|sigset)$/.test(methodName(call)) && handler !== undefined) names.add(nameOf(handler));
  }
  for (const { targets, value } of nodesOf(facts, 'assign')) {
    if (targets.some((target) => /^sa_(?:handler|sigaction)$/.test(lastName(target)))) names.add(nameOf(value));
  }
  for (const { entries } of nodesOf(facts, 'record')) {
    for (const { key, value } of entries) {
      if (key?.kind === 'literal' && /^sa_(?:handler|sigaction)$/.test(String(key.value))) names.add(nameOf(value));
    }
  }
  return new Set(facts.functions.filter(({ function: made }) => names.has(made.name) && made.name !== ''));
}

function nameOf(value: Parameters<typeof lastName>[0]): string {
  return lastName(
    value?.kind === 'unary' && value.operator === 'address'
      ? value.operand
      : value?.kind === 'cast'
        ? value.operand
        : value,
  );
}
