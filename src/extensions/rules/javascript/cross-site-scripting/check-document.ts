import { valueName } from '#engine/analysis/judges/value-name.ts';
import type { Confidence } from '#core/severity.ts';
import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { describeValue } from '#engine/analysis/judges/flow-finding.ts';
import { isHtmlText } from '#engine/analysis/judges/html-text.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Report, TextEdit } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';
import { isDomText } from './dom-text.ts';
import { isPlainByName } from './plain-name.ts';
import { isMarkupByName, isReadValue, riskyHole } from './risky-hole.ts';

/** Methods that lists, forms and other objects have too; the text must show that it is markup. */
const AMBIGUOUS = /^\*\.(?:after|append|appendTo|before|prepend|prependTo|replaceWith|wrap|wrapAll|wrapInner)$/;
/** Calls that say the value is safe whatever it is. */
const TRUSTING = /\.(?:trustAs\w+|bypassSecurityTrust\w+|dangerouslySetInnerHTML)$/;

/** Reports a value that becomes markup of the page. */
export function checkDocument(facts: ModuleFacts, sink: SinkFact, report: Report): void {
  const { value } = sink;
  if (value.function !== undefined || isInert(value, 'html')) return;
  // An element that the program made is no markup, whatever was written to it.
  if (AMBIGUOUS.test(sink.callee) && value.name === 'dom.Element') return;
  const name = sink.callee.replace(/^(?:\*|markup\.\*)\./, '');
  const isMarkup = isHtmlText(value);
  if (holesOf(value).length > 0) {
    const hole = riskyHole(
      value,
      isMarkup ? ['remote', 'local', 'parameter', 'database'] : ['remote', 'local', 'parameter'],
    );
    if (hole === undefined) return;
    const taint = mainTaint(hole.taints);
    if (
      !isMarkup &&
      (AMBIGUOUS.test(sink.callee) || sink.callee === 'jQuery' || (taint === undefined && !isPlainByName(hole)))
    )
      return;
    report(sink.argumentAt, {
      message: `The markup written by '${name}' contains ${describeValue(hole)}.`,
      confidence: taint?.kind === 'remote' ? 'high' : 'medium',
      ...(taint !== undefined && { taint }),
    });
    return;
  }
  const confidence = wholeConfidence(facts, sink);
  if (confidence === undefined) return;
  const taint = mainTaint(sink.taints);
  const fix = confidence === 'low' ? [] : textEdit(facts, sink);
  report(sink.argumentAt, {
    message: `The markup written by '${name}' is ${describeValue(value)}.`,
    confidence,
    ...(taint !== undefined && { taint }),
    ...(fix.length > 0 && { fix }),
  });
}

/** How sure it is that a value which becomes markup as a whole should not. */
function wholeConfidence(facts: ModuleFacts, sink: SinkFact): Confidence | undefined {
  const { value } = sink;
  const taint = mainTaint(sink.taints);
  const isRead = isReadValue(value);
  if (AMBIGUOUS.test(sink.callee) || sink.callee === 'jQuery') {
    const isJquery = sink.callee === 'jQuery' || (sink.call?.receiver?.name ?? '').startsWith('jQuery');
    if (!isJquery) return undefined;
    if (taint?.kind === 'remote') return sink.callee === 'jQuery' ? 'medium' : 'high';
    return taint?.kind === 'local' || isDomText(facts, sink)
      ? sink.callee === 'jQuery'
        ? 'low'
        : 'medium'
      : undefined;
  }
  if (taint?.kind === 'remote') return 'high';
  if (isDomText(facts, sink) || taint?.kind === 'local') return 'medium';
  if (TRUSTING.test(sink.callee)) return isSafeByName(value) ? 'low' : 'medium';
  if (!isRead) return taint?.kind === 'parameter' ? 'low' : undefined;
  if (isPlainByName(value)) return 'medium';
  if (taint?.kind !== 'parameter') return undefined;
  return isMarkupByName(value) ? 'low' : isOwnParameter(value) ? 'medium' : 'low';
}

/** The parameter itself, not something inside it. */
function isOwnParameter(value: Value): boolean {
  return value.parameter !== undefined && !/content|data|value|opts?$/i.test(valueName(value));
}

function isSafeByName(value: Value): boolean {
  return /html|markup|svg|icon|css|style|safe|sanit|trusted|clean|rendered|highlight|translat|i18n|script|json|code$|^value$|^t$/i.test(
    valueName(value),
  );
}

/** `textContent` for `innerHTML` and `.text()` for `.html()`, where the value is text by its name. */
function textEdit(facts: ModuleFacts, sink: SinkFact): readonly TextEdit[] {
  if (!isPlainByName(sink.value)) return [];
  const target =
    sink.call === undefined
      ? facts.assignments.find(({ at }) => at === sink.at || (at.start === sink.at.start && at.end === sink.at.end))
          ?.target
      : sink.call.expression.callee;
  if (target?.kind !== 'member') return [];
  const newText = target.property === 'innerHTML' ? 'textContent' : target.property === 'html' ? 'text' : undefined;
  if (newText === undefined) return [];
  return [{ at: { start: target.at.end - target.property.length, end: target.at.end }, newText }];
}
