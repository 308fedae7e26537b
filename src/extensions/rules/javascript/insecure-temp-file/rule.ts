import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { prefixOf } from '#engine/analysis/judges/constant-of.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'javascript/insecure-temp-file',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-377', 'CWE-379'],
  title: 'Temporary file with a name that can be guessed',
  severity: 'medium',
  rationale: 'Somebody else can put a link there first, and the program then writes where the link leads.',
  remediation: 'Make a folder of its own with fs.mkdtemp and write there.',
  references: [
    'https://cwe.mitre.org/data/definitions/377.html',
    'https://cwe.mitre.org/data/definitions/379.html',
    'https://nodejs.org/api/fs.html#fsmkdtempprefix-options-callback',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!/^fs\.(?:writeFile|appendFile|createWriteStream|outputFile)(?:Sync)?$/.test(calleeName(call))) continue;
      const path = call.argument(0);
      if (path === undefined || !isInSharedFolder(path)) continue;
      report(call.at, {
        message: 'A file is written in a folder that all users share, under a name that can be guessed.',
        confidence: 'medium',
      });
    }
  },
};

function isInSharedFolder(path: Value): boolean {
  if (holesOf(path).length === 0) return /^\/(?:var\/)?tmp\//.test(prefixOf(path));
  const first = holesOf(path)[0];
  const isShared =
    /^\/(?:var\/)?tmp\//.test(prefixOf(path)) ||
    (first?.before === '' && /os\.tmpdir\(?\)?/.test(`${first.value.name ?? ''}${writtenName(first.value.origin)}`));
  return isShared && holesOf(path).every(({ value }) => !isRandom(value));
}

function isRandom({ name, origin, traits }: Value): boolean {
  if (/random|uuid|uid|nanoid|mkdtemp|digest|unique|stamp/i.test(`${name ?? ''} ${traits.join(' ')}`)) return true;
  return (
    origin !== undefined &&
    [...walk([origin])].some((node) => node.kind === 'member' && /random|uuid|nanoid|uid$|unique/i.test(node.property))
  );
}
