import type { CallFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { isLimitedAbove } from '#engine/analysis/judges/upper-limit.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** Calls that read a number that somebody else wrote down. */
const DECODED =
  /^(?:readInt|readUnsignedShort|readLong|readVarInt|readIntLE|getInt|nextInt|readUnsignedInt|getContentLength|readInt32|readUInt32)$/;
/** Calls that read all there is. */
const WHOLE = /^(?:readAllBytes|toByteArray|copyToByteArray|copyToString)$/;
/** What makes much of little. */
const INFLATING =
  /\bnew\s+(?:GZIPInputStream|InflaterInputStream|ZipInputStream|GzipCompressorInputStream|BrotliInputStream)\b/;
/** What a reader with a limit talks about. */
const LIMITED =
  /\b\w*(?:MAX|LIMIT|max|limit|Max|Limit)\w*\b|BoundedInputStream|LimitedInputStream|readNBytes|getContentLength/;
/** Calls that make as much as a number says, and which argument it is; `sleep` keeps a thread for so long. */
const SIZED: readonly { readonly method: RegExp; readonly argument: number }[] = [
  { method: /(?:^|\.)PageRequest\.of$/, argument: 1 },
  { method: /\.setMaxResults$/, argument: 0 },
  { method: /(?:^|\.)(?:ArrayList|HashMap|StringBuilder|ByteArrayOutputStream|HashSet|ArrayDeque)$/, argument: 0 },
  { method: /(?:^|\.)(?:Thread|TimeUnit\.\w+)\.sleep$/, argument: 0 },
  { method: /(?:^|\.)ByteBuffer\.allocate(?:Direct)?$/, argument: 0 },
  { method: /\.repeat$/, argument: 0 },
];

export const rule: Rule = {
  id: 'java/resource-exhaustion',
  languages: ['java'],
  cwes: ['CWE-400', 'CWE-770', 'CWE-409', 'CWE-789'],
  title: 'Work or memory without a limit',
  severity: 'medium',
  rationale: 'One small request can then take the memory, the threads or the time of the whole program.',
  remediation: 'Compare sizes with a limit before they are used, read no more than that, and use a pool of fixed size.',
  references: [
    'https://cwe.mitre.org/data/definitions/400.html',
    'https://cwe.mitre.org/data/definitions/770.html',
    'https://cwe.mitre.org/data/definitions/409.html',
    'https://cwe.mitre.org/data/definitions/789.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Denial_of_Service_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (isTestPath(facts.module.path)) return;
    const seen = new Set<FunctionFact>();
    const once: (one: FunctionFact) => Report = (one) => (at, finding) => {
      if (seen.has(one)) return;
      seen.add(one);
      report(at, finding);
    };
    for (const call of facts.calls)
      if (call.within !== undefined) checkCall(facts, call, call.within, once(call.within));
  },
};

function checkCall(facts: ModuleFacts, call: CallFact, one: FunctionFact, report: Report): void {
  const [name = ''] = call.names;
  const { callee } = call.expression;
  const method = callee.kind === 'member' ? callee.property : lastName(callee);
  if (/\[\]$/.test(name) || /(?:^|\.)ByteBuffer\.allocate(?:Direct)?$/.test(name)) {
    const size = call.expression.arguments[0]?.value;
    if (size !== undefined && isDecoded(facts, size) && !isLimitedAbove(one.function, writtenName(size)))
      report(call.at, { message: 'As much memory is taken as the data says it needs.', confidence: 'medium' });
  }
  const sized = SIZED.find((row) => row.method.test(name) || row.method.test(writtenName(callee)));
  const given = sized === undefined ? undefined : call.expression.arguments[sized.argument]?.value;
  if (given !== undefined && isNumberOfRequest(facts, one, given))
    report(call.at, {
      message: `'${lastName(given)}' decides how much is done, and has no limit.`,
      confidence: 'medium',
    });
  if (WHOLE.test(method) && !LIMITED.test(facts.codeAt(one.function.at))) checkWhole(facts, call, one, report);
  if (/(?:^|\.)Thread$/.test(name) && call.expression.isNew === true && isPerRequest(facts, call, one))
    report(call.at, { message: 'Every request starts a thread of its own.', confidence: 'medium' });
}

/** A number that is read from data, or a name for one. */
function isDecoded(facts: ModuleFacts, size: Expression): boolean {
  const made = definitionOf(facts, size);
  if (made.kind !== 'call' || made.callee.kind !== 'member' || !DECODED.test(made.callee.property)) return false;
  return made.callee.property !== 'nextInt' || made.arguments.length === 0;
}

/** A parameter of a handler that is a number and that nothing compares. */
function isNumberOfRequest(facts: ModuleFacts, { function: own, route }: FunctionFact, given: Expression): boolean {
  if (route === undefined || given.kind !== 'name') return false;
  const parameter = own.parameters.find(({ name }) => name === given.name);
  if (parameter === undefined || !/^(?:int|long|Integer|Long)$/.test(parameter.type?.name ?? '')) return false;
  return !/@(?:Min|Max|Range|Positive|Valid)/.test(facts.codeAt(parameter.at)) && !isLimitedAbove(own, given.name);
}

function checkWhole(facts: ModuleFacts, call: CallFact, one: FunctionFact, report: Report): void {
  const read = call.arguments.length > 0 ? call.argument(0) : call.receiver;
  if (read?.taints.some(({ what }) => what === 'the request body')) {
    report(call.at, { message: 'The whole body of the request is read, however long it is.', confidence: 'medium' });
    return;
  }
  if (INFLATING.test(facts.codeAt(one.function.at)))
    report(call.at, { message: 'What is unpacked may be any size.', confidence: 'medium' });
}

/** In a handler, or where connections are accepted. */
function isPerRequest(facts: ModuleFacts, call: CallFact, one: FunctionFact): boolean {
  if (one.route !== undefined) return true;
  if (!call.isInLoop) return false;
  for (const node of walk(one.function.body))
    if (
      node.kind === 'call' &&
      node.callee.kind === 'member' &&
      node.callee.property === 'accept' &&
      node.arguments.length === 0
    )
      return facts.codeAt(node.at).length > 0;
  return false;
}
