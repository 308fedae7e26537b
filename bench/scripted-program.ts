/** How many flaws the scripted program starts with: one is fixed per round. */
export const FLAWS = 11;

/** A scripted program of about a hundred lines in which the first `fixed` of eleven queries bind their value. */
export function scriptedProgram(fixed: number): string {
  const tables = ['users', 'orders', 'items', 'carts', 'prices', 'stores', 'staff', 'tours', 'notes', 'files', 'mails'];
  const functions = tables.map((table, index) =>
    index < fixed
      ? `def find_${table}(connection: sqlite3.Connection, name: str) -> list[tuple]:
    """All rows of ${table} with this name, newest first."""
    if not name:
        raise ValueError("a name is needed")
    cursor = connection.execute("SELECT * FROM ${table} WHERE name = ? ORDER BY id DESC", (name,))
    return cursor.fetchall()`
      : `def find_${table}(connection: sqlite3.Connection, name: str) -> list[tuple]:
    """All rows of ${table} with this name, newest first."""
    if not name:
        raise ValueError("a name is needed")
    cursor = connection.execute("SELECT * FROM ${table} WHERE name = '" + name + "' ORDER BY id DESC")
    return cursor.fetchall()`,
  );
  return `"""Looks things up in the shop's database."""
import sqlite3


${functions.join('\n\n\n')}
`;
}

/** The program as a scripted reply, in the form that the prompts ask for. */
export function scriptedReply(fixed: number): string {
  return `- CWE-89, main.py: bound one more value\n\n**main.py**\n\`\`\`python\n${scriptedProgram(fixed)}\`\`\`\n`;
}
