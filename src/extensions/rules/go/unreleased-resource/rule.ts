import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName, methodName } from '#engine/analysis/judges/callee-name.ts';
import { ancestorsOf } from '#engine/analysis/judges/surroundings.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Calls that give something to be closed, and how that is done. */
const OPENERS: readonly { readonly callee: RegExp; readonly close: string }[] = [
  { callee: /^net\/http\.(?:Client\.)?(?:Get|Post|PostForm|Head|Do)$/, close: 'Body\\.Close' },
  { callee: /^os\.(?:Open|Create|OpenFile)$/, close: 'Close' },
  { callee: /^db\.Handle\.(?:Query|QueryContext|Queryx)$/, close: 'Close' },
  { callee: /^net\.(?:Dial|DialTimeout|Listen)$/, close: 'Close' },
];

/** Characters of a function whose text is searched for each call. */
const LONGEST_FUNCTION = 40_000;

export const rule: Rule = {
  id: 'go/unreleased-resource',
  languages: ['go'],
  cwes: ['CWE-772', 'CWE-404'],
  title: 'Resource that is never closed',
  severity: 'low',
  rationale: 'Connections and files that stay open run out, and the program can open no more.',
  remediation: 'Close it with defer as soon as it is known to be open.',
  references: ['https://cwe.mitre.org/data/definitions/772.html', 'https://cwe.mitre.org/data/definitions/404.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      const opener = OPENERS.find(({ callee }) => callee.test(name));
      if (opener === undefined || call.within === undefined) continue;
      const variable = variableOf(facts, call);
      if (variable === undefined) continue;
      const whole = facts.codeAt(call.within.function.at);
      if (whole.length > LONGEST_FUNCTION) continue;
      const text = whole.replace(readsOf(variable), '');
      if (new RegExp(`\\b${variable}\\.${opener.close}\\b`).test(text) || isHandedOn(text, variable)) continue;
      report(call.at, {
        message: `Nothing closes '${variable}', which '${methodName(call)}' opens.`,
        confidence: 'medium',
      });
    }
  },
};

function variableOf(facts: ModuleFacts, call: CallFact): string | undefined {
  for (const node of ancestorsOf(facts, call.expression)) {
    if (node.kind !== 'assign') return undefined;
    const [target] = node.targets;
    const first = target?.kind === 'sequence' ? target.items[0] : target;
    return first?.kind === 'name' && /^[A-Za-z]\w*$/.test(first.name) ? first.name : undefined;
  }
  return undefined;
}

/** Calls that read or write and leave open: `io.ReadAll(resp.Body)`, `json.NewDecoder(resp.Body).Decode(&v)`. */
function readsOf(variable: string): RegExp {
  // Arguments may stand in brackets and on lines of their own.
  const open = String.raw`\([(\s]*`;
  const reading = [
    String.raw`(?:io|ioutil)\.ReadAll${open}(?:io\.LimitReader${open})?`,
    String.raw`io\.WriteString${open}`,
    String.raw`fmt\.Fprint(?:f|ln)?${open}`,
    String.raw`io\.Copy${open}(?:[\w.]{1,40}\)?,\s*\(?)?`,
    String.raw`(?:json|xml)\.NewDecoder${open}(?=[\w.]{1,60}[\s,)]*\.Decode)`,
  ];
  return new RegExp(String.raw`\b(?:${reading.join('|')})${variable}(?:\.Body)?\b`, 'g');
}

/** Returned, kept, or passed to somebody else, who may close it. */
function isHandedOn(text: string, variable: string): boolean {
  return (
    new RegExp(`\\breturn [^\\n]*\\b${variable}\\b(?!\\.)`).test(text) ||
    new RegExp(`[(,]\\s*${variable}\\s*[,)]`).test(text) ||
    new RegExp(`[=:][ \\t]*&?${variable}\\s*[,;}\\n]`).test(text) ||
    new RegExp(`[(,]\\s*${variable}\\.Body\\s*[,)]`).test(text)
  );
}
