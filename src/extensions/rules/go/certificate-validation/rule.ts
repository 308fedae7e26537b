import type { TextEdit, Rule } from '#engine/analysis/rule.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import type { Value } from '#engine/analysis/value.ts';
import { alwaysGives } from '#engine/analysis/judges/always-gives.ts';
import { isConstant } from '#engine/analysis/judges/constant-of.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

export const rule: Rule = {
  id: 'go/certificate-validation',
  languages: ['go'],
  cwes: ['CWE-295', 'CWE-297', 'CWE-322'],
  title: 'Certificate that is not checked',
  severity: 'high',
  rationale: 'Without the check, anyone on the way can pose as the other side and read and change everything.',
  remediation: 'Leave InsecureSkipVerify unset, and add certificates of your own to RootCAs; check host keys of SSH.',
  references: [
    'https://cwe.mitre.org/data/definitions/295.html',
    'https://cwe.mitre.org/data/definitions/297.html',
    'https://cwe.mitre.org/data/definitions/322.html',
    'https://pkg.go.dev/crypto/tls#Config',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const said = (at: Place, valueAt: Place | undefined): void => {
      // Who checks the chain by a function of their own has to switch the built-in check off.
      if (checksThemselves(facts)) return;
      report(at, {
        message: 'The certificate of the other side is not checked.',
        confidence: 'high',
        ...(valueAt !== undefined && { fix: fixOf(facts, valueAt) }),
      });
    };
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (name === 'ssh.InsecureIgnoreHostKey') {
        report(call.at, {
          message: 'The key of the SSH server is not checked.',
          confidence: 'high',
          cwes: ['CWE-322'],
        });
      }
      for (const { argument, value } of call.arguments) {
        if (argument.name === 'HostKeyCallback' && acceptsAll(value)) {
          report(argument.value.at, {
            message: 'The key of the SSH server is not checked.',
            confidence: 'high',
            cwes: ['CWE-322'],
          });
        }
        if (argument.name !== 'InsecureSkipVerify') continue;
        if (isConstant(value, true)) said(call.at, argument.value.at);
        else if (isSwitch(argument.value)) report(argument.value.at, SWITCHED);
      }
    }
    for (const { property, value, at, valueAt } of facts.assignments) {
      if (property !== 'InsecureSkipVerify') continue;
      if (isConstant(value, true)) said(at, valueAt);
      else if (/\.\w*(?:insecure|skip|noverify)\w*$/i.test(facts.codeAt(valueAt))) report(at, SWITCHED);
    }
  },
};

/** `func(…) error { return nil }`: nil in place of an error is lowered to a value of which nothing is known. */
function acceptsAll({ function: given }: Value): boolean {
  const isNil = (value: Expression): boolean => value.kind === 'unknown' && value.parts.length === 0;
  return given !== undefined && alwaysGives(given.function, isNil);
}

function fixOf(facts: ModuleFacts, at: Place): readonly TextEdit[] {
  return facts.textAt(at) === 'true' ? [{ at, newText: 'false' }] : [];
}

const SWITCHED = { message: 'A setting switches the check of certificates off.', confidence: 'medium' } as const;

/** `cfg.Insecure`: a setting of that name is there to be switched on. */
function isSwitch(value: Expression): boolean {
  const read = value.kind === 'unary' ? value.operand : value;
  return (read.kind === 'member' || read.kind === 'name') && /insecure|skip|noverify/i.test(lastName(read));
}

/** A check of one's own, unless it lets everything pass. */
function checksThemselves(facts: ModuleFacts): boolean {
  if (!/\bVerify(?:PeerCertificate|Connection)\b/.test(facts.codeText)) return false;
  const given = facts.calls.flatMap(({ arguments: all }) =>
    all.filter(({ argument }) => /^Verify(?:PeerCertificate|Connection)$/.test(argument.name ?? '')),
  );
  return given.length === 0 || given.some(({ value }) => !acceptsAll(value));
}
