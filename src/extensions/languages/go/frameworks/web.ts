import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const VERBS = 'GET POST PUT DELETE PATCH HEAD OPTIONS Any Handle Add Get Post Put Delete Patch All';

function verbs(owner: string): string {
  return VERBS.split(' ')
    .map((verb) => `${owner}.${verb}`)
    .join(' ');
}

/** Gin, Echo, Fiber, Beego, and contexts of frameworks that wrap the standard library. */
export const WEB: Framework = {
  name: 'web',
  aliases: { 'gin.RouterGroup': 'gin.Engine', 'echo.Group': 'echo.Echo' },
  annotations: {
    'gin.Context': 'gin.Context',
    'echo.Context': 'echo.Context',
    'fiber.Ctx': 'fiber.Ctx',
    'gin.Engine': 'gin.Engine',
    'echo.Echo': 'echo.Echo',
    'fiber.App': 'fiber.App',
    'gin.RouterGroup': 'gin.Engine',
    ...listed.names('web.Context', 'Context macaron.Context web.Context context.Context beego_context.Context'),
  },
  types: {
    ...listed.names('net/http.Request', 'web.Context.Request web.Context.Req'),
    ...listed.names('net/http.ResponseWriter', 'web.Context.Writer web.Context.ResponseWriter web.Context.Resp'),
    'gin.Context.Request': 'net/http.Request',
    'gin.Context.Writer': 'net/http.ResponseWriter',
    'echo.Context.Request()': 'net/http.Request',
    'echo.Context.Response()': 'net/http.ResponseWriter',
    'gin.Default()': 'gin.Engine',
    'gin.New()': 'gin.Engine',
    'gin.Engine.Group()': 'gin.Engine',
    'echo.New()': 'echo.Echo',
    'echo.Echo.Group()': 'echo.Echo',
    'fiber.New()': 'fiber.App',
    'fiber.App.Group()': 'fiber.App',
    'gin.Context.FormFile()': 'mime/multipart.FileHeader',
    'echo.Context.FormFile()': 'mime/multipart.FileHeader',
    'fiber.Ctx.FormFile()': 'mime/multipart.FileHeader',
  },
  sources: [
    ...listed.sources(
      'remote',
      'the query string',
      `gin.Context.Query() gin.Context.DefaultQuery() gin.Context.QueryArray() gin.Context.GetQuery() gin.Context.QueryMap()
       echo.Context.QueryParam() echo.Context.QueryParams() echo.Context.QueryString() fiber.Ctx.Query() fiber.Ctx.Queries()`,
    ),
    ...listed.sources(
      'remote',
      'a part of the path',
      'gin.Context.Param() echo.Context.Param() fiber.Ctx.Params() fiber.Ctx.AllParams() fiber.Ctx.Path()',
    ),
    ...listed.sources(
      'remote',
      'a form field',
      `gin.Context.PostForm() gin.Context.DefaultPostForm() gin.Context.PostFormArray() gin.Context.GetPostForm()
       echo.Context.FormValue() echo.Context.FormParams() fiber.Ctx.FormValue() gin.Context.MultipartForm()`,
    ),
    ...listed.sources('remote', 'a header', 'gin.Context.GetHeader() fiber.Ctx.Get() fiber.Ctx.Hostname()'),
    ...listed.sources('remote', 'a cookie', 'gin.Context.Cookie() echo.Context.Cookie() fiber.Ctx.Cookies()'),
    ...listed.sources(
      'remote',
      'the body of the request',
      'gin.Context.GetRawData() fiber.Ctx.Body() fiber.Ctx.BodyRaw()',
    ),
    { value: 'gin.Context', kind: 'remote', what: 'something of the request', isCarrier: true },
    { value: 'echo.Context', kind: 'remote', what: 'something of the request', isCarrier: true },
    { value: 'fiber.Ctx', kind: 'remote', what: 'something of the request', isCarrier: true },
  ],
  propagators: [
    ...listed.propagators(
      ['receiver'],
      0,
      `gin.Context.Bind gin.Context.BindJSON gin.Context.BindQuery gin.Context.BindUri gin.Context.ShouldBind
       gin.Context.ShouldBindJSON gin.Context.ShouldBindQuery gin.Context.ShouldBindUri gin.Context.ShouldBindXML
       gin.Context.ShouldBindWith echo.Context.Bind fiber.Ctx.BodyParser fiber.Ctx.QueryParser fiber.Ctx.ParamsParser`,
    ),
  ],
  sinks: [
    ...listed.sinks('redirect', [1], 'gin.Context.Redirect echo.Context.Redirect'),
    ...listed.sinks('redirect', [0], 'fiber.Ctx.Redirect'),
    ...listed.sinks('path', [0], 'gin.Context.File echo.Context.File fiber.Ctx.SendFile fiber.Ctx.Download'),
    ...listed.sinks('path', [0], 'gin.Context.FileAttachment echo.Context.Attachment echo.Context.Inline'),
    ...listed.sinks('path', [1], 'gin.Context.SaveUploadedFile fiber.Ctx.SaveFile'),
    ...listed.sinks('html', [1], 'echo.Context.HTML echo.Context.HTMLBlob'),
    ...listed.sinks('html', [2], 'gin.Context.Data echo.Context.Blob', isHtml),
    ...listed.sinks('html', [0], 'gin.Context.Writer.Write gin.Context.Writer.WriteString'),
    ...listed.sinks('html', [0], 'fiber.Ctx.SendString fiber.Ctx.Send fiber.Ctx.WriteString'),
  ],
  routes: [
    ...listed.routes({ handlers: 'all-functions', parameterTypes: ['gin.Context'] }, verbs('gin.Engine')),
    ...listed.routes({ handlers: 'all-functions', parameterTypes: ['echo.Context'] }, verbs('echo.Echo')),
    ...listed.routes({ handlers: 'all-functions', parameterTypes: ['fiber.Ctx'] }, verbs('fiber.App')),
  ],
};

/** Whether the type that is sent with the data is that of a page. */
function isHtml(call: CallFact): boolean {
  const type = call.argument(1)?.constant?.value;
  return typeof type === 'string' && type.startsWith('text/html');
}
