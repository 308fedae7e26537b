import { receiverName } from '#engine/analysis/judges/receiver-name.ts';
import type { Confidence } from '#core/severity.ts';
import type { CallFact, SinkFact } from '#engine/analysis/facts.ts';
import { isConstant, prefixOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { describeValue } from '#engine/analysis/judges/flow-finding.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { isCommandText, openShellHoles } from '#engine/analysis/judges/shell-text.ts';
import { holesOf, type Hole } from '#engine/analysis/judges/text-holes.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import type { Rule, TextEdit } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';
import { execFileEdit } from './exec-file-edit.ts';

/** Calls that start a program without a shell, unless they are told to. */
const WITHOUT_SHELL = /^(?:child_process\.(?:spawn|spawnSync|execFile|execFileSync)|execa(?:\.sync)?)$/;
/** Programs that take a command as text. */
const SHELLS = /(?:^|[\\/])(?:sh|bash|zsh|dash|ksh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)$/i;

export const rule: Rule = {
  id: 'javascript/command-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-78', 'CWE-77'],
  title: 'Command injection',
  severity: 'critical',
  rationale:
    'A shell reads the whole text; a value that holds a quote, a semicolon or a dollar sign starts further commands.',
  remediation: 'Start the program with execFile or spawn and pass the arguments as a list, without a shell.',
  references: [
    'https://cwe.mitre.org/data/definitions/78.html',
    'https://cwe.mitre.org/data/definitions/77.html',
    'https://nodejs.org/api/child_process.html#child_processexecfilefile-args-options-callback',
  ],
  stage: 'stable',
  sinks: ['shell'],

  checkSink: (sink, report) => {
    const { call } = sink;
    if (call === undefined || !reachesShell(sink, call)) return;
    const method = lastName(call.expression.callee) || 'exec';
    const command = commandOf(sink.value);
    const whole = wholeConfidence(sink, command);
    const holes = holesOf(command);
    if (holes.length === 0) {
      const taint = mainTaint(sink.taints);
      if (taint === undefined || whole === undefined) return;
      report({ message: `The command that '${method}' gives to a shell is ${taint.what}.`, confidence: whole, taint });
      return;
    }
    const found = holes
      .flatMap((hole) => {
        const confidence = confidenceIn(hole);
        return confidence === undefined ? [] : [{ hole, confidence }];
      })
      .sort((a, b) => RANK[b.confidence] - RANK[a.confidence])[0];
    if (found === undefined) return;
    const taint = mainTaint(found.hole.value.taints);
    const fix = editsFor(sink, call);
    report({
      message: `The command that '${method}' gives to a shell contains ${describeValue(found.hole.value)}.`,
      confidence: found.confidence,
      ...(taint !== undefined && { taint }),
      ...(fix.length > 0 && { fix }),
    });
  },

  // Projects have functions of their own that hand what they are given to a shell.
  check: (facts, report) => {
    const known = new Set(
      facts.sinks.flatMap(({ kind, call }) => (kind === 'shell' && call !== undefined ? [call] : [])),
    );
    for (const call of facts.calls) {
      const method = lastName(call.expression.callee);
      const text = call.argument(0);
      if (known.has(call) || !RUNNING.test(method) || text?.parts === undefined || !isCommandText(text)) continue;
      const hole = openShellHoles(text).find((one) => confidenceIn(one) !== undefined && confidenceIn(one) !== 'low');
      if (hole === undefined) continue;
      const taint = mainTaint(hole.value.taints);
      report(call.at, {
        message: `The command that '${method}' runs contains ${describeValue(hole.value)}.`,
        confidence: confidenceIn(hole) ?? 'medium',
        ...(taint !== undefined && { taint }),
      });
    }
  },
};

/** Names of functions that run a command. */
const RUNNING =
  /^(?:exec|run|spawn|shell|sh|system|cmd|command)(?:[A-Z_]\w*)?$|(?:Exec|Shell|Command|Cmd)(?:Sync|Async|Promise)?$/;

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** Whether the text gets to a shell: always with `exec`; with `spawn` if it is asked for or is the program. */
function reachesShell(sink: SinkFact, call: CallFact): boolean {
  if (sink.callee === '*.exec' || sink.callee === '*.execSync') {
    if (call.names.some((name) => name.startsWith('child_process.'))) return false;
    return isCommandMethod(sink, call);
  }
  if (!WITHOUT_SHELL.test(sink.callee)) return true;
  const isProgram = call.argument(0) === sink.value;
  if (usesShell(call)) return true;
  if (!isProgram && SHELLS.test(prefixOf(call.argument(0)))) return true;
  return isProgram && mainTaint(sink.taints, ['remote']) !== undefined;
}

function usesShell(call: CallFact): boolean {
  return call.arguments.some(({ value }) => {
    const shell = value.fields?.get('shell');
    return isConstant(shell, true) || textOf(shell) !== undefined;
  });
}

/** Regular expressions have a method `exec` too; a command begins with a program and a blank. */
function isCommandMethod(sink: SinkFact, call: CallFact): boolean {
  if (call.receiver?.name === 'regex') return false;
  const receiver = receiverName(call);
  if (/(?:^|\.)(?:cp|child_?process|proc|shell|ssh|conn|client|sh|process)$/i.test(receiver)) return true;
  return (
    /^\s*[\w./-]+\s+\S?/.test(prefixOf(sink.value)) &&
    holesOf(sink.value).length > 0 &&
    !/regex|pattern|^re$/i.test(receiver)
  );
}

/** The text after `-c` in a list of arguments, else the value itself. */
function commandOf(value: Value): Value {
  if (value.form !== 'list' || value.fields === undefined) return value;
  const items = [...value.fields.values()];
  const open = items.find((item) => holesOf(item).length > 0) ?? items.find(({ taints }) => taints.length > 0);
  return open ?? value;
}

function wholeConfidence(sink: SinkFact, command: Value): Confidence | undefined {
  if (mainTaint(sink.taints, ['remote']) !== undefined) return 'high';
  // A function that runs what it is given is as safe as its callers.
  return mainTaint(command.taints) === undefined ? undefined : 'low';
}

function confidenceIn({ value }: Hole): Confidence | undefined {
  if (isInert(value, 'shell')) return undefined;
  const taint = mainTaint(openTaints(value, 'shell'));
  if (taint?.kind === 'remote') return 'high';
  if (taint?.kind === 'environment' || taint?.kind === 'error') return 'low';
  return isOwnPath(value) ? 'low' : 'medium';
}

/** Where the program itself lies, and what it runs on. */
function isOwnPath(value: Value): boolean {
  const names = [value.name ?? '', writtenName(value.origin)];
  return names.some((name) =>
    /__dirname|__filename|process\.(?:execPath|cwd|pid|platform|version|arch|argv0)|os\.|require\.resolve|import\.meta|tmpdir/i.test(
      name,
    ),
  );
}

function editsFor(sink: SinkFact, call: CallFact): readonly TextEdit[] {
  return sink.callee.startsWith('child_process.exec') && !WITHOUT_SHELL.test(sink.callee) ? execFileEdit(call) : [];
}
