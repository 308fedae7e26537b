import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

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
    }
  },
};
