import { bodyNodes } from './body-nodes.ts';
import type { ModuleFacts } from '../facts.ts';
import type { IrFunction, IrModule, Place, TypeName } from '../ir.ts';
import { nodesOf } from './nodes-of.ts';

/** How a variable or a field is declared. */
export interface DeclaredName {
  readonly type: TypeName | undefined;
  /** The words of the declaration up to its value: arguments of templates are in no type. */
  readonly text: string;
  readonly kind: 'local' | 'parameter' | 'field' | 'global';
  /** Whether a value is given with the declaration. */
  readonly hasValue: boolean;
}

/** Declarations that a function sees. */
export interface DeclaredNames {
  /** Of a path (`*this.items`, `items`); of a field of something else (`page.rows`) by the field alone. */
  readonly of: (path: string) => DeclaredName | undefined;
  readonly locals: ReadonlyMap<string, DeclaredName>;
  readonly fields: ReadonlyMap<string, DeclaredName>;
  /** The text of the file, comments blanked. */
  readonly code: string;
}

const LONGEST = 240;
const LONGEST_TYPE = 120;

/** Of classes and of the file. */
interface OuterDeclarations {
  readonly fields: ReadonlyMap<string, DeclaredName>;
  readonly globals: ReadonlyMap<string, DeclaredName>;
}

/** Many rules ask for the same. */
const outerOf = new WeakMap<IrModule, OuterDeclarations>();
const namesOf = new WeakMap<IrFunction, DeclaredNames>();

/** What the file declares outside of functions. */
export function outerDeclarations(facts: ModuleFacts): OuterDeclarations {
  const known = outerOf.get(facts.module) ?? findOuter(facts);
  outerOf.set(facts.module, known);
  return known;
}

function findOuter(facts: ModuleFacts): OuterDeclarations {
  const fields = new Map<string, DeclaredName>();
  const globals = new Map<string, DeclaredName>();
  for (const { class: one } of nodesOf(facts, 'class'))
    for (const field of one.body)
      if (field.kind === 'declare')
        fields.set(field.name, declaredAs(facts.codeText, field.at, field.type, 'field', field.value !== undefined));
  for (const one of facts.module.body)
    if (one.kind === 'declare')
      globals.set(one.name, declaredAs(facts.codeText, one.at, one.type, 'global', one.value !== undefined));
  return { fields, globals };
}

/** What one function sees, with the names of its own before those around it. */
export function declaredNames(facts: ModuleFacts, one: IrFunction, outer: OuterDeclarations): DeclaredNames {
  const known = namesOf.get(one) ?? findNames(facts, one, outer);
  namesOf.set(one, known);
  return known;
}

function findNames(facts: ModuleFacts, { parameters, body }: IrFunction, outer: OuterDeclarations): DeclaredNames {
  const locals = new Map<string, DeclaredName>();
  for (const { name, type, at } of parameters)
    if (name !== '') locals.set(name, declaredAs(facts.codeText, at, type, 'parameter', false));
  for (const node of bodyNodes(body))
    if (node.kind === 'declare' && !locals.has(node.name))
      locals.set(node.name, declaredAs(facts.codeText, node.at, node.type, 'local', node.value !== undefined));
  return {
    of: (path) => {
      const plain = path.replace(/^\*this\./, '');
      const last = plain.split('.').at(-1) ?? plain;
      if (path === plain && last === plain)
        return locals.get(plain) ?? outer.fields.get(plain) ?? outer.globals.get(plain);
      return outer.fields.get(last);
    },
    locals,
    fields: outer.fields,
    code: facts.codeText,
  };
}

function declaredAs(
  code: string,
  { start, end }: Place,
  type: TypeName | undefined,
  kind: DeclaredName['kind'],
  hasValue: boolean,
): DeclaredName {
  // The type stands before what is declared.
  const before = code.slice(Math.max(0, start - LONGEST_TYPE), start);
  const text = before.slice(Math.max(...[';', '{', '}', '('].map((sign) => before.lastIndexOf(sign))) + 1);
  return { type, text: text + code.slice(start, Math.min(end, start + LONGEST)), kind, hasValue };
}
