import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework, Route, Source } from '#engine/analysis/framework.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { libraries, library } from './library.ts';

const WEB = 'org.springframework.web.bind.annotation';
const JAX = 'javax.ws.rs';

const MAPPINGS = [
  'RequestMapping',
  'GetMapping',
  'PostMapping',
  'PutMapping',
  'DeleteMapping',
  'PatchMapping',
] as const;
const PARTS: readonly (readonly [string, string])[] = [
  ['RequestParam', 'a request parameter'],
  ['PathVariable', 'the path of the request'],
  ['RequestBody', 'the request body'],
  ['RequestHeader', 'a request header'],
  ['RequestPart', 'a part of the request'],
  ['CookieValue', 'a cookie'],
  ['MatrixVariable', 'the path of the request'],
  ['ModelAttribute', 'the form of the request'],
];
const JAX_PARTS: readonly (readonly [string, string])[] = [
  ['QueryParam', 'a request parameter'],
  ['PathParam', 'the path of the request'],
  ['FormParam', 'a field of the form'],
  ['HeaderParam', 'a request header'],
  ['CookieParam', 'a cookie'],
  ['MatrixParam', 'the path of the request'],
  ['BeanParam', 'the request'],
];
const JAX_METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const;

const WEB_NAMES = [...MAPPINGS, ...PARTS.map(([name]) => name), 'RestController', 'ResponseBody', 'CrossOrigin'];
const JAX_NAMES = [...JAX_METHODS, ...JAX_PARTS.map(([name]) => name), 'Path', 'Produces', 'Consumes'];

/** Spring MVC, WebFlux and JAX-RS: annotations say which methods answer requests and what their parameters hold. */
export const SPRING: Framework = {
  name: 'spring',
  ...libraries(
    library(WEB, [], WEB_NAMES),
    library(
      JAX,
      [],
      JAX_NAMES.filter((name) => name !== 'Path'),
      'jakarta.ws.rs',
    ),
    library('org.springframework.web.client', ['RestTemplate']),
    library('org.springframework.ui', ['Model', 'ModelMap']),
    library('org.springframework.web.servlet', ['ModelAndView'], []),
    library('org.springframework.web.servlet.view', [], ['RedirectView']),
    library('org.springframework.web.servlet.mvc.support', ['RedirectAttributes']),
    library('org.springframework.validation', ['BindingResult', 'Errors']),
    library('org.springframework.security.core', ['Authentication']),
    library('java.security', ['Principal']),
    library('org.springframework.data.domain', ['Pageable']),
    library('org.springframework.http', ['HttpHeaders'], ['ResponseEntity']),
    library('org.springframework.web.multipart', ['MultipartFile']),
    library('org.springframework.util', [], ['StringUtils', 'FileCopyUtils']),
  ),
  sources: [
    ...PARTS.map(([name, what]): Source => ({ value: `${WEB}.${name}()`, kind: 'remote', what })),
    ...JAX_PARTS.map(([name, what]): Source => ({ value: `${JAX}.${name}()`, kind: 'remote', what })),
    {
      value: 'org.springframework.web.multipart.MultipartFile.getOriginalFilename()',
      kind: 'remote',
      what: 'the name of an uploaded file',
    },
    { value: '*.getOriginalFilename()', kind: 'remote', what: 'the name of an uploaded file' },
    {
      value: 'org.springframework.web.multipart.MultipartFile.getContentType()',
      kind: 'remote',
      what: 'the type of an uploaded file',
    },
  ],
  sinks: [
    { callee: 'org.springframework.web.servlet.view.RedirectView', kind: 'redirect', arguments: [0] },
    { callee: 'org.springframework.web.servlet.view.RedirectView.setUrl', kind: 'redirect', arguments: [0] },
    { callee: 'org.springframework.http.HttpHeaders.setLocation', kind: 'redirect', arguments: [0] },
    { callee: '*.location', kind: 'redirect', arguments: [0], when: ({ receiver }) => isAnswer(receiver?.name) },
    { callee: 'org.springframework.http.HttpHeaders.add', kind: 'header', arguments: [0, 1] },
    { callee: 'org.springframework.http.HttpHeaders.set', kind: 'header', arguments: [0, 1] },
    ...[
      'getForObject',
      'getForEntity',
      'postForObject',
      'postForEntity',
      'exchange',
      'put',
      'delete',
      'execute',
      'headForHeaders',
      'patchForObject',
    ].map(
      (name) =>
        ({ callee: `org.springframework.web.client.RestTemplate.${name}`, kind: 'url', arguments: [0] }) as const,
    ),
    { callee: 'org.springframework.web.multipart.MultipartFile.transferTo', kind: 'path', arguments: [0] },
    {
      callee: 'org.springframework.http.ResponseEntity.ok().contentType().body',
      kind: 'html',
      arguments: [0],
      when: isPage,
    },
    { callee: '*.transferTo', kind: 'path', arguments: [0] },
    { callee: '*.seeOther', kind: 'redirect', arguments: [0] },
    { callee: '*.temporaryRedirect', kind: 'redirect', arguments: [0] },
  ],
  routes: [
    ...MAPPINGS.map((name): Route => ({ callee: `${WEB}.${name}`, areParametersRemote: true })),
    ...JAX_METHODS.map((name): Route => ({ callee: `${JAX}.${name}`, areParametersRemote: true })),
  ],
};

/** `ResponseEntity.status(302).location(…)`, `Response.temporaryRedirect(…)`. */
function isAnswer(name: string | undefined): boolean {
  return name !== undefined && /(?:^|\.)Response(?:Entity)?\b/.test(name);
}

/** `ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(…)`. */
function isPage({ expression: { callee } }: CallFact): boolean {
  const typed = callee.kind === 'member' ? callee.object : callee;
  const type = typed.kind === 'call' ? typed.arguments[0]?.value : undefined;
  return lastName(type) === 'TEXT_HTML';
}
