import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-90',
  title: 'LDAP injection',
  what: 'Data from outside goes into an LDAP filter or distinguished name without escaping.',
  exploited:
    'An attacker sends `*)(uid=*))(|(uid=*` and widens the filter, so that the search matches other accounts or the login check passes.',
  fixed: {
    general:
      'Escape the value for its place: `\\ * ( )` and NUL in filters (RFC 4515), `, + " \\ < > ; =` and outer blanks in names (RFC 4514), with the library\'s function. Allow only the characters a user name needs. Authenticate by binding as the user and refuse empty passwords.',
    python:
      'Use `ldap.filter.escape_filter_chars(value)` and `ldap.dn.escape_dn_chars(value)` of python-ldap, or `ldap3.utils.conv.escape_filter_chars` and `ldap3.utils.dn.escape_rdn`.',
    javascript:
      'Build filters from objects (`new EqualityFilter({ attribute: "uid", value })` in ldapts) instead of text.',
    java: 'Use `ctx.search(base, "(uid={0})", new Object[] {value}, controls)`, which escapes, and `javax.naming.ldap.Rdn.escapeValue` for names.',
    go: 'Use `ldap.EscapeFilter(value)` and `ldap.EscapeDN(value)` of go-ldap v3.',
    c: 'Escape with a function that writes `\\2a`, `\\28`, `\\29`, `\\5c` and `\\00`, byte by byte, before the filter is printed.',
  },
  traps: [
    'Filter escaping is wrong inside a distinguished name, and the other way round.',
    'A bind with an empty password succeeds as anonymous on many servers.',
  ],
};
