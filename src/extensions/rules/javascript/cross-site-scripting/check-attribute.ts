import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { prefixOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Report } from '#engine/analysis/rule.ts';

/** Attributes that hold an address which the browser may run (`javascript:`), or code. */
const RUNNING = /^(?:href|xlink:href|action|formaction|srcdoc|on\w+)$/i;
/** Elements that run what they load. */
const LOADING = /script|frame|embed|object/i;

/** Reports an address from outside that becomes an attribute of an element. */
export function checkAttribute(facts: ModuleFacts, sink: SinkFact, report: Report): void {
  const attribute = attributeOf(sink);
  if (attribute === undefined || isInert(sink.value, 'html') || prefixOf(sink.value) !== '') return;
  const element =
    sink.call === undefined
      ? facts.assignments.find(({ at }) => at.start === sink.at.start && at.end === sink.at.end)?.target
      : sink.call.expression.callee;
  const owner = element?.kind === 'member' ? lastName(element.object) : '';
  const isLoading = attribute === 'src' && (LOADING.test(owner) || sink.callee.startsWith('markup.iframe'));
  if (!RUNNING.test(attribute) && !isLoading) return;
  const taint = mainTaint(sink.taints, ['remote', 'local']);
  if (taint === undefined) return;
  report(sink.argumentAt, { message: `The attribute '${attribute}' of an element is ${taint.what}.`, confidence: 'medium', taint });
}

function attributeOf(sink: SinkFact): string | undefined {
  return sink.call === undefined ? sink.callee.slice(sink.callee.lastIndexOf('.') + 1) : textOf(sink.call.argument(0));
}
