import type { Finding } from '#core/finding.ts';
import type { Message } from '#core/message.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Language } from '../syntax/language.ts';
import { showProgram } from './fence.ts';
import { bullets, joinSections, section, showFindings } from './sections.ts';
import { CASE_RULES } from './testing.ts';

/** Asks for the attack on one finding and for a legitimate use beside it. */
export function writeProofPrompt(files: SourceFiles, finding: Finding, language: Language): readonly Message[] {
  const system = joinSections(
    'You show by two runs of a program whether a weakness in it is real. The hostile run makes the attack succeed; the legitimate run uses the same part of the program as it is meant to be used. When the weakness is fixed, the hostile run must no longer succeed and the legitimate one must still work.',
    section(
      'Cases',
      bullets([
        ...CASE_RULES,
        'The checks of `hostile` say that the attack succeeded, and hold on the program as it is: something leaked, a file was made, the program crashed, a sanitizer reported. They must not hold after any sound fix.',
        'The checks of `legitimate` say that the use worked, now and after any sound fix.',
        '`entry` is the file to start. When nothing can be started, `driver` is the text of a program that hands its arguments to the flawed function and prints what comes back. Both cases run the same driver. It judges nothing.',
        ...(language.runner?.driverAdvice ?? []),
      ]),
    ),
    section(
      'Reply',
      'Reply with JSON alone: `{"entry": "", "driver": "", "hostile": CASE, "legitimate": CASE}`, a CASE being `{"name": "...", "arguments": [], "stdin": "", "environment": [], "files": [], "checks": [{"look": "stdout-has", "path": "", "text": "..."}]}`.',
    ),
  );
  const user = joinSections(
    section('Program', showProgram(files, language.id)),
    section('Weakness', showFindings([finding])),
  );
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
}
