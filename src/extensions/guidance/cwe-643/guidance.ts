import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-643',
  title: 'XPath injection',
  what: 'Data from outside is concatenated into an XPath expression.',
  exploited:
    "An attacker closes the literal and adds `or '1'='1'`, so that the expression selects other nodes or a login check passes.",
  fixed: {
    general:
      'Keep the expression constant and bind values as XPath variables. Where the library has none, select with a constant expression and compare in code, and accept only the characters the value needs.',
    python:
      'With lxml write `root.xpath("//user[@name=$name]", name=value)`; ElementTree has no variables, so compare in a loop.',
    c: 'With libxml2 write `$name` and call `xmlXPathRegisterVariable(ctxt, BAD_CAST "name", xmlXPathNewString(value))`.',
    javascript:
      'With the xpath package use `xpath.parse("//user[@name=$name]").select({ node, variables: { name } })`.',
    java: 'Set an `XPathVariableResolver` on the `XPath` object and use `$name` in a compiled expression.',
    go: 'Select the nodes with a constant expression and compare `SelectAttr("name") == value` in code.',
  },
  traps: [
    'XPath 1.0 has no escape for quotes inside a literal, so escaping them does not work.',
    'Doubling quotes is right for XPath 2.0 only.',
  ],
};
