import type { ModuleFacts, SinkFact } from './facts.ts';
import type { AddFinding } from './findings-sink.ts';
import type { SinkKind } from './flow-kinds.ts';
import type { Rule } from './rule.ts';
import { boundedWork, RuleWorkError } from './rule-work.ts';

/** Work of one rule on one file: so much and so much more per character. Real files need a sixth of it at most. */
const WORK = 100_000;
const WORK_PER_CHARACTER = 4;

/**
 * Lets every rule of the file's language look at the facts.
 *
 * @returns Why the file is not covered: a rule that fails on it or takes too long. The other rules have looked.
 */
export function runRules(facts: ModuleFacts, rules: readonly Rule[], add: AddFinding): string | undefined {
  const { path, language, text } = facts.module;
  const limit = WORK + WORK_PER_CHARACTER * text.length;
  const byKind = new Map<SinkKind, SinkFact[]>();
  for (const sink of facts.sinks) {
    const same = byKind.get(sink.kind);
    if (same === undefined) byKind.set(sink.kind, [sink]);
    else same.push(sink);
  }
  let failed: string | undefined;
  for (const rule of rules) {
    if (!rule.languages.includes(language)) continue;
    try {
      boundedWork(limit, () => {
        rule.check?.(facts, (at, finding) => add(rule, path, at, finding));
        for (const kind of rule.checkSink === undefined ? [] : (rule.sinks ?? [])) {
          for (const sink of byKind.get(kind) ?? []) {
            rule.checkSink?.(sink, (finding, at) => add(rule, sink.path, at ?? sink.at, finding));
          }
        }
      });
    } catch (error) {
      if (error instanceof RuleWorkError)
        failed ??= `The rule ${rule.id} did not finish: the file gives it too much work.`;
      else failed ??= `The rule ${rule.id} broke off with ${error instanceof Error ? error.name : 'an error'}.`;
    }
  }
  return failed;
}
