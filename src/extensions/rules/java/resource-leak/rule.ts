import type { FunctionFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { type IrNode, childrenOf, walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import { closedStraight, openListings } from './straight-way.ts';

/** Types that hold something of the system until they are closed. */
const OPENED =
  /^(?:FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile|Socket|ServerSocket|ZipFile|JarFile|BufferedReader|BufferedWriter|PrintWriter|ObjectInputStream|ObjectOutputStream|DataInputStream|DataOutputStream|Scanner)$/;
/** What is made of them matters only when it is a file. */
const WRAPPING =
  /^(?:BufferedReader|BufferedWriter|PrintWriter|ObjectInputStream|ObjectOutputStream|DataInputStream|DataOutputStream|Scanner|InputStreamReader|OutputStreamWriter)$/;
const FILES = /^(?:FileInputStream|FileOutputStream|FileReader|FileWriter)$/;
const GETTING = /^DriverManager\.getConnection$|^Files\.new(?:InputStream|OutputStream|BufferedReader|BufferedWriter)$/;

export const rule: Rule = {
  id: 'java/resource-leak',
  languages: ['java'],
  cwes: ['CWE-772', 'CWE-404', 'CWE-775'],
  title: 'Resource that is never closed',
  severity: 'low',
  rationale: 'Open files and connections are limited: a program that leaves them open stops working after a while.',
  remediation: 'Open it in the head of a try statement, which closes it whatever happens.',
  references: [
    'https://cwe.mitre.org/data/definitions/772.html',
    'https://cwe.mitre.org/data/definitions/404.html',
    'https://cwe.mitre.org/data/definitions/775.html',
    'https://docs.oracle.com/javase/tutorial/essential/exceptions/tryResourceClose.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const one of facts.functions) checkFunction(one, report);
  },
};

function checkFunction({ function: one }: FunctionFact, report: Report): void {
  let escaping: ReadonlySet<string> | undefined;
  for (const node of walk(one.body, { intoFunctions: false })) {
    if (node.kind !== 'assign' || node.targets.length !== 1) continue;
    const [target] = node.targets;
    if (target?.kind !== 'name' || !isOpening(node.value)) continue;
    escaping ??= escapingNames(one.body);
    if (escaping.has(target.name)) continue;
    report(node.value.at, { message: `'${target.name}' is opened and never closed.`, confidence: 'medium' });
  }
  for (const { at, name } of closedStraight(one, isOpening))
    report(at, { message: `'${name}' stays open when anything is thrown before it is closed.`, confidence: 'medium' });
  for (const at of openListings(one))
    report(at, { message: 'The folder or file that is gone through stays open.', confidence: 'medium' });
}

function isOpening(given: Expression): boolean {
  const value = given.kind === 'cast' ? given.operand : given;
  if (value.kind !== 'call') return false;
  const name = nameOf(value.callee);
  if (value.isNew !== true) return GETTING.test(name);
  const type = name.split('.').at(-1) ?? '';
  if (!OPENED.test(type)) return false;
  if (!WRAPPING.test(type)) return true;
  return wrapsFile(value, 0);
}

function wrapsFile(value: Expression, depth: number): boolean {
  if (value.kind !== 'call' || value.isNew !== true || depth > 4) return false;
  const type = nameOf(value.callee).split('.').at(-1) ?? '';
  if (FILES.test(type)) return true;
  const first = value.arguments[0]?.value;
  return WRAPPING.test(type) && first !== undefined && wrapsFile(first, depth + 1);
}

function nameOf(callee: Expression): string {
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' ? `${lastName(callee.object)}.${callee.property}` : '';
}

/** Names that are closed, or given to anything else that may close them: every other place than a call on them. */
function escapingNames(body: readonly IrNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  const open: { readonly node: IrNode; readonly parent: IrNode | undefined; readonly outer: IrNode | undefined }[] =
    body.map((node) => ({ node, parent: undefined, outer: undefined }));
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { node, parent, outer } = item;
    if (node.kind === 'name' && parent !== undefined && !isOwnUse(node, parent, outer)) names.add(node.name);
    for (const child of childrenOf(node)) open.push({ node: child, parent: node, outer: parent });
  }
  return names;
}

function isOwnUse(node: Expression, parent: IrNode, outer: IrNode | undefined): boolean {
  if (parent.kind === 'compare') return true;
  if (parent.kind === 'assign') return parent.targets.includes(node);
  return (
    parent.kind === 'member' &&
    outer?.kind === 'call' &&
    outer.callee === parent &&
    !/close|disconnect|shutdown/i.test(parent.property)
  );
}
