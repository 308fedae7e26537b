import type { CallFact } from '../facts.ts';
import type { Place } from '../ir.ts';
import type { Report } from '../rule.ts';

/**
 * Tests that do not decide what they seem to.
 *
 * @param refused - Refusals behind which the handler goes on.
 * @param scopes - Comparisons of beginnings that let neighbours through.
 */
export function reportDecisions(report: Report, refused: readonly Place[], scopes: readonly CallFact[]): void {
  for (const at of refused) {
    report(at, {
      message: 'The request is refused, and what it asks for is done all the same.',
      confidence: 'medium',
      cwes: ['CWE-863', 'CWE-862'],
    });
  }
  for (const { at } of scopes) {
    report(at, {
      message: 'Whatever begins with the same letters passes, not only what lies below.',
      confidence: 'medium',
      cwes: ['CWE-863'],
    });
  }
}
