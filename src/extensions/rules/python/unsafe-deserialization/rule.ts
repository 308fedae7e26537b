import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule, RuleFinding, TextEdit } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

/** Formats that programs also use for their own files: reported only for data that comes from outside. */
const OWN_FILES = /^(?:joblib|pandas|torch|numpy|keras|sklearn|shelve)\b/;

export const rule: Rule = {
  id: 'python/unsafe-deserialization',
  languages: ['python'],
  cwes: ['CWE-502'],
  title: 'Deserialization of data from outside',
  severity: 'critical',
  rationale: 'Formats that can build any object run code of whoever wrote the data while they are read.',
  remediation:
    'Use a format that holds only data, such as JSON, or yaml.safe_load; sign data of your own and check the signature first.',
  references: [
    'https://cwe.mitre.org/data/definitions/502.html',
    'https://docs.python.org/3/library/pickle.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'deserialize' || seen.has(sink.at.start)) continue;
      const finding = judge(sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
    for (const {
      function: { name },
      returns,
    } of facts.functions) {
      if (!/^__reduce(?:_ex)?__$/.test(name)) continue;
      for (const { value, at } of returns) {
        if (!RUNS.test(value.fields?.get('0')?.name ?? '')) continue;
        report(at, { message: 'Reading the pickle of this object runs a command or code.', confidence: 'high' });
      }
    }
  },
};

/** What no object needs to be built again. */
const RUNS = /^(?:exec|eval|os\.(?:system|popen)|subprocess\.\w+|pty\.spawn|builtins\.(?:exec|eval)|__import__)$/;

function judge(sink: SinkFact): RuleFinding | undefined {
  const { call, callee, value, taints } = sink;
  const where = call === undefined ? callee : methodName(call);
  const outside = surestTaint(taints, {
    remote: 'high',
    local: 'medium',
    parameter: 'medium',
    file: 'medium',
    database: 'medium',
  });
  const fix = safeLoad(sink);
  if (outside !== undefined && !(OWN_FILES.test(callee) && outside.taint.kind !== 'remote')) {
    return {
      message: `${atBeginning(outside.taint.what)} is read by '${where}', which can build any object.`,
      confidence: outside.confidence,
      taint: outside.taint,
      ...(fix === undefined ? {} : { fix }),
    };
  }
  if (OWN_FILES.test(callee) || isFixed(value) || isMadeSafe(value)) return undefined;
  return {
    message: `What '${where}' reads can build any object, and nothing shows where it comes from.`,
    confidence: 'medium',
    ...(fix === undefined ? {} : { fix }),
  };
}

function isFixed(value: Value): boolean {
  return (
    value.constant !== undefined || value.isFixed === true || (value.parts !== undefined && value.taints.length === 0)
  );
}

/** All that gets here was checked. */
function isMadeSafe({ taints }: Value): boolean {
  return taints.length > 0 && taints.every(({ safeFor }) => safeFor === 'all' || safeFor.includes('deserialize'));
}

/** `yaml.load(x)` and `yaml.load(x, Loader=…)` become `yaml.safe_load(x)`. */
function safeLoad({ call, callee }: SinkFact): readonly TextEdit[] | undefined {
  if (call === undefined || callee !== 'yaml.load') return undefined;
  const { callee: function_, arguments: given } = call.expression;
  if (function_.kind !== 'member' || function_.object.kind !== 'name') return undefined;
  const [stream, loader, ...others] = given;
  if (stream === undefined || stream.name !== undefined || stream.isSpread === true || others.length > 0)
    return undefined;
  const edits: TextEdit[] = [{ at: { start: function_.object.at.end, end: function_.at.end }, newText: '.safe_load' }];
  if (loader !== undefined) {
    if (loader.name !== undefined && loader.name !== 'Loader') return undefined;
    edits.push({ at: { start: stream.value.at.end, end: loader.value.at.end }, newText: '' });
  }
  return edits;
}
