import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const PARSERS = 'parse fromstring XML iterparse fromstringlist';

/** XML: the standard library's parsers, lxml, XPath. */
export const XML: Framework = {
  name: 'xml',
  aliases: {
    'xml.etree.cElementTree': 'xml.etree.ElementTree',
    cElementTree: 'xml.etree.ElementTree',
    'elementtree.ElementTree': 'xml.etree.ElementTree',
    'lxml.objectify.parse': 'lxml.etree.parse',
    'lxml.objectify.fromstring': 'lxml.etree.fromstring',
  },
  implicit: { etree: 'lxml.etree', ET: 'xml.etree.ElementTree', ElementTree: 'xml.etree.ElementTree' },
  types: {
    ...Object.fromEntries(
      ['lxml.etree', 'xml.etree.ElementTree', 'defusedxml.ElementTree', 'defusedxml.lxml', 'lxml.html'].flatMap(
        (module) => PARSERS.split(' ').map((parser) => [`${module}.${parser}()`, 'xml.Tree']),
      ),
    ),
    'lxml.html.fromstring()': 'xml.Tree',
    'lxml.html.document_fromstring()': 'xml.Tree',
    'xml.Tree.getroot()': 'xml.Tree',
    'xml.etree.ElementTree.ElementTree()': 'xml.Tree',
    'xml.sax.make_parser()': 'xml.sax.Parser',
    'xml.sax.expatreader.create_parser()': 'xml.sax.Parser',
    'lxml.etree.XMLParser()': 'lxml.etree.XMLParser',
  },
  sinks: [
    ...listed.sinks(
      'xpath',
      [0, 'path', '_path'],
      '*.xpath lxml.etree.XPath lxml.etree.ETXPath lxml.etree.XPathEvaluator',
    ),
    ...listed.sinks(
      'xpath',
      [0, 'path', 'match'],
      'xml.Tree.find xml.Tree.findall xml.Tree.findtext xml.Tree.iterfind',
    ),
    ...listed.sinks(
      'xpath',
      [1, 0],
      'elementpath.select elementpath.iter_select libxml2.parseFile().xpathEval *.xpathEval',
    ),
    ...listed.sinks(
      'xml',
      [0, 'source', 'text'],
      'lxml.etree.parse lxml.etree.fromstring lxml.etree.XML lxml.etree.iterparse lxml.etree.fromstringlist',
    ),
    ...listed.sinks(
      'xml',
      [0],
      `xml.etree.ElementTree.parse xml.etree.ElementTree.fromstring xml.etree.ElementTree.XML
       xml.etree.ElementTree.iterparse xml.dom.minidom.parse xml.dom.minidom.parseString xml.dom.pulldom.parse
       xml.dom.pulldom.parseString xml.sax.parse xml.sax.parseString xml.sax.Parser.parse
       xml.dom.expatbuilder.parse xml.dom.expatbuilder.parseString xmltodict.parse`,
    ),
  ],
  sanitizers: [],
};
