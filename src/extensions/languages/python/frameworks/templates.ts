import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

/** Template engines: Jinja2, Mako, Chameleon and kin. */
export const TEMPLATES: Framework = {
  name: 'templates',
  aliases: {
    'jinja2.environment': 'jinja2',
    'markdown.markdown.markdown': 'markdown.markdown',
    'jinja2.sandbox.ImmutableSandboxedEnvironment': 'jinja2.sandbox.SandboxedEnvironment',
  },
  implicit: { markdown: 'markdown.markdown', Template: 'jinja2.Template', Environment: 'jinja2.Environment' },
  types: {
    'jinja2.Environment()': 'jinja2.Environment',
    'jinja2.Template()': 'jinja2.Template',
    'jinja2.Environment.from_string()': 'jinja2.Loaded',
    'jinja2.Environment.get_template()': 'jinja2.Loaded',
    'jinja2.sandbox.SandboxedEnvironment()': 'jinja2.sandbox.SandboxedEnvironment',
    'flask.Flask.jinja_env': 'jinja2.Environment',
    'mako.template.Template()': 'mako.template.Template',
    'mako.lookup.TemplateLookup().get_template()': 'mako.template.Template',
  },
  sinks: [
    ...listed.sinks(
      'html',
      [0, 'text'],
      'markdown.markdown markdown2.markdown mistune.markdown mistune.html commonmark.commonmark',
    ),
    ...listed.sinks(
      'template',
      [0, 'source'],
      'jinja2.Template jinja2.Environment.from_string jinja2.Environment.compile',
    ),
    ...listed.sinks('template', [0, 'text'], 'mako.template.Template'),
    ...listed.sinks(
      'template',
      [0],
      'chameleon.PageTemplate genshi.template.MarkupTemplate Cheetah.Template.Template tenjin.Template trender.TRender',
    ),
    ...listed.sinks('path', [0, 'name'], 'jinja2.Environment.get_template mako.lookup.TemplateLookup().get_template'),
  ],
  sanitizers: [
    // Whether an environment escapes is asked where it is made; a template without one never does.
    ...listed.sanitizers(
      ['html'],
      '*.render *.render_async *.render_to_string *.render_template',
      ({ receiver }) => receiver?.name !== 'jinja2.Template' && receiver?.name !== 'mako.template.Template',
    ),
  ],
};
