import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { IrFunction } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** What a service without sessions says of itself: no browser sends its credentials unasked. */
const STATELESS = /STATELESS|oauth2ResourceServer|JwtAuthenticationFilter|JwtFilter|BearerToken/;

export const rule: Rule = {
  id: 'java/csrf',
  languages: ['java'],
  cwes: ['CWE-352'],
  title: 'Protection against forged requests switched off',
  severity: 'medium',
  rationale: 'Another site can then have the browser of a user who is signed in send requests here.',
  remediation: 'Leave the protection on for everything that a browser with a session asks for.',
  references: [
    'https://cwe.mitre.org/data/definitions/352.html',
    'https://docs.spring.io/spring-security/reference/servlet/exploits/csrf.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (STATELESS.test(facts.codeText)) return;
    const message = 'The protection against forged requests is switched off.';
    for (const node of nodesOf(facts, 'call')) {
      // `http.csrf().disable()` and `csrf -> csrf.disable()`.
      if (/(?:^|\.)csrf\.disable$/.test(writtenName(node.callee))) report(node.at, { message, confidence: 'high' });
      // `http.csrf(AbstractHttpConfigurer::disable)`
      const given = node.arguments[0]?.value;
      if (/(?:^|\.)csrf$/.test(writtenName(node.callee)) && given?.kind === 'member' && given.property === 'disable')
        report(node.at, { message, confidence: 'high' });
      // `http.csrf(c -> c.disable())`
      if (/(?:^|\.)csrf$/.test(writtenName(node.callee)) && given?.kind === 'function') {
        const [own] = given.function.parameters;
        for (const inner of walk(given.function.body))
          if (
            inner.kind === 'call' &&
            own !== undefined &&
            own.name !== 'csrf' &&
            writtenName(inner.callee) === `${own.name}.disable`
          )
            report(inner.at, { message, confidence: 'high' });
      }
    }
    checkSafeMethods(facts, report);
  },
};

/** What changes something, by the words of a path or a method. */
const CHANGES =
  /^(?:delete|remove|transfer|withdraw|update|change|set|reset|disable|enable|approve|cancel|pay|add|create|promote|grant|revoke|unsubscribe)(?:$|[A-Z])/;

/** A handler that answers GET, which any page can have a browser ask, and that changes something of whoever is signed in. */
function checkSafeMethods(facts: ModuleFacts, report: Report): void {
  for (const { function: own, route, class: owner } of facts.functions) {
    const callee = route?.callee ?? '';
    const isGet =
      /(?:GetMapping|ws\.rs\.GET)$/.test(callee) || (/RequestMapping$/.test(callee) && route?.methods.length === 0);
    const isServlet = own.name === 'doGet' && owner !== undefined;
    const isRouted = isGet && (/RequestMapping$/.test(callee) ? !/\bmethod\s*=/.test(headOf(facts, own)) : true);
    if (!isRouted && !isServlet && own.name !== 'doGet') continue;
    const text = facts.codeAt(own.at);
    if (
      !/\b(?:Principal|Authentication|SecurityContextHolder|getUserPrincipal|getRemoteUser|getSession|HttpSession|AuthenticationPrincipal|principal)\b/.test(
        text,
      )
    )
      continue;
    if (/csrf|xsrf/i.test(text)) continue;
    for (const node of walk(own.body)) {
      if (node.kind !== 'call' || node.callee.kind !== 'member' || !CHANGES.test(node.callee.property)) continue;
      const object = writtenName(node.callee.object);
      if (
        !/^(?:this\.)?\w*(?:repo|repository|service|dao|store|users?|accounts?|bank|orders?|profiles?|members?|posts?|comments?|manager|subscriptions?)$/i.test(
          object,
        )
      )
        continue;
      report(node.at, { message: 'A request that any page can make changes something.', confidence: 'medium' });
      break;
    }
  }
}

/** The annotations of a method. */
function headOf(facts: ModuleFacts, { at, nameAt }: IrFunction): string {
  return facts.codeText.slice(Math.max(0, at.start - 200), nameAt.start);
}
