import { describe, expect, it } from 'vitest';
import { factsIn, reachedIn } from '#testing/analysis-fixture.ts';

const js = { language: 'javascript' } as const;

describe('routes', () => {
  it('make parameters remote by decorators', async () => {
    const code = `@app.route('/users/<int:id>/<name>', methods=['get', 'POST'])
def f(id, name):
  run(id)
  run(name)
  run(request.path)
@app.route('/fixed')
def g():
  run(request.path)
@other
def h(name):
  run(name)`;
    const facts = await factsIn(code);

    expect(await reachedIn(code)).toEqual([
      "4 shell: the request's 'name'",
      '5 shell: the path',
      "11 shell: the parameter 'name'",
    ]);
    expect(facts.functions.map(({ route }) => route?.methods)).toEqual([['GET', 'POST'], [], undefined]);
    expect(facts.functions[0]?.route).toMatchObject({
      callee: 'weblib.App.route',
      pattern: '/users/<int:id>/<name>',
      returnsHtml: true,
    });
    expect(facts.functions.map(({ decorators }) => decorators.map(({ name }) => name))).toEqual([
      ['weblib.App.route'],
      ['weblib.App.route'],
      ['other'],
    ]);
  });

  it('type parameters by registration', async () => {
    const code = `app.get('/x', check, [(q) => run(q.a)], function (q, res) { run(q.b); });
app.on('data', (text) => run(text));
app.on('end', (text) => run(text));
app.on('data', 1);
function named(q) { run(q.c); }
app.get('/y', named);`;
    const facts = await factsIn(code, js);

    expect(await reachedIn(code, js)).toEqual([
      '1 shell: the query string',
      '1 shell: the query string',
      "2 shell: the request's 'text'",
      "3 shell: the parameter 'text'",
      '5 shell: the query string',
    ]);
    expect(facts.functions.map(({ route }) => route?.methods.join())).toContain('GET');
  });

  it('are methods of some classes', async () => {
    const code = `class A(weblib.View):
  def get(self, id):
    run(id)
  def helper(self, id):
    run(id)
class B(A):
  def post(self, id):
    run(id)`;

    expect(await reachedIn(code)).toEqual([
      "3 shell: the request's 'id'",
      "5 shell: the parameter 'id'",
      "8 shell: the request's 'id'",
    ]);
  });
});
