import { countWork } from '#engine/analysis/rule-work.ts';
import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { valueName } from '#engine/analysis/judges/value-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/**
 * What code that looks at the kind of a file talks about. The type that a sender claims is none of it, and neither is a
 * list of a few endings that are refused.
 */
const CHECKING =
  /getExtension|\.endsWith\s*\(\s*"\.(?!php|jspx?"|exe|sh"|html?"|js"|aspx?"|bat"|cgi|war"|py")|\.endsWith\s*\(\s*[^"\s]|ALLOWED|allowed|whitelist|Tika|detect\s*\(|probeContentType|isValid\w*\s*\(|validate\w*\s*\(|ImageIO/;

export const rule: Rule = {
  id: 'java/file-upload',
  languages: ['java'],
  cwes: ['CWE-434'],
  title: 'Upload of any kind of file',
  severity: 'high',
  rationale:
    'A page or a script that is stored under the name its sender chose may be run by the server or shown to others.',
  remediation: 'Accept the endings that are needed, and store the file under a name of your own.',
  references: [
    'https://cwe.mitre.org/data/definitions/434.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<unknown>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'path' || sink.path !== facts.module.path || seen.has(sink.within)) continue;
      const taint = sink.value.taints.find(({ what }) => what === 'the name of an uploaded file');
      if (taint === undefined || isChecked(facts, sink)) continue;
      seen.add(sink.within);
      report(sink.argumentAt, {
        message: 'The upload is stored under the name that its sender chose, whatever its kind.',
        confidence: 'medium',
        taint,
      });
    }
  },
};

function isChecked(facts: ModuleFacts, { within, value }: SinkFact): boolean {
  if (/uuid|random/i.test(valueName(value))) return true;
  const at = within?.function.at;
  countWork();
  return at !== undefined && CHECKING.test(facts.codeAt(at));
}
