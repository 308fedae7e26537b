import type { CallFact, SinkFact } from '#engine/analysis/facts.ts';
import type { Place } from '#engine/analysis/ir.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { isCommandText, openShellHoles } from '#engine/analysis/judges/shell-text.ts';
import { hasShape } from '#engine/analysis/judges/text-holes.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

/** A project function with one of these words in its name, or in that of its object, has to do with command lines. */
const SHELL_WORDS: ReadonlySet<string> = new Set('ssh cmd command commands shell cli popen bash sudo adb'.split(' '));
/** And one of these says that it runs them; what writes to instruments and chats only sends. */
const RUN_WORDS: ReadonlySet<string> = new Set(
  'run exec execute call invoke eval output popen bash sudo ssh system shell spawn local check'.split(' '),
);

/** Verbs of functions that only tell of commands. */
const ONLY_TEXT: ReadonlySet<string> = new Set(
  'log logger debug info warn warning error print assert parse format message'.split(' '),
);

export const rule: Rule = {
  id: 'python/command-injection',
  languages: ['python'],
  cwes: ['CWE-78'],
  title: 'Command injection',
  severity: 'critical',
  rationale:
    'A shell gives a meaning to many characters, so that whoever controls a part of a command line can run any command.',
  remediation: 'Start the program with a list of arguments and without a shell, or quote each value with shlex.quote.',
  references: [
    'https://cwe.mitre.org/data/definitions/78.html',
    'https://docs.python.org/3/library/subprocess.html#security-considerations',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const known = new Set<CallFact>();
    const seen = new Set<number>();
    const reportOnce = (at: Place, finding: RuleFinding | undefined): void => {
      if (finding === undefined || seen.has(at.start)) return;
      seen.add(at.start);
      report(at, finding);
    };
    for (const sink of facts.sinks) {
      if (sink.kind === 'shell' && sink.call !== undefined) known.add(sink.call);
      if (sink.kind === 'shell') reportOnce(sink.at, judgeShell(sink));
      if (sink.kind === 'argument') reportOnce(sink.at, judgeProgram(sink));
    }
    for (const call of facts.calls) if (!known.has(call)) reportOnce(call.expression.at, judgeWrapper(call));
  },
};

function judgeShell(sink: SinkFact): RuleFinding | undefined {
  const callee = sink.call === undefined ? sink.callee : methodName(sink.call);
  const outside = surestTaint(sink.taints, { remote: 'high', local: 'medium', parameter: 'medium' });
  if (outside !== undefined) {
    return {
      message: `${atBeginning(outside.taint.what)} becomes part of the command line that '${callee}' gives to a shell.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  if (!hasShape(sink.value) || openShellHoles(sink.value).length === 0) return undefined;
  return {
    message: `The command line that '${callee}' gives to a shell has a value put into it as text.`,
    confidence: 'medium',
  };
}

/** Without a shell, whoever chooses the program or writes the whole line still chooses what runs. */
function judgeProgram({ value, taints, call, callee }: SinkFact): RuleFinding | undefined {
  const program = programOf(value);
  if (program === undefined) return undefined;
  const ofProgram = taints.filter(({ source }) => program.taints.some((taint) => taint.source === source));
  const outside = surestTaint(ofProgram, { remote: 'high', local: 'medium' });
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} decides which program '${call === undefined ? callee : methodName(call)}' starts.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}

const SHELL = /^(?:\/\S*\/)?(?:ba|z|k|da)?sh$|^cmd(?:\.exe)?$|^powershell/i;

/** What the first word of the command is made of; `undefined` when it is constant or unknown. */
function programOf(value: Value): Value | undefined {
  if (value.fields !== undefined) {
    const first = value.fields.get('0');
    const option = [...value.fields].find(([, item]) =>
      /^(?:-\w*c|\/c|-command)$/i.test(String(item.constant?.value ?? '')),
    );
    const isShell =
      first?.isFixed === true && (first.constant === undefined || SHELL.test(String(first.constant.value)));
    if (option !== undefined && isShell) return value.fields.get(String(Number(option[0]) + 1));
    return first?.isFixed === true || first === undefined ? undefined : programOf(first);
  }
  if (value.parts === undefined) return value;
  const [first] = value.parts;
  return typeof first === 'string' || first === undefined ? undefined : first;
}

/** `command + ['--now']`. */
function isList({ parts = [] }: Value): boolean {
  return parts.some((part) => typeof part !== 'string' && part.form === 'list');
}

function judgeWrapper(call: CallFact): RuleFinding | undefined {
  const { callee } = call.expression;
  const words = identifierWords(writtenName(callee).split('.').slice(-2).join('_'));
  if (!words.some((word) => RUN_WORDS.has(word)) || ONLY_TEXT.has(identifierWords(lastName(callee))[0] ?? ''))
    return undefined;
  const isShell = words.some((word) => SHELL_WORDS.has(word));
  for (const { argument, value } of call.arguments) {
    if (value.parts === undefined || isList(value)) continue;
    const isNamedSo = identifierWords(lastName(argument.value)).some((word) => SHELL_WORDS.has(word));
    // `verb + arguments` shows by its name alone that it is a command.
    if (isCommandText(value) ? !isShell && !isNamedSo : !isShell || !isNamedSo || value.parts.length < 2) continue;
    const [hole] = openShellHoles(value);
    if (hole === undefined) continue;
    const outside = surestTaint(hole.value.taints, { remote: 'high', local: 'medium', parameter: 'medium' });
    return {
      message: `The command line that '${methodName(call)}' runs has a value put into it as text.`,
      confidence: outside?.confidence ?? 'medium',
      ...(outside === undefined ? {} : { taint: outside.taint }),
    };
  }
  return undefined;
}
