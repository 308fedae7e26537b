import { SaxesParser } from 'saxes';
import type { ToolText } from './read-report.ts';
import { toolFailed } from './tool-failed.ts';

export interface XmlElement {
  readonly name: string;
  /** By name; without a prototype's members. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text directly in it, without that of its children. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads a report in XML. The parser is strict, so half a report is none, and a document type, which could declare
 * entities, is refused.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when it is no well-formed XML, or its outermost element has another name.
 */
export function readXmlReport({ detector, tool, text }: ToolText, root: string): XmlElement {
  const found = parse(text);
  if (found === undefined) throw toolFailed(detector, `The report of '${tool}' is no XML, or only half of it.`);
  if (found.name !== root) throw toolFailed(detector, `The report of '${tool}' is not of the expected form.`);
  return found;
}

function parse(text: string): XmlElement | undefined {
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new SyntaxError('A document type.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: new Map(Object.entries(attributes)), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
    root ??= element;
  });
  parser.on('closetag', () => open.pop());
  const add = (more: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(text).close();
    return root;
  } catch {
    return undefined;
  }
}
