import { describe, expect, it } from 'vitest';
import { readXmlReport } from './read-xml.ts';

const read = (text: string) => readXmlReport({ detector: 'my-tool', tool: 'mytool', text }, 'results');

describe('a report in XML', () => {
  it('is read with its attributes, children and text', () => {
    const { children } = read('<?xml version="1.0"?>\n<results><e a="1 &lt; 2">x<b/>y</e><![CDATA[z]]></results>');

    expect(children).toMatchObject([{ name: 'e', text: 'xy', children: [{ name: 'b' }] }]);
    expect(children[0]?.attributes.get('a')).toBe('1 < 2');
    expect(children[0]?.attributes.get('constructor')).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['half of one', '<results><e>'],
    ['a report cut in a tag', '<results><e a="'],
    ['two of them', '<results/><results/>'],
    ['prose', 'Segmentation fault'],
    ['entities of its own', '<!DOCTYPE r [<!ENTITY a "b">]><results>&a;</results>'],
    ['an unknown entity', '<results>&a;</results>'],
    ['another root', '<errors/>'],
  ])('is refused where it is %s', (_, text) => {
    expect(() => read(text)).toThrow(/^The report of 'mytool' is/);
  });

  it('is read however deep it is', () => {
    expect(read(`<results>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</results>`).name).toBe('results');
  });
});
