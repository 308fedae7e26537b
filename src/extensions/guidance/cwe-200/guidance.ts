import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-200',
  title: 'Exposure of sensitive information',
  what: 'Data reaches somebody who is not entitled to it: in replies, errors, logs, files, timing or metadata.',
  exploited:
    'An attacker reads fields, records, paths, versions or secrets that the reply holds needlessly, and uses them or prepares the next step.',
  fixed: {
    general:
      'Return only the fields that the caller needs and may see, from an explicit list. Check the right to each record, send neutral errors, keep secrets out of logs and URLs, restrict file modes, and disable listings, debug pages and version banners.',
    python:
      'Use response models with explicit fields (pydantic, DRF serializers without `fields = "__all__"`), and do not return `__dict__` or `os.environ`.',
    c: 'Clear structs before sending (`memset`), send only the bytes written, wipe secrets with `explicit_bzero`, and create files with mode 0600.',
    javascript:
      'Pick fields in the query (`select`) or a schema before `res.json`; serve a dedicated folder with `express.static`, never the project root; call `app.disable("x-powered-by")`.',
    java: 'Return DTOs instead of entities, mark secrets `@JsonIgnore`, and expose only the `health` endpoint of Spring Actuator.',
    go: 'Use response structs apart from storage structs, tag secrets `json:"-"`, and do not serve `net/http/pprof` publicly.',
  },
  traps: [
    'Hiding a field in the page leaves it in the reply.',
    'Dropping known secrets from an object misses fields added later; list what is sent.',
  ],
};
