import { describe, expect, it } from 'vitest';
import { memoryFaultsIn as faultsIn } from '#testing/memory-faults-in.ts';

describe('arrays that are filled one by one', () => {
  const file = (test: string, main: string) => `struct list { int count; struct item *items[16]; };
static void add(struct list *list, struct item *item) {
  ${test}
  list->items[list->count++] = item;
}
void show_all(struct list *list) {
  for (int i = 0; i < list->count; i++) show(list->items[i]);
}
${main}`;
  const main = 'int main(void) { return 0; }';

  it('are held against a limit somewhere in a whole program', async () => {
    expect(await faultsIn(file('', main))).toEqual(['4 write-beyond']);
    expect(await faultsIn(file('if (list->count == MOST) return;', main))).toEqual([]);
    expect(await faultsIn(file('if (list->count >= 16) return;', main))).toEqual([]);
  });

  it('may be so in a file that is not at hand', async () => {
    expect(await faultsIn(file('', ''))).toEqual([]);
  });

  it('are in the function itself that goes through what it is given', async () => {
    const code = (test: string) => `struct list { int count; struct item items[8]; };
void f(struct list *list, const char *p, int size) {
  while (size > 0) {
    ${test}
    struct item *item = &list->items[list->count++];
    fill(item, p);
    size -= 4;
    p += 4;
  }
}`;
    expect(await faultsIn(code(''))).toEqual(['5 write-beyond']);
    expect(await faultsIn(code('if (list->count >= MOST) return;'))).toEqual([]);
  });
});

describe('members that are given back', () => {
  it('are set by a function that is called on another way out', async () => {
    const code = (after: string) => `static void set_body(struct page *page, char *body) {
  free(page->body);
  page->body = body;
}
int reload(struct page *page, char *text) {
  if (parse(text) != 0) {
    free(page->body);
    ${after}
    return -1;
  }
  set_body(page, text);
  return 0;
}`;
    expect(await faultsIn(code(''))).toEqual(['7 use-after-free']);
    expect(await faultsIn(code('page->body = NULL;'))).toEqual([]);
  });
});
