import type { RuleFinding } from '../rule.ts';
import type { Taint } from '../value.ts';
import { regexCost } from './regex-cost.ts';

/**
 * What is to be said of a regular expression: exponential time whoever sends the text, polynomial time when a stranger does.
 *
 * @param source - In the syntax of JavaScript.
 * @param taint - A source of the text that is matched, if it comes from outside.
 */
export function slowRegex(source: string, flags: string, taint: Taint | undefined): RuleFinding | undefined {
  const { kind, degree } = regexCost(source, flags);
  if (kind === 'exponential') {
    return {
      message: 'Matching takes exponential time for some texts.',
      confidence: taint === undefined ? 'medium' : 'high',
      ...(taint !== undefined && { taint }),
    };
  }
  if (kind !== 'polynomial' || taint === undefined) return undefined;
  return {
    message: `Matching ${taint.what} takes time that grows with the power ${degree} of its length.`,
    confidence: 'medium',
    taint,
  };
}

/** The source of a text that a stranger sends, of those that a call is given. */
export function remoteTaint(values: readonly ({ readonly taints: readonly Taint[] } | undefined)[]): Taint | undefined {
  for (const value of values) {
    const found = value?.taints.find(({ kind }) => kind === 'remote');
    if (found !== undefined) return found;
  }
  return undefined;
}
