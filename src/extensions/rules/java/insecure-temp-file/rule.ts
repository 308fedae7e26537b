import { countWork } from '#engine/analysis/rule-work.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { prefixOf } from '#engine/analysis/judges/constant-of.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

const WRITING =
  /^(?:java\.io\.(?:FileOutputStream|FileWriter|RandomAccessFile|PrintWriter|File\.createNewFile)|java\.nio\.file\.Files\.(?:write|writeString|newOutputStream|newBufferedWriter|createFile))$/;

export const rule: Rule = {
  id: 'java/insecure-temp-file',
  languages: ['java'],
  cwes: ['CWE-377', 'CWE-379', 'CWE-378'],
  title: 'Temporary file that others can foresee',
  severity: 'medium',
  rationale: 'Whoever else uses the machine can put a file or a link there first, or read what is written.',
  remediation: 'Create the file with Files.createTempFile, which chooses the name and the rights.',
  references: [
    'https://cwe.mitre.org/data/definitions/377.html',
    'https://cwe.mitre.org/data/definitions/379.html',
    'https://cwe.mitre.org/data/definitions/378.html',
    'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/nio/file/Files.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const [name = ''] = call.names;
      if (WRITING.test(name)) {
        const target = /createNewFile$/.test(name) ? call.receiver : call.argument(0);
        if (/^(?:\/var)?\/tmp\/./.test(prefixOf(target)) || isInCommonFolder(facts, call))
          report(call.at, {
            message: 'The file has a name in the common folder that everybody can foresee.',
            confidence: 'medium',
          });
      } else if (/(?:^|\.)File\.createTempFile$/.test(name)) checkTemporary(facts, call, report);
    }
  },
};

/** `Paths.get(System.getProperty("java.io.tmpdir"), "name")`; a name with something random in it cannot be foreseen. */
function isInCommonFolder(facts: ModuleFacts, { expression: { callee, arguments: given } }: CallFact): boolean {
  const written = callee.kind === 'member' && callee.property === 'createNewFile' ? callee.object : given[0]?.value;
  if (written === undefined) return false;
  const target = definitionOf(facts, written);
  let text = facts.codeAt(target.at);
  for (const node of walk([target], { intoFunctions: false }))
    if (node.kind === 'name') text += facts.codeAt(definitionOf(facts, node).at);
  return /"java\.io\.tmpdir"/.test(text) && !/random|uuid|nextLong|createTemp|secure/i.test(text);
}

/** The rights of the file are those of every file; and deleted for a folder of its name, it leaves that to others. */
function checkTemporary(facts: ModuleFacts, call: CallFact, report: Report): void {
  if (isDeletedFirst(facts, call)) {
    report(call.at, {
      message: 'The folder takes the name of a temporary file that is deleted first.',
      confidence: 'high',
    });
    return;
  }
  // A folder of one's own is a third argument.
  if (call.arguments.length !== 2) return;
  const { callee, arguments: given } = call.expression;
  const [first, last] = [given[0]?.value.at, given[1]?.value.at];
  if (first === undefined || last === undefined) return;
  report(call.at, {
    message: 'The temporary file can be read by everybody who uses the machine.',
    confidence: 'medium',
    fix: [
      { at: callee.at, newText: 'java.nio.file.Files.createTempFile' },
      { at: { start: call.at.end, end: call.at.end }, newText: '.toFile()' },
    ],
  });
}

function isDeletedFirst(facts: ModuleFacts, call: CallFact): boolean {
  countWork(facts.assignments.length + facts.calls.length);
  const assigned = facts.assignments.find(
    ({ valueAt, within }) => within === call.within && valueAt.start <= call.at.start && call.at.end <= valueAt.end,
  );
  if (assigned === undefined) return false;
  const methods = facts.calls
    .filter(
      ({ expression: { callee }, within }) =>
        within === call.within &&
        callee.kind === 'member' &&
        writtenName(callee.object) === writtenName(assigned.target),
    )
    .map(({ expression: { callee } }) => (callee.kind === 'member' ? callee.property : ''));
  return methods.includes('delete') && methods.some((method) => /^mkdirs?$/.test(method));
}
