import type { IrClass, Statement } from '#engine/analysis/ir.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { ClassDraft, Lowering } from './lowering.ts';

/** What is known of a type of the file so far. */
export function draftClass(context: Lowering, name: string, nameNode: number, node: number): ClassDraft {
  const known = context.classes.get(name);
  if (known !== undefined) return known;
  const draft = { name, nameAt: context.place(nameNode), at: context.place(node), bases: [], body: [] };
  context.classes.set(name, draft);
  return draft;
}

/** The types of the file as classes; one that another has for a field or a base comes before it. */
export function classStatements(classes: ReadonlyMap<string, ClassDraft>): Statement[] {
  const done = new Set<string>();
  const ordered: ClassDraft[] = [];
  const visit = (draft: ClassDraft, depth: number): void => {
    if (done.has(draft.name)) return;
    done.add(draft.name);
    for (const name of depth < 50 ? namesIn(draft) : []) {
      const other = classes.get(name);
      if (other !== undefined) visit(other, depth + 1);
    }
    ordered.push(draft);
  };
  for (const draft of classes.values()) visit(draft, 0);
  return ordered.map(({ name, nameAt, at, bases, body }): Statement => {
    const made: IrClass = { name, nameAt, bases, decorators: [], body, at };
    return { kind: 'class', class: made, at };
  });
}

function namesIn({ bases, body }: ClassDraft): string[] {
  return [...bases, ...body.flatMap((statement) => (statement.kind === 'assign' ? [statement.value] : []))].map(
    writtenName,
  );
}
