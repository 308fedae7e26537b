import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-1336',
  title: 'Template injection',
  what: "Data from outside becomes part of a template's source instead of a value handed to it.",
  exploited:
    'An attacker sends template syntax such as `{{ 7*7 }}` and goes on to read configuration or run code through the engine.',
  fixed: {
    general:
      'Keep templates constant files and pass data only as variables. Where users must write templates, use an engine without logic or code access, or a sandboxed one in an isolated process.',
    python:
      'Use `render_template("page.html", name=name)`, never `render_template_string` or `Template(...)` on built text; for user templates `jinja2.sandbox.SandboxedEnvironment` with few values.',
    javascript:
      'Compile only constant templates with EJS, Pug or Handlebars and pass data as locals; never spread `req.query` or `req.body` into the render options.',
    java: "Keep outside text out of Thymeleaf fragment expressions, and set FreeMarker's `setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER)`.",
    go: 'Parse constant templates only; methods of every value passed to user templates are callable.',
  },
  traps: [
    'Escaping HTML does not neutralise template syntax.',
    'Sandboxes of template engines have been escaped often, so they are a second line.',
  ],
};
