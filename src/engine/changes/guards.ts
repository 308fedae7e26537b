import type { Span } from '#core/finding.ts';
import type { OutlineCall, OutlineCondition, OutlineFunction } from '../syntax/outline.ts';
import type { Version } from './change.ts';
import { soundFiles } from './version-index.ts';

/** What one function of a version has, for guards to be compared. Functions of one name are taken together. */
export interface Scope {
  readonly conditions: readonly OutlineCondition[];
  readonly calls: readonly OutlineCall[];
  /** Handlers that do something with the error. */
  readonly handlers: number;
  /** Every word in its text. */
  readonly words: ReadonlySet<string>;
  /** Decorators and annotations on the lines above it. */
  readonly decorators: ReadonlySet<string>;
  readonly functions: readonly OutlineFunction[];
}

/** A condition that never holds guards nothing: `if not user.is_admin and False:`. */
const NEVER = /\band (?:False|0)\b|&& ?(?:false|0)\b|\bFalse and\b|\bfalse ?&&|^\(? ?(?:False|false|0) ?\)?$/;

/** Scopes by the name of their function; the empty name is what stands in none. */
export function scopesOf(version: Version): ReadonlyMap<string, Scope> {
  const files = soundFiles(version);
  const scopes = new Map<string, MutableScope>();
  const at = (name: string): MutableScope => {
    const known = scopes.get(name);
    if (known !== undefined) return known;
    const fresh: MutableScope = {
      conditions: [],
      calls: [],
      handlers: 0,
      words: new Set(),
      decorators: new Set(),
      functions: [],
    };
    scopes.set(name, fresh);
    return fresh;
  };

  for (const { file, outline } of files) {
    const lines = file.text.split('\n');
    addWords(at('').words, file.text);
    for (const entry of outline.functions) {
      const scope = at(entry.name);
      scope.functions.push(entry);
      addWords(scope.words, textWithin(lines, entry.span));
      addDecorators(scope.decorators, lines, entry.span.startLine);
    }
    for (const condition of outline.conditions) {
      if (!NEVER.test(condition.text)) at(condition.inFunction).conditions.push(condition);
    }
    for (const call of outline.calls) at(call.inFunction).calls.push(call);
    for (const { inFunction, isEmpty } of outline.handlers) at(inFunction).handlers += isEmpty ? 0 : 1;
  }
  return scopes;
}

interface MutableScope extends Scope {
  readonly conditions: OutlineCondition[];
  readonly calls: OutlineCall[];
  handlers: number;
  readonly words: Set<string>;
  readonly decorators: Set<string>;
  readonly functions: OutlineFunction[];
}

function addWords(words: Set<string>, text: string): void {
  for (const word of text.split(/[^\w$]+/)) words.add(word);
}

function textWithin(lines: readonly string[], { startLine, endLine }: Span): string {
  return lines.slice(startLine - 1, endLine).join('\n');
}

/** Annotations may also stand within the function's own span, on its first lines. */
function addDecorators(decorators: Set<string>, lines: readonly string[], startLine: number): void {
  for (let line = startLine - 2; line >= 0 && line > startLine - 12; line -= 1) {
    const text = (lines[line] ?? '').trim();
    if (text.startsWith('@')) decorators.add(text);
    else if (text !== '') break;
  }
  for (const text of lines.slice(startLine - 1, startLine + 4)) {
    if (text.trim().startsWith('@')) decorators.add(text.trim());
  }
}
