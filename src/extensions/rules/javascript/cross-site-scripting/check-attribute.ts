import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { prefixOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { receiverName } from '#engine/analysis/judges/receiver-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import type { Report } from '#engine/analysis/rule.ts';

/** Attributes that hold an address which the browser may run (`javascript:`), or code. */
const RUNNING = /^(?:href|xlink:href|action|formaction|srcdoc|on\w+)$/i;
/** Elements that run what they load. */
const LOADING = /script|frame|embed|object/i;
const CREATING = /createElement\(\s*['"`](?:script|iframe|embed)/i;

/** Reports an address from outside that becomes an attribute of an element. */
export function checkAttribute(facts: ModuleFacts, sink: SinkFact, report: Report): void {
  const attribute = attributeOf(sink);
  if (attribute === undefined || isInert(sink.value, 'html') || prefixOf(sink.value) !== '') return;
  // The own address is no script.
  const chosen = openTaints(sink.value, 'html').filter(
    ({ what }) => what !== 'the address of the page' || sink.value.origin?.kind === 'call',
  );
  const taint = mainTaint(chosen, ['remote', 'local']);
  if (taint === undefined || (!RUNNING.test(attribute) && !isLoading(facts, sink, attribute))) return;
  report(sink.argumentAt, {
    message: `The attribute '${attribute}' of an element is ${taint.what}.`,
    confidence: 'medium',
    taint,
  });
}

/** Whether the element runs what its attribute `src` names. */
function isLoading(facts: ModuleFacts, sink: SinkFact, attribute: string): boolean {
  if (attribute !== 'src') return false;
  if (sink.callee.startsWith('markup.iframe')) return true;
  if (sink.call !== undefined) return LOADING.test(receiverName(sink.call));
  const target = facts.assignments.find(({ at }) => at.start === sink.at.start && at.end === sink.at.end)?.target;
  if (target?.kind !== 'member') return false;
  const owner = lastName(target.object);
  return (
    LOADING.test(owner) ||
    facts.assignments.some(({ name, valueAt }) => name === owner && CREATING.test(facts.codeAt(valueAt)))
  );
}

function attributeOf(sink: SinkFact): string | undefined {
  return sink.call === undefined ? sink.callee.slice(sink.callee.lastIndexOf('.') + 1) : textOf(sink.call.argument(0));
}
