import type { IrModule, Statement } from './ir.ts';

/** Modules that a file imports at its top level or inside its top-level statements, as written, each once. */
export function importsOf({ body, text }: IrModule): readonly string[] {
  const found = new Set<string>();
  const visit = (statements: readonly Statement[], depth: number): void => {
    for (const statement of statements) {
      if (statement.kind === 'import') {
        found.add(statement.module);
        for (const { module, imported } of statement.bindings) {
          if (module !== undefined) found.add(module);
          // `from . import db` names a module, too.
          if (imported !== '*' && imported !== 'default') found.add(join(module ?? statement.module, imported));
        }
      } else if (statement.kind === 'try' && depth < 2) visit(statement.body, depth + 1);
      else if (statement.kind === 'if' && depth < 2) visit([...statement.then, ...statement.otherwise], depth + 1);
    }
  };
  visit(body, 0);
  // Calls that import (`require('./db')`) are only told from others when they are evaluated; text shows them early enough.
  for (const [, , module] of text.matchAll(/\brequire\s*\(\s*(["'`])([^"'`\n]{1,200})\1\s*\)/g)) {
    if (module !== undefined) found.add(module);
  }
  return [...found];
}

function join(module: string, name: string): string {
  return module.endsWith('.') ? `${module}${name}` : `${module}.${name}`;
}
