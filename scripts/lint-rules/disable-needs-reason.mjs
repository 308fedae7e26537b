const DIRECTIVE = /^\s*(eslint-disable(?:-next-line|-line)?|@ts-expect-error|@ts-ignore|@ts-nocheck)\b/;

/** @type {import('eslint').Rule.RuleModule} */
export const disableNeedsReason = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { reason: "'{{directive}}' gives no reason. Add one after ' -- '." },
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const directive = DIRECTIVE.exec(comment.value)?.[1];
        if (directive === undefined || / -- \S/.test(comment.value)) continue;
        context.report({ loc: comment.loc, messageId: 'reason', data: { directive } });
      }
    },
  }),
};
