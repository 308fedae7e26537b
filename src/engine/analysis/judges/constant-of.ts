import type { Value } from '../value.ts';

/** The text a value is known to be. */
export function textOf(value: Value | undefined): string | undefined {
  const constant = value?.constant?.value;
  return typeof constant === 'string' ? constant : undefined;
}

/** The number a value is known to be. */
export function numberOf(value: Value | undefined): number | undefined {
  const constant = value?.constant?.value;
  return typeof constant === 'number' ? constant : undefined;
}

/** Whether a value is known to be exactly this constant. */
export function isConstant(value: Value | undefined, constant: boolean | null): boolean {
  return value?.constant !== undefined && value.constant.value === constant;
}

/** The known beginning of a text. */
export function prefixOf(value: Value | undefined): string {
  const text = textOf(value);
  if (text !== undefined) return text;
  let prefix = '';
  for (const part of value?.parts ?? []) {
    if (typeof part !== 'string') {
      const inner = textOf(part);
      if (inner === undefined) break;
      prefix += inner;
    } else prefix += part;
  }
  return prefix;
}

/** The known words of a text, holes left out. */
export function wordsOf(value: Value | undefined): string {
  const text = textOf(value);
  if (text !== undefined) return text;
  return (value?.parts ?? []).map((part) => (typeof part === 'string' ? part : wordsOf(part))).join(' ');
}
