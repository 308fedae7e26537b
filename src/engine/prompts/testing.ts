import type { Message } from '#core/message.ts';
import type { Language } from '../syntax/language.ts';
import { bullets, joinSections, section } from './sections.ts';

/** How a case is written down: the same for tests and for proofs. */
export const CASE_RULES: readonly string[] = [
  'A case is one run of the program: `arguments`, `stdin`, `environment` variables, and `files` that are there when it starts, with paths relative to the folder of the program.',
  '`checks` say what has to be seen afterwards, all of them: `look` is one of stdout-has, stdout-lacks, stderr-has, exit-code, file-has, file-absent, crash, sanitizer-report. `path` is for files, else empty. `text` is on one line, and for exit-code the number.',
  'There is no network. Each case starts in a fresh folder. A run ends after 15 seconds.',
  'Use the standard library alone, and no test framework.',
];

/** Asks for tests of a program that nobody shows: they follow from the task, not from what was written. */
export function writeTestsPrompt(request: string, language: Language, paths: readonly string[]): readonly Message[] {
  const system = joinSections(
    'You write the acceptance tests of a program from its task alone. You have not seen the program, and another engineer writes it. Test what the task promises and nothing that it leaves open: a test that a good program could fail is a bad test.',
    section(
      'Cases',
      bullets([
        ...CASE_RULES,
        '`entry` is the file to start, when the task names it, else empty.',
        'When the task asks for functions or a service and not for a program to start, `driver` is the text of a small program that uses it and prints what comes out; the cases then run the driver with their arguments. Else it is empty.',
        ...(language.runner?.driverAdvice ?? []),
      ]),
    ),
    section(
      'Reply',
      'Reply with JSON alone: `{"entry": "", "driver": "", "cases": [{"name": "...", "arguments": [], "stdin": "", "environment": [], "files": [], "checks": [{"look": "stdout-has", "path": "", "text": "..."}]}]}`. Three to eight cases.',
    ),
  );
  const user = joinSections(
    section('Task', `${request}\n\nIt is written in ${language.title}.`),
    section('Files of the program', bullets(paths)),
  );
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
}

/** Says what was wrong with an answer, and asks again. */
export function askAgain(messages: readonly Message[], answer: string, problem: string): readonly Message[] {
  return [
    ...messages,
    { role: 'assistant', content: answer },
    { role: 'user', content: `That cannot be used: ${problem} Reply with the JSON alone, in the form asked for.` },
  ];
}
