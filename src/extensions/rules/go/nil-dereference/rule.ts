import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { unmadeMaps, usedLookups } from './maps.ts';

/** Calls that give nothing when they fail. */
const GIVES_NIL =
  /^(?:Get|Post|PostForm|Head|Do|NewRequest|NewRequestWithContext|Open|OpenFile|Create|Dial\w*|Parse|Query|QueryContext|Stat|Lstat|FormFile|Cookie|NewCipher|NewGCM|LoadLocation|ParseFiles|NewReader|OpenReader|Accept|Listen|LookPath|ReadResponse|Connect|Begin|BeginTx|Prepare|StdoutPipe|StdinPipe|ParseCertificate)$/;

export const rule: Rule = {
  id: 'go/nil-dereference',
  languages: ['go'],
  cwes: ['CWE-476', 'CWE-252'],
  title: 'Result used although the call may have failed',
  severity: 'medium',
  rationale: 'A call that fails gives nil beside its error, and the program stops where the nil is used.',
  remediation: 'Test the error before the result is used.',
  references: ['https://cwe.mitre.org/data/definitions/476.html', 'https://cwe.mitre.org/data/definitions/252.html'],
  stage: 'stable',

  check: (facts, report) => {
    const searches = searchesIn(facts);
    for (const block of blocksIn(facts)) {
      for (const [index, statement] of block.entries()) {
        const pair = resultsOf(statement) ?? lookupIn(facts, statement) ?? searchIn(searches, statement);
        if (pair === undefined) continue;
        const use = useBefore(block.slice(index + 1, index + 1 + MOST_STATEMENTS), pair);
        if (use === undefined) continue;
        report(use.at, {
          message:
            statement.kind === 'assign' && statement.value.kind === 'index'
              ? `'${pair.result}' is nil when '${pair.callee}' has no such key.`
              : pair.error === ''
                ? `'${pair.result}' is nil when '${pair.callee}' finds nothing.`
                : `'${pair.result}' is used before it is known whether '${pair.callee}' failed.`,
          confidence: 'medium',
        });
      }
    }
    for (const { at, map } of usedLookups(facts))
      report(at, { message: `What '${map}' gives is nil when it has no such key.`, confidence: 'medium' });
    for (const { at, map } of unmadeMaps(facts))
      report(at, {
        message: `The map '${map}' has not been made when something is put into it.`,
        confidence: 'medium',
      });
  },
};

/** Functions of the file that give a pointer alone, which is nil where they find nothing. */
function searchesIn(facts: ModuleFacts): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { function: one, returns } of facts.functions) {
    if (!/^(?:find|look_?up|search|by[A-Z])/i.test(one.name)) continue;
    const nodes = [...walk(one.body, { intoFunctions: false })].filter((node) => node.kind === 'return');
    const values = nodes.map(({ value }) => value);
    if (returns.length < 2 || values.some((value) => value === undefined || value.kind === 'sequence')) continue;
    if (values.some((value) => value?.kind === 'literal' && value.value === null)) found.add(one.name);
  }
  return found;
}

/** `product := shop.find(id)` */
function searchIn(searches: ReadonlySet<string>, statement: Statement): Results | undefined {
  if (statement.kind !== 'assign' || statement.value.kind !== 'call') return undefined;
  const [target] = statement.targets;
  const callee = lastName(statement.value.callee);
  if (target?.kind !== 'name' || !searches.has(callee)) return undefined;
  return { result: target.name, error: '', callee };
}

/** Statements that are looked at after a call. */
const MOST_STATEMENTS = 12;

interface Results {
  readonly result: string;
  /** `_` when the error is thrown away. */
  readonly error: string;
  readonly callee: string;
}

function blocksIn(facts: ModuleFacts): readonly (readonly Statement[])[] {
  const blocks: (readonly Statement[])[] = [facts.module.body];
  const bodies = (node: IrNode): void => {
    if (node.kind === 'if') blocks.push(node.then, node.otherwise);
    else if (node.kind === 'loop' || node.kind === 'for-each' || node.kind === 'block') blocks.push(node.body);
    else if (node.kind === 'switch') blocks.push(...node.cases.map(({ body }) => body));
  };
  for (const kind of ['if', 'loop', 'for-each', 'block', 'switch'] as const) nodesOf(facts, kind).forEach(bodies);
  for (const made of facts.functions) blocks.push(made.function.body);
  return blocks;
}

/** `result, err := call(…)` */
function resultsOf(statement: Statement): Results | undefined {
  if (statement.kind !== 'assign') return undefined;
  const [target] = statement.targets;
  if (target?.kind !== 'sequence' || target.items.length !== 2 || statement.value.kind !== 'call') return undefined;
  const [result, error] = target.items;
  if (result?.kind !== 'name' || error?.kind !== 'name' || result.name === '_') return undefined;
  const callee = lastName(statement.value.callee);
  // What is left of the text tells nothing.
  if (writtenName(statement.value.callee) === 'pem.Decode') return { result: result.name, error: '_', callee };
  if (!GIVES_NIL.test(callee)) return undefined;
  return { result: result.name, error: error.name, callee };
}

/** `found := pointers[key]` of a map whose values are pointers, and whose keys are not those of a loop over it. */
function lookupIn(facts: ModuleFacts, statement: Statement): Results | undefined {
  if (statement.kind !== 'assign' || statement.value.kind !== 'index') return undefined;
  const [target] = statement.targets;
  const map = lastName(statement.value.object);
  if (target?.kind !== 'name' || !/^[A-Za-z]\w*$/.test(map) || statement.value.index.kind === 'literal')
    return undefined;
  const isOfPointers = new RegExp(`\\b${map}\\b(?:\\s*:?=\\s*(?:make\\()?|[ \\t]+)map\\[[\\w.]+\\]\\*`);
  const isWalked = new RegExp(
    `\\brange [\\w.]*\\b${map}\\b|\\b${map}\\[[^\\]\\n]*\\]\\s*(?:==|!=|=[^=])|, \\w+ :?= [\\w.]*\\b${map}\\[`,
  );
  if (!isOfPointers.test(facts.codeText) || isWalked.test(facts.codeText.slice(0, LONGEST_FILE))) return undefined;
  return { result: target.name, error: '_', callee: map };
}

/** Characters of a file that are searched for what is done to a map. */
const LONGEST_FILE = 100_000;

/** The first place where a part of the result is used before anything looks at the error or at the result as a whole. */
function useBefore(statements: readonly Statement[], { result, error }: Results): Expression | undefined {
  for (const statement of statements) {
    let use: Expression | undefined;
    for (const node of walk([statement])) {
      if (node.kind === 'name' && error !== '_' && node.name === error) return undefined;
      if (isTest(node, result)) return undefined;
      if (
        node.kind === 'assign' &&
        node.targets.some((target) => lastName(target) === result && target.kind === 'name')
      )
        return undefined;
      if (use === undefined && node.kind === 'member' && node.object.kind === 'name' && node.object.name === result)
        use = node;
    }
    if (use !== undefined) return use;
  }
  return undefined;
}

function isTest(node: IrNode, result: string): boolean {
  if (node.kind === 'compare')
    return [node.left, node.right].some((side) => side.kind === 'name' && side.name === result);
  return node.kind === 'if' && node.test.kind === 'name' && node.test.name === result;
}
