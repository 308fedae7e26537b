/** Goes beside the pairs that are kept. Its first line says whose it is. */
export const REGRESSION_README = `<!-- Written by SecCode. -->
# Attacks that no longer work

Each file in \`pairs/\` holds two runs of the program in the folder above: an attack that worked before a fix, and a use that
worked before and after. A model wrote both; SecCode has seen them run.

    node seccode-proofs/run

passes while every attack fails in order and every use works. It needs Node.js 20, bubblewrap, and what the program itself is
run with (python3, node, or gcc or clang with their sanitizers).

A run is without network and sees no file but the program's. Where there is no bubblewrap it refuses: should a flaw come back, the attack
happens. \`--unconfined\` runs the pairs all the same, with your rights; read them first, or use a container.

Delete a pair that no longer fits the program. SecCode writes these files again when it has new pairs.
`;
