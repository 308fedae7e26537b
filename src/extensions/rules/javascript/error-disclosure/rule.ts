import type { SinkFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { receiverName } from '#engine/analysis/judges/receiver-name.ts';
import { valueName } from '#engine/analysis/judges/value-name.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const ERROR = /^(?:e|ex|err|error|exception|\w+(?:Err|Error))$/;

export const rule: Rule = {
  id: 'javascript/error-disclosure',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-209', 'CWE-200'],
  title: 'Details of an error in the reply',
  severity: 'low',
  rationale: 'A stack trace or the text of a database error shows paths, versions and queries to whoever caused it.',
  remediation: 'Log the error, and send a text of your own.',
  references: ['https://cwe.mitre.org/data/definitions/209.html', 'https://cwe.mitre.org/data/definitions/200.html'],
  stage: 'stable',
  sinks: ['response'],

  checkSink: (sink, report) => {
    const argument = argumentOf(sink);
    // A reply of fastify has a handler for errors that it is sent.
    if (argument === undefined || (sink.call !== undefined && receiverName(sink.call) === 'reply')) return;
    const isError = sink.taints.some(({ kind }) => kind === 'error');
    const roots = [argument, ...(sink.value.origin === undefined ? [] : [sink.value.origin])];
    for (const node of walk(roots, { intoFunctions: false })) {
      if (node.kind === 'member' && node.property === 'stack' && (isError || ERROR.test(lastName(node.object)))) {
        report({ message: `The reply contains the stack trace of '${lastName(node.object)}'.`, confidence: 'high' });
        return;
      }
    }
    const isWhole = isError && sink.value.origin?.kind === 'name' && sink.value.parts === undefined;
    const whole = wholeError(argument) ?? (isWhole ? valueName(sink.value) : undefined);
    if (whole !== undefined) report({ message: `The reply contains the error '${whole}'.`, confidence: 'medium' });
  },
};

function argumentOf({ call, argumentAt }: SinkFact): Expression | undefined {
  return call?.expression.arguments.find(({ value }) => value.at.start === argumentAt.start)?.value;
}

/** The error itself, or text with it: `res.send(err)`, `'failed: ' + err`, `{ error: err }`. */
function wholeError(argument: Expression): string | undefined {
  switch (argument.kind) {
    case 'name':
      return ERROR.test(argument.name) && argument.name.length > 1 ? argument.name : undefined;
    case 'binary':
      return wholeError(argument.left) ?? wholeError(argument.right);
    case 'template':
      return argument.parts.map(wholeError).find((name) => name !== undefined);
    case 'record':
      return argument.entries.map(({ value }) => wholeError(value)).find((name) => name !== undefined);
    case 'call':
      return argument.callee.kind === 'member' && argument.callee.property === 'toString'
        ? wholeError(argument.callee.object)
        : undefined;
    default:
      return undefined;
  }
}
