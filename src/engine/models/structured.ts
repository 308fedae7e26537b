import { jsonrepair } from 'jsonrepair';
import type { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';

/** What a reply that should be JSON turned out to be. */
export type StructuredReading<Value> =
  | {
      readonly kind: 'read';
      readonly value: Value;
      /**
       * `none`: it was JSON. `syntax`: commas, quotes or comments were put right. `cut`: the end was missing, so that
       * lists may have lost entries; whoever needs them all must not trust it.
       */
      readonly repair: 'none' | 'syntax' | 'cut';
    }
  /** `reason` is a fact in one sentence. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** More than any sensible answer, in characters. */
const MAX_LENGTH = 2_000_000;
/** Repair takes quadratic time on texts made to hurt it (15 s for 200,000 characters of `[]`): so not above these. */
const MAX_REPAIR_LENGTH = 50_000;
const MAX_REPAIR_DEPTH = 200;
/** Fenced blocks and starting points tried per reply. */
const MAX_CANDIDATES = 8;
const FENCED = /^[ \t]*(?:`{3,}|~{3,})[^\n]*\n([\s\S]*?)(?:^[ \t]*(?:`{3,}|~{3,})[ \t]*$|$(?![\s\S]))/gm;

/**
 * Reads the JSON out of a model's reply, whatever stands around it, and repairs it only when it has to.
 *
 * Never throws. Prose and emptiness are unreadable: a repair that finds nothing but an empty object has found nothing.
 */
export function readStructured<Value>(text: string, schema: z.ZodType<Value>): StructuredReading<Value> {
  if (text.trim() === '') return { kind: 'unreadable', reason: 'The reply is empty.' };
  if (text.length > MAX_LENGTH) return { kind: 'unreadable', reason: 'The reply is too long to be read as JSON.' };
  const candidates = candidatesIn(text);
  let mismatch: string | undefined;

  for (const candidate of candidates) {
    const parsed = parseJson(candidate);
    if (!parsed.ok) continue;
    const checked = schema.safeParse(parsed.value);
    if (checked.success) return { kind: 'read', value: checked.data, repair: 'none' };
    mismatch ??= firstIssue(checked.error);
  }
  for (const candidate of candidates) {
    const repaired = repair(candidate);
    if (repaired === undefined || isHollow(repaired)) continue;
    const checked = schema.safeParse(repaired);
    if (checked.success && !isHollow(checked.data)) {
      return { kind: 'read', value: checked.data, repair: isClosed(candidate) ? 'syntax' : 'cut' };
    }
    if (!checked.success) mismatch ??= firstIssue(checked.error);
  }
  return { kind: 'unreadable', reason: mismatch ?? 'The reply holds no JSON.' };
}

/** Texts that may be the JSON, likeliest first. Each begins with a bracket: a bare word is prose. */
function candidatesIn(text: string): readonly string[] {
  const found = new Set<string>();
  const add = (candidate: string): void => {
    const trimmed = candidate.trim();
    if (/^[[{]/.test(trimmed) && found.size < MAX_CANDIDATES) found.add(trimmed);
  };
  add(text);
  for (const [, body] of text.matchAll(FENCED)) add(body ?? '');
  for (const opener of firstOpeners(text)) {
    const closer = text.lastIndexOf(text[opener] === '{' ? '}' : ']');
    if (closer > opener) add(text.slice(opener, closer + 1));
    add(text.slice(opener));
  }
  return [...found];
}

/** Where an object and a list begin, in order. */
function firstOpeners(text: string): readonly number[] {
  return [text.indexOf('{'), text.indexOf('[')].filter((index) => index !== -1).sort((a, b) => a - b);
}

function repair(candidate: string): unknown {
  if (candidate.length > MAX_REPAIR_LENGTH || depthOf(candidate) > MAX_REPAIR_DEPTH) return undefined;
  try {
    const parsed = parseJson(jsonrepair(candidate));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    // Beyond repair, or nested deeper than the stack.
    return undefined;
  }
}

/** Deepest nesting, brackets in strings included: an upper bound is all that is wanted. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Holds nothing: what a repair makes of a stray bracket, or what a schema leaves of foreign keys. */
function isHollow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (Array.isArray(value) ? value : Object.keys(value)).length === 0;
}

/** Whether every bracket outside of strings has its partner. */
function isClosed(text: string): boolean {
  let depth = 0;
  let quote: string | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\\') index += 1;
    else if (quote !== undefined) quote = character === quote ? undefined : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
  }
  return depth === 0 && quote === undefined;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  const place =
    issue === undefined || issue.path.length === 0 ? 'its top level' : `'${issue.path.map(String).join('.')}'`;
  return `The reply is JSON of another shape than asked for, first at ${place}.`;
}
