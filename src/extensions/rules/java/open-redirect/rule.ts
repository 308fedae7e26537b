import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import { decidesHost } from '#engine/analysis/judges/url-text.ts';
import type { SinkFact } from '#engine/analysis/facts.ts';
import type { Place } from '#engine/analysis/ir.ts';
import type { Value } from '#engine/analysis/value.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/open-redirect',
  languages: ['java'],
  cwes: ['CWE-601'],
  title: 'Open redirect',
  severity: 'medium',
  rationale: 'A link to this site leads to whatever site its sender chose.',
  remediation: 'Redirect to paths of this site only, or look the address up in a list.',
  references: [
    'https://cwe.mitre.org/data/definitions/601.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const sink of facts.sinks) {
      if (sink.path !== facts.module.path) continue;
      const isHeader = sink.kind === 'header' && isLocation(sink);
      if ((sink.kind !== 'redirect' && !isHeader) || !decidesHost(sink.value)) continue;
      const taints = isHeader ? openTaints(sink.value, 'redirect') : sink.taints;
      const finding = flowFinding({ ...sink, taints }, { remote: 'high' }, (what) => message(what));
      if (finding !== undefined) report(sink.at, finding);
    }
    for (const { route, returns } of facts.functions) {
      if (route === undefined) continue;
      for (const { value, at } of returns) checkView(value, at, report);
    }
    for (const call of facts.calls) {
      if (/(?:^|\.)ModelAndView(?:\.setViewName)?$/.test(call.names[0] ?? '')) {
        const view = call.argument(0);
        if (view !== undefined) checkView(view, call.at, report);
      }
    }
  },
};

function message(what: string): string {
  return `The browser is sent to an address that contains ${what}.`;
}

/** The value of a header that says where to go. */
function isLocation({ call, argumentAt }: SinkFact): boolean {
  const header = call?.argument(0)?.constant?.value;
  return (
    typeof header === 'string' && /^location$/i.test(header) && call?.arguments[1]?.argument.value.at === argumentAt
  );
}

/** A view named `redirect:…` is an address. */
function checkView(value: Value, at: Place, report: Report): void {
  const [first, second] = value.parts ?? [];
  if (typeof first !== 'string' || !/^redirect:(?:\/\/|https?:\/\/[^/]*)?$/.test(first) || typeof second !== 'object')
    return;
  const taint = mainTaint(openTaints(second, 'redirect'), ['remote']);
  if (taint !== undefined) report(at, { message: message(taint.what), confidence: 'high', taint });
}
