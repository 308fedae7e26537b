import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** What a look at the kind of a file is made of. */
const LOOKS = /^(?:Ext|DetectContentType|Content-Type|HasSuffix|\w*(?:[aA]llowed|[vV]alid|[eE]xtension|[mM]ime)\w*)$/;

export const rule: Rule = {
  id: 'go/file-upload',
  languages: ['go'],
  cwes: ['CWE-434'],
  title: 'Uploaded file of any kind',
  severity: 'high',
  rationale:
    'A file whose name and kind its sender chooses may be a page or a program that the server then serves or runs.',
  remediation: 'Allow a fixed list of endings, look at the content, and give the file a name of your own.',
  references: [
    'https://cwe.mitre.org/data/definitions/434.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const { kind, at, value, call, within } of facts.sinks) {
      if (kind !== 'path' || call === undefined || seen.has(at.start)) continue;
      if (!/^(?:Create|OpenFile|WriteFile|SaveUploadedFile|SaveFile)$/.test(methodName(call))) continue;
      const taint = value.taints.find(({ what }) => what === 'the name of an uploaded file');
      if (taint === undefined || mentions(facts, within, LOOKS)) continue;
      seen.add(at.start);
      report(at, {
        message: `${atBeginning(taint.what)} is kept, and nothing looks at what kind of file it is.`,
        confidence: 'medium',
        taint,
      });
    }
  },
};
