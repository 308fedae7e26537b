import { describe, expect, it } from 'vitest';
import type { Rule } from '../src/engine/analysis/rule.ts';
import { ruleIndex, rulePage } from './rule-pages.ts';

const rule: Rule = {
  id: 'javascript/eval',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-95'],
  title: 'Text run as code',
  severity: 'high',
  stage: 'stable',
  rationale: 'Whoever chooses the text chooses what runs.',
  remediation: 'Parse the text as data.',
  references: ['https://cwe.mitre.org/data/definitions/95.html'],
};

const examples = [
  { path: 'bad.js', text: 'eval(a); // finding: runs a text\nEval(`${b}`); // missed: needs types\n' },
  { path: 'good.js', text: 'JSON.parse(a);\n' },
];

describe('rulePage', () => {
  it('says what the rule and its examples say', () => {
    expect(rulePage({ rule, examples, density: 0.4 })).toMatchInlineSnapshot(`
      "# Text run as code

      <!-- Written by \`npm run generate\` from the rule and its examples. Do not edit. -->

      - Rule: \`javascript/eval\`
      - Reads: javascript, typescript
      - Severity: high
      - Weakness: [CWE-95: Improper Neutralization of Directives in Dynamically Evaluated Code ('Eval Injection')](https://cwe.mitre.org/data/definitions/95.html)
      - In real code: 0.4 findings per 100,000 lines

      ## Why

      Whoever chooses the text chooses what runs.

      ## How to fix it

      Parse the text as data.

      ## Examples

      ### Reported: bad.js

      \`\`\`js
      eval(a); // finding: runs a text
      Eval(\`\${b}\`);
      \`\`\`

      ### Not reported: good.js

      \`\`\`js
      JSON.parse(a);
      \`\`\`

      ## Known misses

      - \`\` Eval(\`\${b}\`); \`\`: needs types

      ## Read more

      - <https://cwe.mitre.org/data/definitions/95.html>
      "
    `);
  });

  it('has no section of misses without any', () => {
    const [, good] = examples;
    if (good === undefined) throw new Error('There are two examples.');

    expect(rulePage({ rule, examples: [good], density: undefined })).not.toMatch(/Known misses|real code/);
  });

  it('says how to run an experimental rule', () => {
    const page = rulePage({ rule: { ...rule, stage: 'experimental' }, examples, density: undefined });

    expect(page).toContain('experimental: it runs only when it is named, with `--rule javascript/eval`');
  });

  it('fences code that has fences', () => {
    const page = rulePage({ rule, examples: [{ path: 'good.js', text: '// ```\n' }], density: undefined });

    expect(page).toContain('````js\n// ```\n````');
  });
});

describe('ruleIndex', () => {
  it('has a table for each folder, named after the languages that its rules read', () => {
    const index = ruleIndex([rule, { ...rule, id: 'python/eval', languages: ['python'], stage: 'experimental' }]);

    expect(index).toContain('## JavaScript and TypeScript\n');
    expect(index).toContain('| [`eval`](javascript/eval.md) | CWE-95 | high | Text run as code |');
    expect(index).toContain('## Python\n');
    expect(index).toContain('Text run as code (experimental) |');
  });

  it('says so when there is no rule', () => {
    expect(ruleIndex([])).toContain('There is none yet.');
  });
});
