import type { FunctionFact } from '#engine/analysis/facts.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** Headers and fields of forms that hold what nobody on the way may read. */
const FIELD =
  /^(?:Authorization|X-Api-Key|X-Auth-Token|Cookie|Proxy-Authorization|password|passwd|token|api_?key|secret|client_secret|card_?number|cvv|ssn)$|(?:^|[&?" ])(?:password|passwd|api_?key|client_secret)["=:]|^(?:PASS|AUTH|LOGIN) /i;
const METHOD = /^(?:SetBasicAuth|SetAuthToken|WithPerRPCCredentials|PlainAuth|SetAuth)$/;
/** Types and values that are private as a whole. */
const PRIVATE = /^(?:card|credit_?card|credentials?|creds|patient|pass_?word|passwd|pass|pwd|iban|ssn)$/i;

/** Whether a function speaks of something that nobody on the way may read. */
export function sendsSecret({ function: { parameters, body } }: FunctionFact): boolean {
  if (parameters.some(({ name }) => isSecret(name))) return true;
  for (const node of walk(body)) {
    if (node.kind === 'literal') {
      if (typeof node.value === 'string' && FIELD.test(node.value)) return true;
    } else if (node.kind === 'name' || node.kind === 'member') {
      const name = lastName(node);
      if (METHOD.test(name) || isSecret(name)) return true;
    }
  }
  return false;
}

function isSecret(name: string): boolean {
  if (PRIVATE.test(name)) return true;
  const kind = secretKind(name);
  return kind === 'password' || kind === 'key' || (kind === 'token' && /access|auth|bearer|api|refresh/i.test(name));
}
