import { basename } from 'node:path';

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|test-d|generated|config|setup))?\.ts$/;
const EMPTY_NAMES = /^(?:utils?|helpers?|types|common|misc|shared|constants)(?:\.test)?\.ts$/;

/** @type {import('eslint').Rule.RuleModule} */
export const fileName = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      kebab: "'{{name}}' is not kebab-case.",
      empty: "'{{name}}' says nothing. Name the file after the one concept it exports.",
    },
  },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename);
      if (EMPTY_NAMES.test(name)) context.report({ node, messageId: 'empty', data: { name } });
      else if (!KEBAB.test(name)) context.report({ node, messageId: 'kebab', data: { name } });
    },
  }),
};
