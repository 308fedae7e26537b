import type { FunctionFact, ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { openHtmlHoles } from '#engine/analysis/judges/html-text.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';

/** Fields of records that users have written. */
const WRITTEN =
  /^(?:Text|Body|Content|Comment|Message|Msg|Bio|About|Description|Title|Subject|Caption|Note|Notes|Nick(?:name)?|DisplayName|UserName|Username|FullName|FirstName|LastName|Author|Summary|Review|Signature|Status|Name|Label|Email|Address|Website|Company)$/;

/** A field of a record, put between markup as it is: how the code calls it. */
export function storedText(facts: ModuleFacts, { value, within }: SinkFact): string | undefined {
  for (const { value: inner } of openHtmlHoles(value)) {
    const origin = inner.origin && definitionOf(facts, inner.origin);
    if (origin?.kind !== 'member' || !WRITTEN.test(origin.property) || isInert(inner, 'html')) continue;
    if (inner.taints.some(({ kind }) => kind !== 'database') || isOwn(within, writtenName(origin))) continue;
    return lastName(origin);
  }
  return undefined;
}

/** Fields of the object itself are settings, and parameters are judged by where they come from. */
function isOwn(within: FunctionFact | undefined, name: string): boolean {
  return within?.function.parameters.some((parameter) => name.startsWith(`${parameter.name}.`)) === true;
}
