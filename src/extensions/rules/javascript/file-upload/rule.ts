import type { ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/file-upload',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-434', 'CWE-770'],
  title: 'Upload of any file',
  severity: 'medium',
  rationale: 'A file of any type and size can be a page with scripts, a program, or fill the disk.',
  remediation: 'Give multer a fileFilter that checks the type, limits for the size, and names of your own.',
  references: [
    'https://cwe.mitre.org/data/definitions/434.html',
    'https://cwe.mitre.org/data/definitions/770.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (calleeName(call) !== 'multer') continue;
      const options = call.argument(0);
      if (options?.fields === undefined || options.fields.has('fileFilter')) continue;
      if (checksLater(facts) || options.isClosed === false) continue;
      const keepsName = usesOriginalName(facts);
      report(call.at, {
        message: keepsName
          ? 'Files of any type are stored under the names that their senders gave them.'
          : 'Files of any type are accepted.',
        confidence: keepsName ? 'high' : 'medium',
      });
    }
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (!/\.mv$/.test(name) || !/\bexpress-fileupload\b/.test(facts.codeText) || checksLater(facts)) continue;
      report(call.at, { message: 'A file of any type is stored.', confidence: 'medium' });
    }
  },
};

function checksLater(facts: ModuleFacts): boolean {
  return (
    mentions(
      facts,
      undefined,
      /^(?:mimetype|fileFilter|extname|fileTypeFromBuffer|fromBuffer|allowedTypes|ALLOWED\w*)$/,
    ) &&
    /mimetype\s*[!=.)]|fileFilter|includes\(\s*(?:file|req\.file)?\.?(?:mimetype|ext)|allowed/i.test(facts.codeText)
  );
}

function usesOriginalName(facts: ModuleFacts): boolean {
  return facts.calls.some(
    (call) =>
      call.within !== undefined &&
      call.arguments.some(
        ({ argument }) => argument.value.kind === 'member' && argument.value.property === 'originalname',
      ),
  );
}
