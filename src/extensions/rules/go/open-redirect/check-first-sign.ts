import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Report } from '#engine/analysis/rule.ts';

const ADDRESS = /redir|return_?(?:url|to|path)|next|target|callback|^(?:url|uri|location|dest|destination)$/i;
/** Tests of the second character. */
const SECOND = /\[1\]|"\/\/|"\\\\|`\/\/|'\\\\'|\.Host\b|Hostname\(|IsAbs\(/;

/** A test that an address begins with one slash: `//elsewhere` does, too. */
export function checkFirstSign(facts: ModuleFacts, report: Report): void {
  for (const { function: definition } of facts.functions) {
    const text = facts.codeAt(definition.at);
    if (SECOND.test(text)) continue;
    for (const node of [...nodesOf(facts, 'compare'), ...nodesOf(facts, 'call')]) {
      if (node.at.start < definition.at.start || node.at.end > definition.at.end) continue;
      const name = testedName(node);
      if (
        name === undefined ||
        !ADDRESS.test(name) ||
        !new RegExp(`return ${name}\\b|Redirect\\([^\\n]*\\b${name}\\b`).test(text)
      )
        continue;
      report(node.at, {
        message: `The test of '${name}' lets addresses of other hosts through that begin with two slashes.`,
        confidence: 'medium',
      });
    }
  }
}

/** Name of what is asked for nothing but a slash at its beginning. */
function testedName(node: Expression): string | undefined {
  if (node.kind === 'compare') {
    const { left, right, operator } = node;
    if (operator !== '==' && operator !== '!=') return undefined;
    const isFirst = left.kind === 'index' && left.index.kind === 'literal' && left.index.value === 0;
    return isFirst && isSlash(right) ? nameOf(left.object) : undefined;
  }
  if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.property !== 'HasPrefix') return undefined;
  return isSlash(node.arguments[0]?.value) ? nameOf(node.callee.object) : undefined;
}

function isSlash(value: Expression | undefined): boolean {
  return value?.kind === 'literal' && value.value === '/';
}

function nameOf(value: Expression): string | undefined {
  return value.kind === 'name' && /^\w+$/.test(value.name) ? lastName(value) : undefined;
}
