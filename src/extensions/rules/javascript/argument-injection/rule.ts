import { prefixOf } from '#engine/analysis/judges/constant-of.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Programs with options that run commands or write files. */
const DANGEROUS =
  /(?:^|[\\/])(?:git|hg|svn|tar|zip|curl|wget|find|ssh|scp|rsync|ffmpeg|convert|magick|docker|xargs|sed|awk|env|node|python3?)$/;

export const rule: Rule = {
  id: 'javascript/argument-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-88'],
  title: 'Argument injection',
  severity: 'high',
  rationale:
    "A value that begins with a dash is read as an option, and some programs' options run commands or write files.",
  remediation: "Put '--' before the values, or reject values that begin with a dash.",
  references: ['https://cwe.mitre.org/data/definitions/88.html'],
  stage: 'stable',
  sinks: ['argument'],

  checkSink: (sink, report) => {
    const program = prefixOf(sink.call?.argument(0));
    const { fields } = sink.value;
    if (!DANGEROUS.test(program) || sink.value.form !== 'list' || fields === undefined) return;
    for (const item of fields.values()) {
      if (item.constant?.value === '--') return;
      // Words before the value keep it from being an option.
      if (prefixOf(item) !== '') continue;
      const open = openTaints(item, 'argument');
      const taint = mainTaint(open, ['remote']);
      if (taint === undefined) continue;
      report({
        message: `An argument of '${program}' is ${taint.what} and may be read as an option.`,
        confidence: 'medium',
        taint,
      });
      return;
    }
  },
};
