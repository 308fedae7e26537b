import { countWork } from '#engine/analysis/rule-work.ts';
import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import { isHtmlText } from '#engine/analysis/judges/html-text.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { writtenText } from '#engine/analysis/judges/written-text.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';

/** Properties of records that users have written. */
const WRITTEN =
  /^(?:get)?(?:text|body|content|comment|message|bio|about|description|title|subject|caption|notes?|nick(?:name)?|displayName|userName|fullName|firstName|lastName|author|summary|review|signature|label|website|company)$/i;
/** What is good for markup and for nothing that runs. */
const FOR_MARKUP =
  /^(?:htmlEscape(?:Decimal|Hex)?|escapeHtml[34]?|escapeXml(?:1[01])?|forHtml(?:Content|Attribute|UnquotedAttribute)?|encodeForHTML(?:Attribute)?|escapeHTML)$/;
const IN_SCRIPT = /<script\b[^>]{0,200}>(?:(?!<\/script)[^]){0,5000}$/i;

/** A property of a record that is put between markup as it was stored: how the code calls it. */
export function storedPiece(value: Value, within: FunctionFact | undefined): string | undefined {
  if (!isHtmlText(value)) return undefined;
  for (const { value: inner } of holesOf(value)) {
    const name = writtenBy(inner.origin, within);
    if (name === undefined || openTaints(inner, 'html').some(({ kind }) => kind === 'remote')) continue;
    return name;
  }
  return undefined;
}

/** How the code calls a property that users have written. */
function writtenBy(origin: Expression | undefined, within: FunctionFact | undefined): string | undefined {
  const object = ownerOf(origin);
  const name = origin === undefined ? '' : lastName(origin.kind === 'call' ? origin.callee : origin);
  return object === undefined || !WRITTEN.test(name) || isGiven(object, within) ? undefined : name;
}

const TAG = /<\/?(?:html|body|div|span|p|h[1-6]|ul|ol|li|table|tr|td|article|section|b|i|a|strong|em)\b[^<]{0,200}>/i;
const ANSWERS = /["'`]text\/html|\bTEXT_HTML/;

/** `page.append(comment.getText())`, `"<p>%s</p>".formatted(comment.text())` in a file that sends pages. */
export function storedPieces(
  facts: ModuleFacts,
): readonly { readonly at: Place; readonly name: string; readonly within: FunctionFact | undefined }[] {
  if (!ANSWERS.test(facts.codeText)) return [];
  // A buffer that grows is assigned anew.
  const grown = [...nodesOf(facts, 'assignment'), ...nodesOf(facts, 'assign')].flatMap((node) => {
    const text = node.value.kind === 'binary' ? writtenText(node.value) : undefined;
    if (text === undefined || !isHtmlText(text)) return [];
    const start = node.at.start;
    countWork(facts.functions.length);
    const within = facts.functions.findLast(({ function: { at } }) => at.start <= start && start < at.end);
    const name = storedPiece(text, within);
    return name === undefined ? [] : [{ at: node.value.at, name, within }];
  });
  const given = facts.calls.flatMap((call) => {
    const { callee } = call.expression;
    if (callee.kind !== 'member' || !/^(?:append|print|println|write|formatted|format)$/.test(callee.property))
      return [];
    const isOfText = /^formatt?e?d?$/.test(callee.property);
    const texts = isOfText ? [call.receiver, call.argument(0)] : [];
    const isPage = isOfText
      ? texts.some((text) => text !== undefined && isHtmlText(text))
      : mentions(facts, call.within, TAG);
    if (!isPage) return [];
    for (const { argument, value } of call.arguments) {
      const name = writtenBy(argument.value, call.within);
      if (name !== undefined && !openTaints(value, 'html').some(({ kind }) => kind === 'remote'))
        return [{ at: argument.value.at, name, within: call.within }];
    }
    return [];
  });
  return [...grown, ...given];
}

/** The object of `comment.getText()` or `comment.text`. */
function ownerOf(origin: Expression | undefined): Expression | undefined {
  const at = origin?.kind === 'call' && origin.arguments.length === 0 ? origin.callee : origin;
  return at?.kind === 'member' && at.object.kind === 'name' && !/^(?:this|super|[A-Z]\w*)$/.test(at.object.name)
    ? at.object
    : undefined;
}

/** Parameters of a named function are judged by where they come from; those of a lambda are items of a list. */
function isGiven(object: Expression, within: FunctionFact | undefined): boolean {
  return (
    within !== undefined &&
    within.function.name !== '' &&
    within.function.parameters.some(({ name }) => name === lastName(object))
  );
}

/** Data in a script that was escaped for markup alone: quotes and line breaks of scripts are others. */
export function wronglyEscaped(value: Value): Taint | undefined {
  for (const { before, value: inner } of holesOf(value)) {
    const { origin } = inner;
    if (origin?.kind !== 'call' || !IN_SCRIPT.test(before.slice(-6000)) || !FOR_MARKUP.test(nameOf(origin.callee)))
      continue;
    const taint = inner.taints.find(({ kind }) => kind === 'remote' || kind === 'parameter');
    if (taint !== undefined) return taint;
  }
  return undefined;
}

function nameOf(callee: Expression): string {
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
}
