import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant } from '#engine/analysis/judges/constant-of.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const WEB =
  /^(?:flask|bottle|sanic|dash|quart|aiohttp|tornado|fastapi|starlette|uvicorn|werkzeug|django|pyramid|web|cherrypy)(?:\.|$)/;
const SETTING = /^(?:DEBUG|TEMPLATE_DEBUG|FLASK_DEBUG|DEBUG_PROPAGATE_EXCEPTIONS)$/;

export const rule: Rule = {
  id: 'python/debug-mode',
  languages: ['python'],
  cwes: ['CWE-489', 'CWE-215'],
  title: 'Debug mode left on',
  severity: 'high',
  rationale:
    'The debugger of a web framework shows code and variables to whoever causes an error, and may run what they type.',
  remediation: 'Leave debug mode off, and switch it on from the environment while developing.',
  references: [
    'https://cwe.mitre.org/data/definitions/489.html',
    'https://cwe.mitre.org/data/definitions/215.html',
    'https://flask.palletsprojects.com/en/stable/debugging/',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const isWeb = [...facts.imports].some((name) => WEB.test(name));
    const confidence = isTestPath(facts.module.path) ? 'low' : 'high';
    for (const call of facts.calls) {
      const name = calleeName(call);
      const isRun =
        /\.(?:run|run_server|run_simple)$/.test(name) || endsWithName(name, 'uvicorn.run') || name === 'run';
      const isApplication =
        endsWithName(name, 'tornado.web.Application') || /(?:^|\.)(?:FastAPI|Starlette|Dash)$/.test(name);
      if (!isRun && !isApplication) continue;
      for (const { argument, value } of call.arguments) {
        if (!/^(?:debug|use_debugger|use_evalex)$/.test(argument.name ?? '') || !isConstant(value, true)) continue;
        const isServer =
          isWeb ||
          /(?:^|\.)(?:app|application|server)\.run/.test(name) ||
          /\bapp$/.test(facts.codeAt(call.expression.callee.at).split('.')[0] ?? '');
        if (!isServer) continue;
        report(call.at, {
          message: `The server runs with '${argument.name ?? ''}' on.`,
          confidence,
          ...(argument.value.kind === 'literal' && { fix: [{ at: argument.value.at, newText: 'False' }] }),
        });
      }
    }
    const isSettings = /(?:^|[/\\])settings?(?:[/\\][\w.]+|\w*)?\.py$/i.test(facts.module.path);
    for (const { name, property, value, at, valueAt } of facts.assignments) {
      if (!isConstant(value, true)) continue;
      const isConfig =
        SETTING.test(property) &&
        (/config|settings/i.test(name) ||
          isSettings ||
          /\b(?:INSTALLED_APPS|ALLOWED_HOSTS|MIDDLEWARE|ROOT_URLCONF)\b/.test(facts.codeText));
      const isFlag =
        property === 'debug' && isWeb && /(?:^|\.)(?:app|application|Flask\(\)|flask\.Flask)\.debug$/.test(name);
      if (!isConfig && !isFlag) continue;
      report(at, { message: `'${property}' is on.`, confidence, fix: [{ at: valueAt, newText: 'False' }] });
    }
  },
};
