import type { ModuleFacts } from '../facts.ts';
import type { IrFunction } from '../ir.ts';

/** The type that is written before a function's name, or behind its arrow. */
export function returnType(facts: ModuleFacts, { nameAt, at, body }: IrFunction): string {
  const before = facts.codeText.slice(Math.max(0, nameAt.start - LONGEST_TYPE), nameAt.start);
  const cut = Math.max(...[';', '{', '}', ')', ':'].map((sign) => lastAlone(before, sign)));
  const head = facts.codeText.slice(nameAt.end, Math.min(at.end, body[0]?.at.start ?? at.end));
  const arrow = /\)\s*(?:const\s*)?(?:noexcept\s*)?->\s*([^{;]{1,120})/.exec(head.slice(0, LONGEST_HEAD))?.[1];
  return (
    arrow ??
    before
      .slice(cut + 1)
      .replace(/\/\/[^\n]*/g, '')
      .replace(/[\w:]*::\s*$/, '')
  ).trim();
}

const LONGEST_TYPE = 160;
const LONGEST_HEAD = 1000;

/** The last `:` that is no part of `::`. */
function lastAlone(text: string, sign: string): number {
  if (sign !== ':') return text.lastIndexOf(sign);
  for (let at = text.length - 1; at >= 0; at -= 1)
    if (text[at] === ':' && text[at - 1] !== ':' && text[at + 1] !== ':') return at;
  return -1;
}
