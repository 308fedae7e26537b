import type { Statement } from '#engine/analysis/ir.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';

const DEEPEST = 50;

/** The statements of a file with a class that another has for a field or a base before it, as the evaluator reads downwards. */
export function withClassesInOrder(body: readonly Statement[]): Statement[] {
  const classes = new Map(body.flatMap((one) => (one.kind === 'class' ? [[one.class.name, one] as const] : [])));
  if (classes.size < 2) return [...body];
  const done = new Set<Statement>();
  const ordered: Statement[] = [];
  const visit = (statement: Statement, depth: number): void => {
    if (done.has(statement)) return;
    done.add(statement);
    for (const name of depth < DEEPEST ? namesIn(statement) : []) {
      const other = classes.get(name);
      if (other !== undefined) visit(other, depth + 1);
    }
    ordered.push(statement);
  };
  for (const statement of body) visit(statement, 0);
  return ordered;
}

function namesIn(statement: Statement): readonly string[] {
  if (statement.kind !== 'class') return [];
  const { bases, body } = statement.class;
  return [
    ...bases.map(writtenName),
    ...body.flatMap((one) => (one.kind === 'assign' && one.value.kind === 'cast' ? [one.value.type.name] : [])),
  ];
}
