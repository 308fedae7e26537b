import { describe, expect, it } from 'vitest';
import { fixedBy } from '#testing/fix-fixture.ts';
import { rule } from './rule.ts';

const program = (line: string, before = 'char room[8];', head = '#include <stdio.h>'): string =>
  `${head}\nvoid put(const char *s) {\n  ${before}\n  ${line}\n}\n`;

describe('a writing call gets the size of its array', () => {
  it.each([
    ['strcpy(room, s);', 'snprintf(room, sizeof(room), "%s", s);'],
    ['(void)strcpy(room, s + 1);', '(void)snprintf(room, sizeof(room), "%s", s + 1);'],
    ['room[0] = 0; strcat(room, s);', 'room[0] = 0; strncat(room, s, sizeof(room) - strlen(room) - 1);'],
    ['sprintf(room, "%s!", /* why */ s);', 'snprintf(room, sizeof(room), "%s!", /* why */ s);'],
    ['int n = snprintf(room, 9, "%s", s);', 'int n = snprintf(room, sizeof(room), "%s", s);'],
    ['while (fgets(room, 80, stdin)) {}', 'while (fgets(room, sizeof(room), stdin)) {}'],
    ['strncat(room, s, sizeof(room));', 'strncat(room, s, sizeof(room) - strlen(room) - 1);'],
    ['scanf("%s", room);', 'scanf("%7s", room);'],
    ['int n; scanf("%d:%9[a-z]", &n, room);', 'int n; scanf("%d:%7[a-z]", &n, room);'],
  ])('%s', async (line, fixed) => {
    expect(await fixedBy(rule, 'main.c', program(line))).toBe(program(fixed));
  });

  it('whose size is a macro', async () => {
    const head = '#include <stdio.h>\n#define SIZE 8';
    const before = 'char room[SIZE * 2];';
    expect(await fixedBy(rule, 'main.c', program('scanf("%s", room);', before, head))).toBe(
      program('scanf("%15s", room);', before, head),
    );
  });

  it('and what declares the new call', async () => {
    expect(await fixedBy(rule, 'main.c', program('strcpy(room, s);', undefined, '#include <string.h>'))).toBe(
      program('snprintf(room, sizeof(room), "%s", s);', undefined, '#include <stdio.h>\n#include <string.h>'),
    );
  });
});

describe('no fix is offered', () => {
  it.each([
    ['for a pointer', 'strcpy(room, s);', 'char *room = alloca(8);'],
    ['for the inside of an array', 'strcpy(room + 1, s);', undefined],
    ['for a row of an array', 'strcpy(room[1], s);', 'char room[2][8];'],
    ['where the result is used', 'char *end = strcpy(room, s);', undefined],
    ['where the length of what is written is used', 'int n = sprintf(room, "%s", s);', undefined],
    ['where the array is read, too', 'sprintf(room, "%s%s", room, s);', undefined],
    ['where the name means two arrays', '{ char room[4]; strcpy(room, s); }', undefined],
    ['for a width that cannot be written as a number', 'scanf("%s", room);', 'char room[sizeof(long)];'],
    ['where one of several texts has no array', 'scanf("%s %s", room, s);', undefined],
    ['for a format of several pieces', 'scanf("%d" "%s", &room[0], room);', undefined],
  ])('%s', async (_, line, before) => {
    expect(await fixedBy(rule, 'main.c', program(line, before))).toBeUndefined();
  });

  it('where the call is part of a macro', async () => {
    const head = '#include <stdio.h>\n#define PUT(to, from) strcpy(to, from)';
    expect(await fixedBy(rule, 'main.c', program('PUT(room, s);', undefined, head))).toBeUndefined();
  });

  it('where no line is sure to declare the new call', async () => {
    const head = '#if defined(__linux__)\n#include <string.h>\n#endif';
    expect(await fixedBy(rule, 'main.c', program('strcpy(room, s);', undefined, head))).toBeUndefined();
  });
});
