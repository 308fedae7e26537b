import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { holesOf, isOpenHole } from '#engine/analysis/judges/text-holes.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/ldap-injection',
  languages: ['python'],
  cwes: ['CWE-90'],
  title: 'LDAP injection',
  severity: 'high',
  rationale: 'Whoever writes a part of an LDAP filter or name can make it match other entries.',
  remediation:
    'Pass values through ldap.filter.escape_filter_chars, and parts of names through ldap.dn.escape_dn_chars.',
  references: [
    'https://cwe.mitre.org/data/definitions/90.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/LDAP_Injection_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',
  sinks: ['ldap'],

  checkSink: ({ value, taints, call, callee }, report) => {
    const where = call === undefined ? callee : methodName(call);
    const outside = surestTaint(taints, { remote: 'high', local: 'medium' });
    if (outside !== undefined) {
      report({
        message: `${atBeginning(outside.taint.what)} becomes part of the LDAP query of '${where}'.`,
        confidence: outside.confidence,
        taint: outside.taint,
      });
      return;
    }
    const hole = holesOf(value).find(
      ({ value: inner, before }) => isOpenHole(inner, 'ldap') && /\([\w-]+[~<>]?=\*?$/.test(before),
    );
    if (hole === undefined) return;
    const [taint] = hole.value.taints;
    report({
      message: `The LDAP filter of '${where}' has a value put into it as text.`,
      confidence: 'medium',
      ...(taint === undefined ? {} : { taint }),
    });
  },
};
