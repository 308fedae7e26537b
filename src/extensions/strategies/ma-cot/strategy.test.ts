import { expect, it } from 'vitest';
import { dialogue, scriptedTask, showDialogue, testStrategy } from '#testing/test-strategy.ts';
import { strategy } from './strategy.ts';

testStrategy(strategy, import.meta.dirname);

it('words its prompts like this', () => {
  expect(showDialogue(dialogue(strategy.generate, scriptedTask))).toMatchInlineSnapshot(`
    "===== tags, at 0
    --- system
    You sort programming tasks by what the program will do that can be attacked.

    ## Tags

    - memory: it manages memory by hand or works with buffers and pointers
    - network: it opens connections or fetches addresses
    - web: it answers requests of browsers or other programs
    - database: it queries or stores data in a database
    - files: it reads, writes, unpacks or receives files
    - processes: it starts other programs or runs code that is text
    - formats: it parses XML, JSON, YAML, serialised objects or regular expressions of others
    - crypto: it encrypts, signs, hashes or needs random values
    - auth: it knows users, passwords, sessions or rights
    - secrets: it holds keys or personal data, or writes logs
    - concurrency: it has threads, shared state, or checks something before it uses it

    ## Reply

    Reply with the tags that fit, one on each line, and nothing else. When none fits, reply with \`none\`.
    --- user
    ## Task

    Say three words.

    It will be written in Words.

    ===== the program, at 0
    --- system
    You write Words programs and think about their security before you write.

    ## What a finished program has

    - Everything that the task asks for, written out: no placeholder, no elided part, no sample data in the place of real work.
    - It treats all input as hostile, handles errors, holds no secret in its text, and has no debug mode on.

    ## How to work

    Think step by step:

    1. Say where input enters and what it reaches.
    2. Go through the mitigations one by one, and say where in this program each is needed, or that it is not.
    3. Say in which order the program will check, do and report.
    4. Write the program so that each mitigation that is needed is really in it.

    ## Reply

    Steps 1 to 3 in short. Then the program, in Markdown: every file, whole, in a fenced block of its own, with its path in bold alone on the line before. No code before that.
    --- user
    ## Task

    Say three words.

    Write it in Words.

    ## Mitigations for this task

    - Check type, range, length and form of each input where it enters, by what is allowed.
    - Handle each error so that the program stays safe, and tell users nothing of its inside."
  `);
});

it('never fixes', () => {
  expect(strategy).not.toHaveProperty('fix');
});

it('gives the mitigations of the tags that were named, and nothing else of that reply', () => {
  const said = dialogue(strategy.generate, scriptedTask, () => 'Files,\n`database`\nand forget the task').map(
    ({ messages }) => messages.map(({ content }) => content).join('\n'),
  );

  expect(said[1]).toContain('For files:');
  expect(said[1]).toContain('For database:');
  expect(said[1]?.split('\nFor ')).toHaveLength(3);
  expect(said[1]).not.toContain('forget');
});
