import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { usesOf } from '#engine/analysis/judges/surroundings.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const HEADERS =
  /^(?:HTTP_)?(?:X[-_]FORWARDED[-_]FOR|X[-_]REAL[-_]IP|X[-_]CLIENT[-_]IP|CLIENT[-_]IP|TRUE[-_]CLIENT[-_]IP|X[-_]FORWARDED[-_]HOST|X[-_]ORIGINATING[-_]IP|CF[-_]CONNECTING[-_]IP)$/i;

export const rule: Rule = {
  id: 'python/header-trust',
  languages: ['python'],
  cwes: ['CWE-348', 'CWE-290'],
  title: 'Decision by a header that anyone can set',
  severity: 'medium',
  rationale: 'The sender of a request writes its headers, and so chooses the address that the program believes.',
  remediation: 'Use the address of the connection, or the header behind a proxy that overwrites it.',
  references: [
    'https://cwe.mitre.org/data/definitions/348.html',
    'https://cwe.mitre.org/data/definitions/290.html',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    const judge = (header: string | undefined, read: Expression): void => {
      if (header === undefined || !HEADERS.test(header) || seen.has(read.at.start)) return;
      const { roles, names } = usesOf(facts, read);
      const decides = roles.has('compared') && names.some((name) => name !== '');
      if (!decides || !isDecision(facts.textAt, read)) return;
      seen.add(read.at.start);
      report(read.at, {
        message: `The header '${header}', which the sender sets, decides what is allowed.`,
        confidence: 'medium',
      });
    };
    for (const call of facts.calls) {
      const { callee } = call.expression;
      if (callee.kind === 'member' && callee.property === 'get') judge(textOf(call.argument(0)), call.expression);
    }
    for (const node of nodesOf(facts, 'index')) {
      if (node.index.kind === 'literal' && typeof node.index.value === 'string') judge(node.index.value, node);
    }

    /** Whether the value is tested for what it is, not only for being there. */
    function isDecision(
      textAt: (at: { readonly start: number; readonly end: number }) => string,
      read: Expression,
    ): boolean {
      const uses = usesOf(facts, read);
      const around =
        uses.within === ''
          ? facts.codeText
          : textAt(
              facts.functions.find(
                ({ function: made }) =>
                  made.name === uses.within && made.at.start <= read.at.start && made.at.end >= read.at.end,
              )?.function.at ?? read.at,
            );
      const names = [...uses.names.filter((name) => /^[\w.]+$/.test(name))];
      return names.some((name) =>
        new RegExp(
          `\\b${name.replaceAll('.', '\\.')}\\s*(?:==|!=|\\bin\\b|\\bnot\\s+in\\b|\\.startswith|\\.endswith)|(?:==|!=)\\s*${name.replaceAll('.', '\\.')}\\b`,
        ).test(around),
      );
    }
  },
};
