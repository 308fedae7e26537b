import type { Language } from '#engine/syntax/language.ts';

export const language: Language = {
  id: 'go',
  title: 'Go',
  aliases: ['go', 'golang'],
  extensions: ['.go'],
  defaultFile: 'main.go',
  grammars: { '*': 'tree-sitter-go.wasm' },
  nodes: {
    comment: ['comment'],
    string: ['interpreted_string_literal', 'raw_string_literal', 'rune_literal'],
    function: ['function_declaration', 'method_declaration', 'func_literal'],
    type: ['type_spec', 'type_alias'],
    call: ['call_expression'],
    condition: ['if_statement', 'for_clause'],
    handler: [],
    return: ['return_statement'],
    empty: ['empty_statement'],
    block: ['source_file', 'statement_list', 'block'],
    clause: [],
    leave: ['break_statement', 'continue_statement', 'goto_statement'],
    binding: { short_var_declaration: 'left', assignment_statement: 'left', var_spec: 'name' },
  },
  suppression:
    /(?:\bnolint\b|#\s?nosec\b|\bnosec\b|\blint:(?:file-)?ignore|\bnosem(?:grep)?\b|\bNOSONAR\b|\blgtm\b|\bcodeql\s*\[|\bsnyk:\s*ignore|\brevive:disable|\bgosec:disable)/i,
  evaluators: ['.MethodByName', 'plugin.Open', '.Lookup', 'otto.Run', 'goja.RunString', '.RunString'],
  lookups: ['.MethodByName', 'plugin.Open', '.Lookup'],
  exits: ['panic', 'os.Exit', 'log.Fatal', 'log.Fatalf', 'log.Fatalln', 'log.Panic', 'log.Panicf', 'runtime.Goexit'],
  privateName: /^(?!main$)[a-z_]/,
  expectations: [
    'Write `package main` with a `main` function and import exactly the packages that are used.',
    'Handle every error that a call gives back: none is assigned to `_`.',
    'Write every function in full: no note in place of code.',
    'Read keys and passwords from the environment and stop with a clear message when one is missing.',
    'Give servers and clients time limits.',
  ],
};
