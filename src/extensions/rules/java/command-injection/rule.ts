import type { FunctionFact, ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { describeValue, flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import { surestTaint, USUAL_TRUST } from '#engine/analysis/judges/surest-taint.ts';
import { hasShape, holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const SHELL = /(?:^|[\\/])(?:sh|bash|zsh|ksh|dash|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)$/i;

/** What is given a whole command as one text. */
const IN_ONE_TEXT = /(?:^|\.)(?:Runtime\.exec|CommandLine\.parse|ChannelExec\.setCommand)$/;

export const rule: Rule = {
  id: 'java/command-injection',
  languages: ['java'],
  cwes: ['CWE-78', 'CWE-77', 'CWE-88'],
  title: 'Command injection',
  severity: 'critical',
  rationale: 'Whoever controls a part of a command runs commands or options of their own.',
  remediation: 'Run a fixed program with a list of arguments, and check each argument against what is allowed.',
  references: [
    'https://cwe.mitre.org/data/definitions/78.html',
    'https://cwe.mitre.org/data/definitions/77.html',
    'https://cwe.mitre.org/data/definitions/88.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/OS_Command_Injection_Defense_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    const lists = new Map<FunctionFact | undefined, ReadonlySet<string>>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'shell' || sink.path !== facts.module.path || seen.has(sink.at.start)) continue;
      const finding = isWordList(facts, sink, lists) ? undefined : judge(sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

/** A variable that is declared as an array or list: its words are separate arguments, whatever is in them. */
function isWordList(
  facts: ModuleFacts,
  { call, value, within }: SinkFact,
  lists: Map<FunctionFact | undefined, ReadonlySet<string>>,
): boolean {
  const [given] = call?.expression.arguments ?? [];
  if (value.form !== undefined || value.fields !== undefined || given?.value.kind !== 'name') return false;
  let names = lists.get(within);
  if (names === undefined) {
    const at = within?.function.at;
    const code = at === undefined ? facts.codeText : facts.codeAt(at);
    names = new Set(
      [...code.matchAll(/(?:String\s?\[\]|List<String>|String\.\.\.)\s+([\w$]+)/g)].map(([, one = '']) => one),
    );
    lists.set(within, names);
  }
  return names.has(given.value.name);
}

function judge(sink: SinkFact): RuleFinding | undefined {
  const words = wordsOfCommand(sink);
  if (words !== undefined) return judgeList(words, sink);
  // One text is cut at its blanks: what is filled in becomes further arguments.
  if (sink.value.form === 'list') return listFinding(sink);
  if (!IN_ONE_TEXT.test(sink.callee)) {
    const [first] = sink.call?.arguments ?? [];
    const isProgram = first?.argument.value.at === sink.argumentAt;
    return isProgram ? flowFinding(sink, USUAL_TRUST, (what) => `The program that is run is ${what}.`) : undefined;
  }
  const finding = flowFinding(sink, USUAL_TRUST, (what) => `The command contains ${what}.`);
  if (finding !== undefined) return finding;
  const hole = holesOf(sink.value).find(({ value }) => !isInert(value, 'shell') && value.taints.length === 0);
  if (hole === undefined || hole.value.origin?.kind === 'call') return undefined;
  return { message: `The command contains ${describeValue(hole.value)}.`, confidence: 'low' };
}

/** Each word of the command, when it is given word by word. */
function wordsOfCommand({ value, call }: SinkFact): readonly Value[] | undefined {
  if (value.fields !== undefined && value.isClosed === true) return [...value.fields.values()];
  const given = call?.arguments.map((one) => one.value) ?? [];
  return given.length > 1 && !IN_ONE_TEXT.test(call?.names[0] ?? '') ? given : undefined;
}

function judgeList(words: readonly Value[], { taints }: SinkFact): RuleFinding | undefined {
  const open = words.filter((word) => openTaints(word, 'shell').length > 0);
  const [program] = words;
  const name = program?.constant?.value;
  const isShell = typeof name === 'string' && SHELL.test(name);
  for (const [index, word] of words.entries()) {
    if (isInert(word, 'shell')) continue;
    // What callers pass for the only word that is not fixed is in that word.
    const surest = surestTaint(open.length === 1 && open[0] === word ? taints : openTaints(word, 'shell'), USUAL_TRUST);
    if (surest === undefined) continue;
    if (isShell || index === 0) {
      const what = index === 0 ? 'The program that is run' : 'The command for the shell';
      return {
        message: `${what} ${hasShape(word) ? 'contains' : 'is'} ${surest.taint.what}.`,
        confidence: surest.confidence,
        taint: surest.taint,
      };
    }
  }
  return undefined;
}

/** A list that shows only a part of its words. */
function listFinding({ value }: SinkFact): RuleFinding | undefined {
  const words = [...(value.fields?.values() ?? [])];
  const isShell = words.some(({ constant }) => typeof constant?.value === 'string' && SHELL.test(constant.value));
  const taint = mainTaint(openTaints(value, 'shell'), ['remote']);
  if (taint === undefined || !isShell) return undefined;
  return { message: `The command for the shell contains ${taint.what}.`, confidence: 'high', taint };
}
