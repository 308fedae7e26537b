import type { ModuleFacts } from '#engine/analysis/facts.ts';
import { describeValue } from '#engine/analysis/judges/flow-finding.ts';
import { isHtmlText } from '#engine/analysis/judges/html-text.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import { valueName } from '#engine/analysis/judges/value-name.ts';
import type { Report } from '#engine/analysis/rule.ts';
import { isPlainByName } from './plain-name.ts';
import { isMarkupByName } from './risky-hole.ts';

/** Names of values that templates of mails and pages are full of. */
const AMBIGUOUS = /(?:url|email|address|value|status|response|city|site_?title)$/i;

/** Reports markup that a function gives back with a value in it that is plain text by its name or comes from outside. */
export function checkReturned(facts: ModuleFacts, report: Report): void {
  for (const made of facts.functions) {
    for (const { value, at } of made.returns) {
      if (value.parts === undefined || !isHtmlText(value)) continue;
      const hole = holesOf(value)
        .map((one) => one.value)
        .find(
          (one) =>
            !isInert(one, 'html') &&
            !isMarkupByName(one) &&
            ((isPlainByName(one) && !AMBIGUOUS.test(valueName(one))) ||
              mainTaint(one.taints, ['remote', 'local']) !== undefined),
        );
      if (hole === undefined) continue;
      const taint = mainTaint(hole.taints);
      report(at, {
        message: `The markup that is given back contains ${describeValue(hole)}.`,
        confidence: 'medium',
        ...(taint !== undefined && { taint }),
      });
      break;
    }
  }
}
