import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { isPlaceholder } from '#engine/analysis/judges/placeholder-text.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report } from '#engine/analysis/rule.ts';

/** Secrets that stand in for a setting which is missing, and those in addresses and headers. */
export function checkDefaults(facts: ModuleFacts, report: Report): void {
  for (const call of nodesOf(facts, 'call')) {
    const name = writtenName(call.callee);
    const [first, second] = call.arguments.map(({ value }) => value);
    // `System.getProperty("db.password", "…")`, `getenv().getOrDefault("DB_PASSWORD", "…")`
    if (/\.(?:getOrDefault|getProperty|getString|get)$/.test(name) && call.arguments.length === 2 && namesSecret(first))
      tell(second, report);
    // `Optional.ofNullable(System.getenv("DB_PASSWORD")).orElse("…")`
    else if (
      /\.orElse$/.test(name) &&
      /\bget(?:env|Property)\(\s*"[^"]*(?:PASS|SECRET|KEY|TOKEN)[^"]*"/i.test(facts.codeAt(call.at))
    )
      tell(first, report);
    else if (
      /(?:etHeader|[hH]eader|put|add|set)$/.test(name) &&
      isText(first, /^(?:proxy-)?authorization$/i) &&
      isText(second, /^(?:Basic [\w+/]{8,}={0,2}|Bearer [\w.-]{16,})$/)
    )
      tell(second, report, true);
  }
  for (const node of nodesOf(facts, 'literal')) {
    const { value } = node;
    if (typeof value !== 'string' || !/^jdbc:/.test(value)) continue;
    const [, password = ''] = /[?&;]password=([^&;{}$]{4,60})/i.exec(value) ?? [];
    if (password !== '' && !isPlaceholder(password))
      report(node.at, { message: 'The address of the database holds a password.', confidence: 'medium' });
  }
  // `if (password == null) password = "…"` for what the environment should have said.
  for (const { target, value, valueAt } of facts.assignments) {
    if (target.kind !== 'name' || typeof value.constant?.value !== 'string' || value.constant.value.length < 5)
      continue;
    const others = facts.assignments.filter(
      (one) => one.target.kind === 'name' && one.target.name === target.name && one.valueAt.start < valueAt.start,
    );
    if (
      secretKind(target.name) === undefined &&
      others.some(({ valueAt: at }) =>
        /\bget(?:env|Property)\(\s*"[^"]*(?:PASS|SECRET|API_?KEY|TOKEN)[^"]*"\s*\)$/i.test(facts.codeAt(at)),
      ) &&
      !isPlaceholder(value.constant.value)
    )
      report(valueAt, {
        message: 'A literal stands in for the secret that the environment does not give.',
        confidence: 'medium',
      });
  }
}

function namesSecret(key: Expression | undefined): boolean {
  if (key?.kind !== 'literal' || typeof key.value !== 'string') return false;
  const kind = secretKind(lastName({ kind: 'name', name: key.value.replaceAll(/[.-]/g, '_'), at: key.at }));
  return kind === 'password' || kind === 'key' || kind === 'secret';
}

function tell(value: Expression | undefined, report: Report, isWhole = false): void {
  if (value?.kind !== 'literal' || typeof value.value !== 'string') return;
  const text = value.value;
  if (text.length < 5 || (!isWhole && (isPlaceholder(text) || /\s|[{}<>$]|:\/\//.test(text)))) return;
  report(value.at, { message: 'A literal stands in for the secret.', confidence: 'medium' });
}

function isText(value: Expression | undefined, pattern: RegExp): boolean {
  return value?.kind === 'literal' && typeof value.value === 'string' && pattern.test(value.value);
}
