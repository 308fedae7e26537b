import type { SourceFiles } from '#core/source-file.ts';
import type { FixBrief, GenerateBrief } from '../session/strategy.ts';
import { quote } from './dialogue.ts';
import { showProgram } from './fence.ts';
import { bullets, section } from './sections.ts';

/** The parts of a prompt about a program that its own model works on, whoever wrote it first. */
export interface OwnWork {
  /** What is to be done, and what a person added. */
  readonly task: readonly string[];
  /** The program as it stands; empty when nothing has been written yet. */
  readonly program: string;
  /** Why the last reply could not be used; empty for nothing. For the prompt that asks for the program. */
  readonly problem: string;
}

/** A program that is written here: in the reply to a step, or not at all yet. */
export function writtenWork({ request, language, problem }: GenerateBrief, draft: string | undefined): OwnWork {
  return {
    task: [section('Task', `${request}\n\nIt is written in ${language.title}.`)],
    program: quote('The program so far', draft),
    problem: section('Your last reply could not be used', problem ?? ''),
  };
}

/** A program that a person brought: as it is, or as the reply to a step has it. */
export function broughtWork({ request, language, files, instructions }: FixBrief, draft: string | undefined): OwnWork {
  return {
    task: [
      section('Task', `${request}\n\nIt is written in ${language.title}.`),
      section('What the person added', bullets(instructions)),
    ],
    program: draft === undefined ? brought(files, language.id) : quote('The program so far', draft),
    problem: '',
  };
}

function brought(files: SourceFiles, info: string): string {
  return section('The program so far', showProgram(files, info));
}
