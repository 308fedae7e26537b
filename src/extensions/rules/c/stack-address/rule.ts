import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import { functionAround } from '#engine/analysis/judges/sized-array.ts';
import { returnType } from '#engine/analysis/judges/return-type.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/stack-address',
  languages: ['c', 'cpp'],
  cwes: ['CWE-562'],
  title: 'Address of a local variable returned',
  severity: 'high',
  rationale: 'The memory belongs to the next function that is called.',
  remediation: 'Return a copy, or let the caller give the memory.',
  references: ['https://cwe.mitre.org/data/definitions/562.html'],
  stage: 'stable',

  check: (facts, report) => {
    const reportUnlessCopied: Report = (at, finding) => {
      const around = functionAround(facts, at);
      if (around === undefined || !COPIES.test(returnType(facts, around))) report(at, finding);
    };
    reportFaults(facts, reportUnlessCopied, weaknessTable({ 'stack-address-returned': ['CWE-562'] }));
  },
};

/** A function that gives a text of its own takes the characters out of the array: `std::string f() { char b[9]; return b; }`. */
const COPIES = /(?:^|[\s:])(?:w?string|String|QString|QByteArray|CString|path)$/;
