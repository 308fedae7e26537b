import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName, methodName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** What code that looks at the members before it extracts them mentions. */
const CHECKS =
  /^(?:commonpath|commonprefix|is_relative_to|realpath|abspath|is_within_directory|safe_members|is_safe\w*|safe_extract\w*|data_filter|tar_filter|startswith|isabs|normpath)$/;

export const rule: Rule = {
  id: 'python/archive-extraction',
  languages: ['python'],
  cwes: ['CWE-22'],
  title: 'Extraction of an archive without a look at its paths',
  severity: 'high',
  rationale:
    'The members of a tar archive may be named `../../x` or be links, and are then written outside the folder.',
  remediation: "Pass filter='data' to extractall, or check the path of each member first.",
  references: [
    'https://cwe.mitre.org/data/definitions/22.html',
    'https://docs.python.org/3/library/tarfile.html#extraction-filters',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!extractsTar(facts, call) || isFiltered(call) || mentions(facts, call.within, CHECKS)) continue;
      report(call.expression.at, {
        message: `'${methodName(call)}' writes the members of an archive to whatever paths they name.`,
        confidence: call.receiver?.taints.some(({ kind }) => kind === 'remote') === true ? 'high' : 'medium',
      });
    }
  },
};

function extractsTar({ imports }: ModuleFacts, call: CallFact): boolean {
  const name = calleeName(call);
  if (name === 'shutil.unpack_archive') return call.argument(0)?.taints.some(({ kind }) => kind === 'remote') === true;
  if (name === 'tarfile.TarFile.extractall' || name === 'tarfile.TarFile.extract') return true;
  if (methodName(call) !== 'extractall') return false;
  return !name.startsWith('zipfile.') && imports.has('tarfile') && !imports.has('zipfile');
}

function isFiltered(call: CallFact): boolean {
  const { argument, has } = call;
  const filter = argument('filter');
  if (filter !== undefined) return textOf(filter) !== 'fully_trusted' && !isConstant(filter, null);
  return has('members') || (methodName(call) === 'extractall' && has(1));
}
