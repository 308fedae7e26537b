import { countWork } from '#engine/analysis/rule-work.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

const FOR_ALL_TO_WRITE = 'The file can be written by everybody who uses the machine.';
/** Files that hold what nobody else may read. */
const PRIVATE =
  /(?:^|[._/-])(?:private|secret|credentials?|id_rsa|keystore|passwd|shadow)|\.(?:key|pem|p12|jks|pfx)$|PRIVATE KEY/i;

export const rule: Rule = {
  id: 'java/file-permissions',
  languages: ['java'],
  cwes: ['CWE-732', 'CWE-276'],
  title: 'File that others may change or read',
  severity: 'medium',
  rationale: 'Who else uses the machine can then change what the program runs, or read what it keeps secret.',
  remediation: "Give the rights that are needed to the owner alone: 'rw-------' for files, 'rwx------' for folders.",
  references: [
    'https://cwe.mitre.org/data/definitions/732.html',
    'https://cwe.mitre.org/data/definitions/276.html',
    'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/nio/file/attribute/PosixFilePermissions.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) checkCall(facts, call, report);
    for (const node of walk(facts.module.body)) {
      if (
        node.kind === 'member' &&
        /(?:^|\.)(?:PosixFilePermission\.)OTHERS_WRITE$/.test(writtenName(node)) &&
        isGiven(facts, node.at.start)
      )
        report(node.at, { message: FOR_ALL_TO_WRITE, confidence: 'medium' });
      if (node.kind === 'member' && /^(?:Context\.)?MODE_WORLD_(?:READABLE|WRITEABLE)$/.test(writtenName(node)))
        report(node.at, { message: 'The file is open to every other app.', confidence: 'high' });
    }
  },
};

function checkCall(facts: ModuleFacts, call: CallFact, report: Report): void {
  const { callee } = call.expression;
  const method = callee.kind === 'member' ? callee.property : lastName(callee);
  if (method === 'setWritable' || method === 'setReadable' || method === 'setExecutable') {
    if (!isConstant(call.argument(0), true) || !isConstant(call.argument(1), false)) return;
    if (method === 'setWritable') report(call.at, { message: FOR_ALL_TO_WRITE, confidence: 'high' });
    else if (method === 'setReadable' && isPrivate(facts, call))
      report(call.at, {
        message: 'The file with a secret can be read by everybody who uses the machine.',
        confidence: 'medium',
      });
  } else if (method === 'fromString' && /PosixFilePermissions\.fromString$/.test(writtenName(callee))) {
    checkGiven(facts, call, report);
    for (const rights of textsOf(call)) {
      if (/^.{7}.?w/.test(rights)) {
        report(call.at, { message: FOR_ALL_TO_WRITE, confidence: 'high' });
        break;
      }
      if (/^.{3}.*r/.test(rights) && isPrivate(facts, call)) {
        report(call.at, {
          message: 'The file with a secret can be read by others who use the machine.',
          confidence: 'medium',
        });
        break;
      }
    }
  } else if (/^(?:exec|command|ProcessBuilder)$/.test(method) && runsChmod(call)) {
    report(call.at, { message: FOR_ALL_TO_WRITE, confidence: 'high' });
  }
}

/** Rights that a method of the file is given: `write(file, "PRIVATE KEY", key, "rw-r--r--")`. */
function checkGiven(facts: ModuleFacts, { argument, expression, within }: CallFact, report: Report): void {
  const given = expression.arguments[0]?.value;
  if (within === undefined || given?.kind !== 'name' || textOf(argument(0)) !== undefined) return;
  const { name, parameters } = within.function;
  const position = parameters.findIndex((one) => one.name === given.name);
  if (position < 0) return;
  countWork(facts.calls.length);
  for (const call of facts.calls) {
    if (lastName({ ...call.expression.callee }) !== name.replace(/\/\d+$/, '')) continue;
    const rights = textOf(call.argument(position));
    if (rights === undefined || !/^.{3}[r-][w-][x-]r/.test(rights)) continue;
    const words = call.arguments.map(({ value }) => textOf(value) ?? '').join(' ');
    if (!/private|secret|passw|credential|token/i.test(`${words} ${facts.codeAt(call.at)}`)) continue;
    report(call.at, {
      message: 'The file with a secret can be read by others who use the machine.',
      confidence: 'medium',
    });
  }
}

/** The rights that a call is given, or that the calls of its function pass for them. */
function textsOf(call: CallFact): readonly string[] {
  const text = textOf(call.argument(0));
  return text === undefined || !/^[r-][w-][x-][r-][w-][x-][r-][w-][x-]$/.test(text) ? [] : [text];
}

/** Whether names or texts of the function around speak of a secret. */
function isPrivate(facts: ModuleFacts, { within }: CallFact): boolean {
  if (within === undefined) return false;
  const names = [within.function.name, within.class?.name ?? ''];
  for (const node of walk([...within.function.parameters.map(({ target }) => target), ...within.function.body])) {
    if (node.kind === 'name') names.push(node.name);
    else if (node.kind === 'member' || node.kind === 'call') names.push(lastName(node));
    else if (node.kind === 'literal' && typeof node.value === 'string' && PRIVATE.test(node.value)) return true;
  }
  return names.some((name) => {
    const kind = secretKind(name);
    return (
      kind === 'password' || kind === 'key' || kind === 'secret' || /^(?:get)?private_?key$|credential/i.test(name)
    );
  });
}

/** `permissions.add(OTHERS_WRITE)`, `Set.of(…, OTHERS_WRITE)`; a test for it or taking it away gives nothing. */
function isGiven({ codeText }: ModuleFacts, start: number): boolean {
  const before = codeText.slice(Math.max(0, start - 300), start);
  const statement = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('{')) + 1);
  return (
    /\.add\s*\(|\.of\s*\(|asList\s*\(|new\s/.test(statement) && !/\bremove|contains\b|complementOf/.test(statement)
  );
}

function runsChmod({ arguments: given }: CallFact): boolean {
  const words = given.flatMap(({ value }) => [
    textOf(value) ?? '',
    ...[...(value.fields?.values() ?? [])].map((item) => textOf(item) ?? ''),
    ...(value.parts ?? []).map((part) => (typeof part === 'string' ? part : '')),
  ]);
  return /\bchmod\b/.test(words.join(' ')) && /\b0?[0-7]{2}[2367]\b|\b(?:[ao]|ugo)\+\w*w/.test(words.join(' '));
}
