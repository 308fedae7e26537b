import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { describeValue } from '#engine/analysis/judges/flow-finding.ts';
import { isHtmlText } from '#engine/analysis/judges/html-text.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import { wordsOf } from '#engine/analysis/judges/constant-of.ts';
import { valueName } from '#engine/analysis/judges/value-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Report } from '#engine/analysis/rule.ts';
import { riskyHole } from './risky-hole.ts';

/** Types of content that no browser reads as markup. */
const NOT_MARKUP =
  /json|text\/plain|^text$|^txt$|csv|octet-stream|pdf|image\/(?!svg)|event-stream|javascript|zip|css|graphql/i;

/** Names of what somebody asked for. */
const CHOSEN = /(?:name|file|path|url|query|input|user|term|search|title|keyword|word)$/i;

/** Reports a text with somebody else's data in it that is sent as a page. */
export function checkResponse(facts: ModuleFacts, sink: SinkFact, report: Report): void {
  const { value } = sink;
  if (value.form !== undefined || value.function !== undefined) return;
  if (holesOf(value).length === 0) {
    const taint = mainTaint(sink.taints, ['remote']);
    if (
      taint === undefined ||
      !(isPlainRead(value) || isPlainRead(undoneBy(facts, value))) ||
      isSentAsData(facts, sink)
    )
      return;
    report(sink.argumentAt, { message: `The reply is ${taint.what}, sent as a page.`, confidence: 'medium', taint });
    return;
  }
  const hole = riskyHole(value, isHtmlText(value) ? ['remote', 'parameter', 'local', 'database'] : ['remote']);
  if (hole === undefined || isSentAsData(facts, sink)) return;
  const taint = mainTaint(hole.taints);
  if (taint === undefined && !isHtmlText(value) && !CHOSEN.test(valueName(hole))) return;
  report(sink.argumentAt, {
    message: `The page that is sent contains ${describeValue(hole)}.`,
    confidence: taint?.kind === 'remote' ? 'high' : 'medium',
    ...(taint !== undefined && { taint }),
  });
}

/** Whether the value is a single part of the request as it came; what was made of it is another thing. */
function isPlainRead({ name }: Pick<SinkFact['value'], 'name'>): boolean {
  return /^(?:express\.Request|koa\.Context(?:\.request)?)\.(?:query|params|body|headers|cookies)(?:\.|\[)/.test(
    name ?? '',
  );
}

/** What `unescape(…)` and its like were given: what they give back has all the syntax that came in. */
function undoneBy(facts: ModuleFacts, { origin }: SinkFact['value']): Pick<SinkFact['value'], 'name'> {
  const call = origin?.kind === 'call' ? facts.calls.find(({ expression }) => expression === origin) : undefined;
  return (/^(?:unescape|decodeURI(?:Component)?)$/.test(lastName(origin)) ? call?.argument(0) : undefined) ?? {};
}

/** Whether the function says that what it sends is no markup. */
function isSentAsData(facts: ModuleFacts, sink: SinkFact): boolean {
  return facts.calls.some(
    (call) =>
      call.within === sink.within &&
      call.names.some((name) => /\.(?:type|contentType|set|setHeader|header|writeHead)$/.test(name)) &&
      call.arguments.some(({ value }) =>
        [value, ...(value.fields?.values() ?? [])].some((one) => NOT_MARKUP.test(wordsOf(one))),
      ),
  );
}
