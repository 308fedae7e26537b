import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { isConstant, textOf, wordsOf } from '#engine/analysis/judges/constant-of.ts';
import { parentOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { CweId } from '#core/cwe-id.ts';
import type { Report } from '#engine/analysis/rule.ts';

const SENSITIVE = /sess|\bsid\b|token|auth|login|user|remember|jwt|credential|password|\bid\b/i;
/** Calls that switch a flag on or off, by the flag. */
const SECURE = /^(?:secure|setSecure|useSecureCookie|setUseSecureCookie|cookieSecure)$/;
const HIDDEN = /^(?:httpOnly|setHttpOnly|setUseHttpOnlyCookie|useHttpOnlyCookie|cookieHttpOnly)$/;

/** Cookies that builders, headers and the settings of sessions make. */
export function checkOtherCookies(facts: ModuleFacts, report: Report): void {
  for (const call of facts.calls) {
    const written = writtenName(call.expression.callee);
    const [name = ''] = call.names;
    if (
      /(?:^|\.)ResponseCookie\.from(?:ClientResponse)?$|(?:^|\.)NewCookie\.Builder$|(?:^|\.)Cookie\.cookie$|(?:^|\.)DefaultCookie$/.test(
        written,
      )
    )
      checkChain(facts, call, report);
    else if (/(?:^|\.)NewCookie$/.test(written) && call.arguments.length >= 7) {
      const [secure, hidden] = [
        call.argument(6),
        call.argument(call.arguments.length > 7 ? call.arguments.length - 1 : 7),
      ];
      tell(call, textOf(call.argument(0)) ?? '', !isConstant(secure, false), !isConstant(hidden, false), report);
    } else if (
      /(?:setHeader|addHeader|header|add|set|putHeader)$/.test(written) &&
      /^set-cookie$/i.test(textOf(call.argument(0)) ?? '')
    ) {
      checkHeader(call, report);
    } else if (isConstant(call.argument(0), false) && isOfSessions(call, name, written)) {
      const flag = lastPart(written);
      if (SECURE.test(flag)) tellSession(call, 'Secure', 'CWE-614', report);
      else if (HIDDEN.test(flag)) tellSession(call, 'HttpOnly', 'CWE-1004', report);
    }
  }
}

/** `ResponseCookie.from("session", id).httpOnly(true).build()`. */
function checkChain(facts: ModuleFacts, call: CallFact, report: Report): void {
  const set = new Map<string, boolean>();
  let at: Expression = call.expression;
  for (let step = 0; step < 40; step += 1) {
    const outer = parentOf(facts, at);
    if (outer?.kind === 'member') at = outer;
    else if (outer?.kind === 'call' && outer.callee === at) {
      const first = outer.arguments[0]?.value;
      const isOff = first?.kind === 'literal' && (first.value === false || first.value === 0);
      if (outer.callee.kind === 'member') set.set(outer.callee.property, !isOff);
      at = outer;
    } else break;
  }
  // A builder that goes on under a name of its own is told later; a cookie that is taken back holds nothing.
  if (set.get('maxAge') === false || set.get('setMaxAge') === false) return;
  if (!set.has('build') && set.size === 0 && /\.\s*(?:secure|setSecure|httpOnly|setHttpOnly)\s*\(/.test(facts.codeText))
    return;
  const is = (flag: RegExp): boolean => [...set].some(([method, isOn]) => isOn && flag.test(method));
  tell(call, textOf(call.argument(0)) ?? '', is(SECURE), is(HIDDEN), report);
}

/** `"sid=" + id + "; Path=/; HttpOnly"`. */
function checkHeader(call: CallFact, report: Report): void {
  const words = wordsOf(call.argument(1));
  const [, name = ''] = /^\s*([\w-]+)=/.exec(words) ?? [];
  if (name === '' || /max-age=0|expires=Thu, 01.Jan.1970/i.test(words)) return;
  tell(call, name, /;\s*secure/i.test(words), /;\s*httponly/i.test(words), report);
}

function tellSession(call: CallFact, flag: string, cwe: CweId, report: Report): void {
  report(call.at, { message: `The cookie of the session is set without ${flag}.`, confidence: 'high', cwes: [cwe] });
}

function tell(call: CallFact, name: string, isSecure: boolean, isHidden: boolean, report: Report): void {
  if ((isSecure && isHidden) || (name !== '' && !SENSITIVE.test(name))) return;
  const missing = [...(isSecure ? [] : ['Secure']), ...(isHidden ? [] : ['HttpOnly'])];
  const cwes: readonly CweId[] = [
    ...(isSecure ? [] : (['CWE-614'] as const)),
    ...(isHidden ? [] : (['CWE-1004'] as const)),
  ];
  const [first = 'CWE-614', ...rest] = cwes;
  report(call.at, {
    message: `The cookie${name === '' ? '' : ` '${name}'`} is set without ${missing.join(' and ')}.`,
    confidence: 'medium',
    cwes: [first, ...rest],
  });
}

/** `getSessionCookieConfig().setSecure(false)`, `serializer.setUseSecureCookie(false)`. */
function isOfSessions(call: CallFact, name: string, written: string): boolean {
  if (/getSessionCookieConfig\b|UseSecureCookie|UseHttpOnlyCookie/.test(written)) return true;
  if (/SessionCookieConfig|CookieSerializer/.test(name)) return true;
  const { callee } = call.expression;
  return callee.kind === 'member' && /config|session|serializer|^s$/i.test(lastName(callee.object));
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
