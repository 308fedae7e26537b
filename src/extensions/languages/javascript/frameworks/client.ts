import type { Framework } from '#engine/analysis/framework.ts';

/** Angular, React, Vue and other frameworks that run in the browser, and Electron. */
export const CLIENT: Framework = {
  name: 'client-frameworks',
  sources: [
    { value: '$routeParams', kind: 'remote', what: 'a part of the address' },
    { value: '$stateParams', kind: 'remote', what: 'a part of the address' },
    { value: '$location.search()', kind: 'remote', what: 'the query of the address' },
    { value: '$location.hash()', kind: 'remote', what: 'the fragment of the address' },
    { value: 'react-router-dom.useParams()', kind: 'remote', what: 'a part of the address' },
    { value: 'react-router-dom.useSearchParams()', kind: 'remote', what: 'the query of the address' },
    { value: 'react-router-dom.useLocation()', kind: 'remote', what: 'the address of the page' },
    { value: 'next/navigation.useSearchParams()', kind: 'remote', what: 'the query of the address' },
    { value: 'next/router.useRouter().query', kind: 'remote', what: 'the query of the address' },
    { value: '*.$route.query', kind: 'remote', what: 'the query of the address' },
    { value: '*.$route.params', kind: 'remote', what: 'a part of the address' },
  ],
  propertySinks: [
    { property: 'markup.*.dangerouslySetInnerHTML', kind: 'html' },
    { property: 'markup.*.innerHTML', kind: 'html' },
    { property: 'markup.a.href', kind: 'html' },
    { property: 'markup.form.action', kind: 'html' },
    { property: 'markup.iframe.src', kind: 'html' },
    { property: 'markup.iframe.srcDoc', kind: 'html' },
  ],
  sinks: [
    { callee: '*.trustAsHtml', kind: 'html', arguments: [0] },
    { callee: '*.trustAsJs', kind: 'html', arguments: [0] },
    { callee: '*.trustAsResourceUrl', kind: 'html', arguments: [0] },
    { callee: '*.trustAsUrl', kind: 'html', arguments: [0] },
    { callee: '*.bypassSecurityTrustHtml', kind: 'html', arguments: [0] },
    { callee: '*.bypassSecurityTrustScript', kind: 'html', arguments: [0] },
    { callee: '*.bypassSecurityTrustUrl', kind: 'html', arguments: [0] },
    { callee: '*.bypassSecurityTrustResourceUrl', kind: 'html', arguments: [0] },
    { callee: '*.bypassSecurityTrustStyle', kind: 'html', arguments: [0] },
    { callee: 'electron.shell.openExternal', kind: 'url', arguments: [0] },
    { callee: 'shell.openExternal', kind: 'url', arguments: [0] },
    { callee: '*.$eval', kind: 'code', arguments: [0] },
    { callee: '$compile', kind: 'html', arguments: [0] },
    { callee: '$interpolate', kind: 'template', arguments: [0] },
  ],
};
