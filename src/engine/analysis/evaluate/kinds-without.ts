import type { SinkKind } from '../flow-kinds.ts';

/** Kinds of sink that need the text that is not there. */
export function kindsWithout(text: string): readonly SinkKind[] {
  // Two slashes begin the address of another host; a path without them may still lead anywhere.
  if (/\.\.|^(?:\/|\\+)$/.test(text)) return ['path', 'archive', 'upload'];
  if (/[\r\n]/.test(text)) return ['header', 'log', 'mail'];
  if (/[<>]/.test(text)) return ['html'];
  if (text.includes('://') || text === '//') return ['redirect', 'url'];
  if (text.includes('__proto__')) return ['prototype'];
  return [];
}

/** Kinds of sink that need one of several signs, none of which is there. */
export function kindsWithoutSigns(signs: string): readonly SinkKind[] {
  const shell = [';', '|', '&', '$', '`'].filter((sign) => signs.includes(sign)).length >= 3;
  return [...(shell ? (['shell'] as const) : []), ...(signs.includes("'") ? (['sql'] as const) : [])];
}
