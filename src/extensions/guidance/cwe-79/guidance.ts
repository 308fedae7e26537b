import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-79',
  title: 'Cross-site scripting',
  what: 'Data from outside is written into a page without the encoding that its place there (text, attribute, script, URL) needs.',
  exploited:
    "An attacker has a victim load a page with markup in a parameter or stored field; the script runs in the site's origin, steals data and acts as the victim.",
  fixed: {
    general:
      'Build HTML with a template engine that escapes by context and leave escaping on. Encode at output for the exact context, quote attributes, and allow only `http:` and `https:` in links. Sanitize rich text with a maintained allow-list library. Add a Content-Security-Policy as a second line.',
    python:
      'Render with Jinja2 or Django templates and autoescape on; use `markupsafe.escape` for a fragment, `tojson` inside scripts, and `nh3.clean` for rich text. Never mark outside data with `|safe`, `Markup` or `mark_safe`.',
    javascript:
      'In the browser set `textContent` and build nodes with `createElement` instead of `innerHTML`; sanitize rich text with `DOMPurify.sanitize`. On the server use an escaping engine (`<%= %>` in EJS, `{{ }}` in Handlebars) or `res.json`.',
    typescript:
      'Rely on the escaping of React or Angular, avoid `dangerouslySetInnerHTML` and `bypassSecurityTrust*`, and set `textContent` instead of `innerHTML`; sanitize rich text with `DOMPurify.sanitize`.',
    java: 'Use `<c:out>` or Thymeleaf `th:text`, or OWASP Java Encoder (`Encode.forHtml`, `forHtmlAttribute`, `forJavaScript`); sanitize rich text with OWASP Java HTML Sanitizer.',
    go: 'Render with `html/template`, which escapes by context, not `text/template` or `fmt.Fprintf`; never wrap outside data in `template.HTML`.',
    c: 'Write the five characters `&`, `<`, `>`, `"` and `\'` as entities in one function through which every value goes into the page.',
  },
  traps: [
    'Removing `<script>` leaves event handlers, `svg` and `javascript:` links.',
    'HTML escaping does not make a value safe inside a script block, an unquoted attribute or an `href`.',
    'Escaping on input damages the data and misses other contexts.',
  ],
};
