import type { Framework, Source } from '#engine/analysis/framework.ts';
import { libraries, library } from './library.ts';

const REQUEST = 'javax.servlet.http.HttpServletRequest';
const RESPONSE = 'javax.servlet.http.HttpServletResponse';
const SESSION = 'javax.servlet.http.HttpSession';

const READERS: readonly (readonly [string, string])[] = [
  ['getParameter', 'a request parameter'],
  ['getParameterValues', 'a request parameter'],
  ['getParameterMap', 'the request parameters'],
  ['getParameterNames', 'the name of a request parameter'],
  ['getHeader', 'a request header'],
  ['getHeaders', 'a request header'],
  ['getHeaderNames', 'the name of a request header'],
  ['getQueryString', 'the query string'],
  ['getCookies', 'a cookie'],
  ['getInputStream', 'the request body'],
  ['getReader', 'the request body'],
  ['getPart', 'an uploaded file'],
  ['getParts', 'an uploaded file'],
  ['getPathInfo', 'the address asked for'],
  ['getRequestURI', 'the address asked for'],
  ['getRequestURL', 'the address asked for'],
  ['getServletPath', 'the address asked for'],
  ['getServerName', 'the host asked for'],
  ['getRequestedSessionId', 'a cookie'],
  ['getPathTranslated', 'the address asked for'],
];

const METHODS = ['doGet', 'doPost', 'doPut', 'doDelete', 'doHead', 'service'] as const;

/** Servlets of both package names, filters and JSP. */
export const SERVLETS: Framework = {
  name: 'servlets',
  ...libraries(
    library(
      'javax.servlet.http',
      ['HttpServletRequest', 'HttpServletResponse', 'HttpSession'],
      ['Cookie', 'HttpServlet', 'Part'],
      'jakarta.servlet.http',
    ),
    library('javax.servlet', ['ServletContext', 'RequestDispatcher'], [], 'jakarta.servlet'),
    library('javax.servlet.http', ['Part'], []),
  ),
  aliases: {
    ...Object.fromEntries(
      ['javax', 'jakarta'].flatMap((root) => [
        [`${root}.servlet.ServletRequest`, REQUEST],
        [`${root}.servlet.ServletResponse`, RESPONSE],
        [`${root}.servlet.http.HttpServletRequestWrapper`, REQUEST],
      ]),
    ),
    'jakarta.servlet.http.HttpServletRequest': REQUEST,
    'jakarta.servlet.http.HttpServletResponse': RESPONSE,
    'jakarta.servlet.http.HttpSession': SESSION,
    'jakarta.servlet.http.Cookie': 'javax.servlet.http.Cookie',
    'jakarta.servlet.http.Part': 'javax.servlet.http.Part',
    'jakarta.servlet.http.HttpServlet': 'javax.servlet.http.HttpServlet',
    'jakarta.servlet.ServletContext': 'javax.servlet.ServletContext',
  },
  annotations: {
    ...library('javax.servlet.http', ['HttpServletRequest', 'HttpServletResponse', 'HttpSession']).annotations,
    ...library('javax.servlet', ['ServletContext', 'RequestDispatcher']).annotations,
    ServletRequest: REQUEST,
    ServletResponse: RESPONSE,
  },
  implicit: {
    HttpServletRequest: REQUEST,
    HttpServletResponse: RESPONSE,
    HttpSession: SESSION,
    ServletRequest: REQUEST,
    ServletResponse: RESPONSE,
    ServletContext: 'javax.servlet.ServletContext',
    Cookie: 'javax.servlet.http.Cookie',
    HttpServlet: 'javax.servlet.http.HttpServlet',
    Part: 'javax.servlet.http.Part',
    request: REQUEST,
    req: REQUEST,
    httpRequest: REQUEST,
    response: RESPONSE,
    resp: RESPONSE,
    res: RESPONSE,
    httpResponse: RESPONSE,
    session: SESSION,
  },
  types: {
    'javax.servlet.http.Cookie()': 'javax.servlet.http.Cookie',
    [`${REQUEST}.getSession()`]: SESSION,
    [`${RESPONSE}.getWriter()`]: 'servlet.Writer',
    [`${RESPONSE}.getOutputStream()`]: 'servlet.Writer',
    'servlet.Writer.append()': 'servlet.Writer',
    [`${REQUEST}.getServletContext()`]: 'javax.servlet.ServletContext',
    '*.getServletContext()': 'javax.servlet.ServletContext',
    getServletContext: 'javax.servlet.ServletContext',
  },
  sources: [
    ...READERS.map(([name, what]): Source => ({ value: `${REQUEST}.${name}()`, kind: 'remote', what })),
    { value: 'javax.servlet.http.Part.getSubmittedFileName()', kind: 'remote', what: 'the name of an uploaded file' },
    { value: '*.getSubmittedFileName()', kind: 'remote', what: 'the name of an uploaded file' },
  ],
  propagators: [
    // What was put into the request by the program, or names the client by its connection.
    { callee: `${REQUEST}.getAttribute`, from: [], to: 'nothing' },
    { callee: `${REQUEST}.getRemoteAddr`, from: [], to: 'nothing' },
    { callee: `${REQUEST}.getSession`, from: [], to: 'nothing' },
    { callee: `${REQUEST}.getMethod`, from: [], to: 'nothing' },
    { callee: `${REQUEST}.getContextPath`, from: [], to: 'nothing' },
  ],
  sinks: [
    ...['print', 'println', 'write', 'printf', 'format', 'append'].map(
      (name) => ({ callee: `servlet.Writer.${name}`, kind: 'html', arguments: ['any'] }) as const,
    ),
    ...['print', 'println', 'write', 'printf', 'format', 'append'].map(
      (name) => ({ callee: `servlet.Writer.${name}`, kind: 'response', arguments: ['any'] }) as const,
    ),
    { callee: `${RESPONSE}.sendError`, kind: 'response', arguments: [1] },
    { callee: `${RESPONSE}.sendRedirect`, kind: 'redirect', arguments: [0] },
    { callee: '*.sendRedirect', kind: 'redirect', arguments: [0] },
    { callee: `${RESPONSE}.setHeader`, kind: 'header', arguments: [0, 1] },
    { callee: `${RESPONSE}.addHeader`, kind: 'header', arguments: [0, 1] },
    { callee: 'javax.servlet.http.Cookie', kind: 'cookie', arguments: [0, 1] },
    { callee: `${SESSION}.setAttribute`, kind: 'session', arguments: [0, 1] },
    { callee: `${SESSION}.putValue`, kind: 'session', arguments: [0, 1] },
    { callee: 'javax.servlet.http.Part.write', kind: 'path', arguments: [0] },
    { callee: `${REQUEST}.getRequestDispatcher`, kind: 'path', arguments: [0] },
    { callee: 'javax.servlet.ServletContext.getResourceAsStream', kind: 'path', arguments: [0] },
    { callee: 'javax.servlet.ServletContext.getRealPath', kind: 'path', arguments: [0] },
  ],
  routeClasses: [{ base: 'javax.servlet.http.HttpServlet', methods: METHODS, parameterTypes: [REQUEST, RESPONSE] }],
};
