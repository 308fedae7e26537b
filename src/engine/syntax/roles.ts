import type { Language, LanguageNodes } from './language.ts';
import type { SyntaxTree } from './tree.ts';

/** The roles that a node type can play; see `LanguageNodes`. One bit each: a type may play several. */
export const ROLE = {
  comment: 0x1,
  string: 0x2,
  function: 0x4,
  type: 0x8,
  call: 0x10,
  condition: 0x20,
  handler: 0x40,
  return: 0x80,
  empty: 0x100,
  block: 0x200,
  clause: 0x400,
  leave: 0x800,
  assertion: 0x1000,
  ellipsis: 0x2000,
  documentation: 0x4000,
  scope: 0x8000,
  section: 0x10000,
  silencer: 0x20000,
  obsolete: 0x40000,
  unparsed: 0x80000,
} as const;
type Role = keyof typeof ROLE;

/** Tells the roles of a node in a tree. */
export type RolesOf = (node: number) => number;

/** Looks the roles up by type number: names are compared once per tree, not once per node. */
export function rolesIn(tree: SyntaxTree, { nodes }: Language): RolesOf {
  const byName = new Map<string, number>();
  for (const role of ROLE_NAMES) {
    for (const type of typesOf(nodes, role)) byName.set(type, (byName.get(type) ?? 0) | ROLE[role]);
  }
  // Keywords share names with rules ("string" is a type in TypeScript), and play no role.
  const byType = tree.typeNames.map((name, type) => (tree.isNamed[type] ? (byName.get(name) ?? 0) : 0));
  return (node) => byType[tree.types[node] ?? 0] ?? 0;
}

const ROLE_NAMES: readonly Role[] = [
  'comment',
  'string',
  'function',
  'type',
  'call',
  'condition',
  'handler',
  'return',
  'empty',
  'block',
  'clause',
  'leave',
  'assertion',
  'ellipsis',
  'documentation',
  'scope',
  'section',
  'silencer',
  'obsolete',
  'unparsed',
];

function typesOf(nodes: LanguageNodes, role: Role): readonly string[] {
  if (role === 'obsolete') return Object.keys(nodes.obsolete ?? {});
  if (role === 'unparsed') return nodes.unparsed?.types ?? [];
  return nodes[role] ?? [];
}
