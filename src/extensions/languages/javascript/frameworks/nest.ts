import type { Framework, Route, Source } from '#engine/analysis/framework.ts';

const from = (decorator: string, what: string): Source => ({
  value: `@nestjs/common.${decorator}()`,
  kind: 'remote',
  what,
});

const route = (decorator: string): Route => ({ callee: `@nestjs/common.${decorator}` });

/** NestJS: decorators say which parameters hold parts of the request, and which methods answer one. */
export const NEST: Framework = {
  name: 'nestjs',
  sources: [
    from('Query', 'the query string'),
    from('Body', 'the body of the request'),
    from('Param', 'the path of the request'),
    from('Headers', 'the headers of the request'),
    from('UploadedFile', 'an uploaded file'),
    from('UploadedFiles', 'the uploaded files'),
  ],
  annotations: {
    '@nestjs/common.Req()': 'express.Request',
    '@nestjs/common.Request()': 'express.Request',
    '@nestjs/common.Res()': 'express.Response',
    '@nestjs/common.Response()': 'express.Response',
  },
  routes: [route('Get'), route('Post'), route('Put'), route('Patch'), route('Delete'), route('All')],
};
