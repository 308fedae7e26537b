import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { isWithin } from '#engine/analysis/judges/calls-within.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Modules that read archives. */
const ARCHIVES =
  /^(?:adm-zip|unzipper|unzip|unzip2|yauzl|tar|tar-stream|tar-fs|jszip|node-stream-zip|extract-zip|decompress|zip-stream)(?:$|[./])/;
const WRITERS =
  /^fs\.(?:createWriteStream|writeFile|writeFileSync|mkdir|mkdirSync|ensureDir|outputFile|ensureDirSync|outputFileSync)$/;
/** Properties that hold the name of an entry. */
const ENTRY_NAMES: ReadonlySet<string> = new Set(['path', 'entryName', 'fileName', 'name', 'filename']);

export const rule: Rule = {
  id: 'javascript/archive-extraction',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-22'],
  title: 'Archive entries written where their names say',
  severity: 'high',
  rationale: "An archive may name its entries '../../x'; written below a folder without a check, they land elsewhere.",
  remediation: 'Resolve the path of each entry and skip those outside the target folder.',
  references: [
    'https://cwe.mitre.org/data/definitions/22.html',
    'https://security.snyk.io/research/zip-slip-vulnerability',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (!facts.calls.some(({ names }) => names.some((name) => ARCHIVES.test(name)))) return;
    for (const call of facts.calls) {
      if (!call.names.some((name) => WRITERS.test(name))) continue;
      const entry = entryName(call);
      if (entry === undefined || isChecked(facts, call, entry)) continue;
      report(call.at, {
        message: `A file is written at the path that the archive gives as '${entry}'.`,
        confidence: 'medium',
      });
    }
  },
};

/** The entry's name that the function around talks about, as it is written; a constant path has none. */
function entryName(call: CallFact): string | undefined {
  if (call.argument(0)?.constant !== undefined || call.within === undefined) return undefined;
  for (const node of walk(call.within.function.body)) {
    if (node.kind !== 'member' || !ENTRY_NAMES.has(node.property)) continue;
    if (/entry|header|zip|item/i.test(writtenName(node.object))) return writtenName(node);
  }
  return undefined;
}

/** Whether the function around tests the name or the path in some way. */
function isChecked(facts: ModuleFacts, call: CallFact, entry: string): boolean {
  return facts.calls.some(
    (other) =>
      (call.within === undefined || isWithin(other.within, call.within)) &&
      /^(?:startsWith|includes|indexOf|basename|test|match|relative|isPathInside)$/.test(
        lastName(other.expression.callee),
      ) &&
      !other.names.includes(entry),
  );
}
