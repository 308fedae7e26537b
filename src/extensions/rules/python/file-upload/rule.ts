import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Value } from '#engine/analysis/value.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** What code that looks at the type of an upload mentions. */
const CHECKS =
  /allow|extension|splitext|mimetype|mime_type|content_type|magic|imghdr|endswith|suffix|verify|validat|whitelist|filetype|is_valid|rsplit|guess_type|from_buffer|(?:^|_)exts?(?:_|$)/i;

export const rule: Rule = {
  id: 'python/file-upload',
  languages: ['python'],
  cwes: ['CWE-434'],
  title: 'Upload of files of any type',
  severity: 'high',
  rationale:
    'A file of any type that is stored where a server hands it out, or runs it, is a page or a program of a stranger.',
  remediation: 'Accept only the extensions and types that are needed, and store the file under a name of your own.',
  references: [
    'https://cwe.mitre.org/data/definitions/434.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'upload' || seen.has(sink.at.start)) continue;
      const upload = sink.taints.find(({ kind, what }) => kind === 'remote' && what === 'an uploaded file');
      if (upload === undefined || looksAtType(facts, sink)) continue;
      seen.add(sink.at.start);
      report(sink.at, {
        message: 'An uploaded file is stored, whatever type it has.',
        confidence: 'medium',
        taint: upload,
      });
    }
  },
};

/** Whether a test in the function around it is about the type, or a call of its own validates the file. */
function looksAtType({ functions }: ModuleFacts, { within, taints: [upload] }: SinkFact): boolean {
  const body = within?.function.body;
  if (body === undefined || upload === undefined) return true;
  const idle = new Set(
    functions.filter(({ returns }) => returns.length > 0 && returns.every(isTrue)).map((one) => one.function.name),
  );
  for (const node of walk(body)) {
    const tested = testOf(node);
    if (tested === undefined) continue;
    for (const part of walk([tested])) {
      const name =
        part.kind === 'literal'
          ? String(part.value)
          : part.kind === 'name' || part.kind === 'member'
            ? lastName(part)
            : '';
      if (CHECKS.test(name) && !idle.has(name)) return true;
    }
  }
  return false;
}

function isTrue({ value }: { readonly value: Value }): boolean {
  return value.constant?.value === true;
}

function testOf(node: IrNode): IrNode | undefined {
  switch (node.kind) {
    case 'if':
    case 'conditional':
    case 'assert':
      return node.test;
    case 'loop':
      return node.test;
    case 'evaluate':
      return node.value.kind === 'call' ? node.value.callee : undefined;
    // What a variable is computed from is tested with it.
    case 'assign':
      return node.value.kind === 'call' ? node.value.callee : undefined;
    default:
      return undefined;
  }
}
