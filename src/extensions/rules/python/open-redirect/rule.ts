import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { decidesHost } from '#engine/analysis/judges/url-text.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'python/open-redirect',
  languages: ['python'],
  cwes: ['CWE-601'],
  title: 'Open redirect',
  severity: 'medium',
  rationale: 'A link to a trusted site that leads anywhere is a good start for fraud.',
  remediation: 'Redirect to names of routes, or compare the host of the address with the hosts that are allowed.',
  references: [
    'https://cwe.mitre.org/data/definitions/601.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    const judge = (at: Place, value: Value, taints: readonly Taint[]): void => {
      // Back to where the visitor is already.
      const others = taints.filter(({ what }) => what !== 'the address that was asked for');
      const outside = surestTaint(others, { remote: 'high', parameter: 'medium' });
      if (outside === undefined || seen.has(at.start) || !decidesHost(value)) return;
      seen.add(at.start);
      report(at, {
        message: `${atBeginning(outside.taint.what)} decides to which site the visitor is sent.`,
        confidence: outside.confidence,
        taint: outside.taint,
      });
    };
    for (const { kind, at, value, taints } of facts.sinks) {
      if (kind === 'redirect') judge(at, value, taints);
      const location = kind === 'header' ? (value.fields?.get('Location') ?? value.fields?.get('location')) : undefined;
      if (location !== undefined) judge(at, location, location.taints.filter(isHarmful));
    }
    for (const { target, value, at } of facts.assignments) {
      if (isLocation(target)) judge(at, value, value.taints.filter(isHarmful));
    }
  },
};

function isHarmful({ safeFor }: Taint): boolean {
  return safeFor !== 'all' && !safeFor.includes('redirect');
}

/** `response.headers['Location'] = …`, and Django's `response['Location'] = …`. */
function isLocation(target: Expression): boolean {
  if (target.kind !== 'index' || target.index.kind !== 'literal' || target.index.value !== 'Location') return false;
  return /headers$|^resp(?:onse)?$|^res$/i.test(lastName(target.object));
}
