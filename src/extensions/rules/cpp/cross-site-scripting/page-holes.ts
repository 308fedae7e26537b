import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { asksRequest, requestTexts, type TextFunction } from '#engine/analysis/judges/request-text.ts';
import { textParts } from '#engine/analysis/judges/text-parts.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** A text of a request in a page, as it is, or in quotes that it may end. */
export interface PageHole {
  readonly name: string;
  readonly isQuoted: boolean;
  readonly at: Place;
}

const TAG = /<(?:!doctype|\/?[a-z][a-z0-9]*)(?:[\s>/]|$)/i;
const QUOTED = /=\s*["'][^"'<>]*$/;

/** `"<h1>Hello " + name + "</h1>"`, `page << "<p>" << query`, `value=\"" + escape(name)` where quotes are not escaped. */
export function pageHoles(one: IrFunction, functions: ReadonlyMap<string, TextFunction>): readonly PageHole[] {
  const holds = requestTexts(one, functions);
  const found: PageHole[] = [];
  const seen = new Set<Expression>();
  for (const node of bodyNodes(one.body)) {
    const isText =
      (node.kind === 'binary' && node.operator === '+') ||
      node.kind === 'template' ||
      (node.kind === 'call' && /^(?:append|format)$/.test(lastName(node.callee)));
    if (!isText || seen.has(node)) continue;
    const parts = node.kind === 'call' ? node.arguments.map(({ value }) => value) : textParts(node);
    for (const inner of walk([node])) if (inner.kind === 'binary' || inner.kind === 'template') seen.add(inner);
    if (!parts.some((part) => part.kind === 'literal' && TAG.test(String(part.value)))) continue;
    let before = '';
    for (const part of parts) {
      if (part.kind === 'literal') {
        before = String(part.value);
        continue;
      }
      const hole = holeOf(part, before, holds, functions);
      if (hole !== undefined) found.push(hole);
    }
  }
  return found;
}

function holeOf(
  part: Expression,
  before: string,
  holds: (path: string, start: number) => boolean,
  functions: ReadonlyMap<string, TextFunction>,
): PageHole | undefined {
  const path = placePath(part);
  if (path !== undefined && holds(path, part.at.start)) return { name: path, isQuoted: false, at: part.at };
  if (asksRequest(part)) return { name: lastName(part), isQuoted: false, at: part.at };
  if (part.kind !== 'call') return undefined;
  const name = lastName(part.callee);
  const own = functions.get(name);
  if (own === undefined) return undefined;
  const [given] = part.arguments;
  const inner = given === undefined ? undefined : placePath(given.value);
  if (inner === undefined || !holds(inner, part.at.start)) return undefined;
  return own.escapesMarkup && !own.escapesQuotes && QUOTED.test(before)
    ? { name: inner, isQuoted: true, at: part.at }
    : undefined;
}
