import { basename } from 'node:path';
import { Language as Grammar, Parser } from 'web-tree-sitter';
import { describe, expect, it } from 'vitest';
import { readGrammarFile } from '#engine/syntax/grammar-files.ts';
import type { Language } from '#engine/syntax/language.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import type { Outline } from '#engine/syntax/outline.ts';

/** A piece of code and what its outline has, in the short form of `summarise`. */
export interface OutlineCase {
  /** Finishes the sentence "it ...". */
  readonly title: string;
  readonly source: string;
  /** File ending where the language's first one will not do. */
  readonly ending?: string;
  /** Only the parts named here are compared. */
  readonly expected: Partial<OutlineSummary>;
}

/** An outline on few lines, so that a test shows all of it. */
export interface OutlineSummary {
  /** `name`, then what holds of it: `public`, the number of statements, the kind of stub, `identity`. */
  readonly functions: readonly string[];
  readonly types: readonly string[];
  /** `function: callee arguments`; without the first part at top level. */
  readonly calls: readonly string[];
  /** `function: condition`, with ` -> leaves` when the branch does. */
  readonly conditions: readonly string[];
  /** `function: empty broad` and the like. */
  readonly handlers: readonly string[];
  readonly comments: readonly string[];
  readonly strings: readonly string[];
  /** `line:column message`. */
  readonly faults: readonly string[];
  readonly statements: number;
  /** Lines. */
  readonly ellipses: readonly number[];
}

export interface LanguageKit {
  readonly directory: string;
  /** A finished program: parses without a fault. */
  readonly program: string;
  /** A program with one fault in the middle; `survivor` is a function after it that must be found nevertheless. */
  readonly broken: { readonly source: string; readonly line: number; readonly survivor: string };
  /** Text and what must be left of it when nobody may talk through comments. */
  readonly neutralised: readonly (readonly [source: string, expected: string])[];
  /** Comments that silence a detector. */
  readonly silencers: readonly string[];
  /** Comments that do not, though they look like it. */
  readonly harmless: readonly string[];
  /** About 20. */
  readonly outlines: readonly OutlineCase[];
}

const SENTENCE = /^[A-Z].*\.$/;

/** Checks that a language keeps its contract: tables that fit the grammar, and outlines that say what the code says. */
export function testLanguage(language: Language, kit: LanguageKit): void {
  const syntax = openSyntax({ languages: [language] });
  const fileOf = (text: string, ending = language.extensions[0] ?? '') => ({ path: `program${ending}`, text });

  describe(language.id, () => {
    it('introduces itself', () => {
      expect(basename(kit.directory), 'the id is the folder').toBe(language.id);
      expect(language.aliases).toContain(language.id);
      expect(language.aliases).toEqual(language.aliases.map((alias) => alias.toLowerCase()));
      expect(language.extensions.every((ending) => ending.startsWith('.'))).toBe(true);
      expect(syntax.languageOf(language.defaultFile)).toBe(language);
      expect(language.grammars, 'a grammar for every other ending').toHaveProperty('*');
      expect(language.expectations.length).toBeGreaterThanOrEqual(3);
      expect(language.expectations.length).toBeLessThanOrEqual(6);
      for (const sentence of language.expectations) expect(sentence).toMatch(SENTENCE);
      expect(language.evaluators).toEqual(expect.arrayContaining([...(language.lookups ?? [])]));
    });

    it('names only node types and fields that its grammars have', async () => {
      await Parser.init();
      const known = new Set<string>();
      for (const file of Object.values(language.grammars)) {
        const grammar = await Grammar.load(await readGrammarFile(file));
        for (let id = 0; id < grammar.nodeTypeCount; id += 1) {
          if (grammar.nodeTypeIsNamed(id)) known.add(grammar.nodeTypeForId(id) ?? '');
        }
        for (const field of grammar.fields) known.add(`field ${field}`);
      }

      const { unparsed, obsolete, binding, ...roles } = language.nodes;
      const named = [
        ...Object.values(roles).flat(),
        ...(unparsed?.types ?? []),
        ...Object.keys(obsolete ?? {}),
        ...Object.keys(binding ?? {}),
        ...Object.values(binding ?? {}).map((field) => `field ${field}`),
      ];

      expect(named.filter((name) => !known.has(name))).toEqual([]);
    });

    it('has patterns that keep no state and take no more time than the text is long', () => {
      const hostile = [
        '#'.repeat(50_000),
        '/'.repeat(50_000),
        `# ${'a '.repeat(25_000)}`,
        `eslint${' '.repeat(50_000)}`,
        `catch (${'a.'.repeat(25_000)}`,
        `#!/${'a/'.repeat(25_000)} `,
        `class ${'A'.repeat(50_000)}`,
      ];
      const patterns = [
        language.suppression,
        language.privateName,
        language.privateModifier,
        language.abstractMarker,
        language.broadHandler,
        language.directive,
      ].filter((pattern) => pattern !== undefined);

      const started = performance.now();
      for (const pattern of patterns) {
        expect(pattern.flags, 'a sticky or global pattern remembers').not.toMatch(/[gy]/);
        for (const text of hostile) pattern.test(text);
      }

      expect(performance.now() - started).toBeLessThan(1000);
    });

    it('parses a finished program', async () => {
      const outline = await syntax.outline(fileOf(kit.program));

      expect(outline.faults).toEqual([]);
      expect(outline.functions.filter(({ isStub }) => isStub)).toEqual([]);
      expect(outline.functions.map(({ name }) => name.split('.').at(-1))).toContain('main');
    });

    it('goes on after a fault', async () => {
      const outline = await syntax.outline(fileOf(kit.broken.source));

      expect(outline.faults.map(({ span }) => span.startLine)).toContain(kit.broken.line);
      expect(outline.functions.map(({ name }) => name)).toContain(kit.broken.survivor);
    });

    it.each(kit.neutralised)('takes the words out of the comments of %j', async (source, expected) => {
      const neutralised = await syntax.neutralise(fileOf(source));

      expect(neutralised).toBe(expected);
      expect(neutralised).toHaveLength(source.length);
    });

    it.each(kit.silencers)('knows that %j silences a detector', async (source) => {
      const { comments } = await syntax.outline(fileOf(`${source}\n`));

      expect(comments.map(({ isSuppression }) => isSuppression)).toEqual([true]);
    });

    it.each(kit.harmless)('knows that %j silences nothing', async (source) => {
      const { comments } = await syntax.outline(fileOf(`${source}\n`));

      expect(comments.filter(({ isSuppression }) => isSuppression)).toEqual([]);
    });

    it.each(kit.outlines.map((wanted) => [wanted.title, wanted] as const))('%s', async (_, wanted) => {
      const { source, ending, expected } = wanted;

      const summary = summarise(await syntax.outline(fileOf(source, ending)));

      expect({ faults: summary.faults, ...pick(summary, expected) }).toEqual({ faults: [], ...expected });
    });
  });
}

function pick(summary: OutlineSummary, wanted: Partial<OutlineSummary>): Partial<OutlineSummary> {
  return Object.fromEntries(Object.entries(summary).filter(([key]) => key in wanted));
}

function summarise(outline: Outline): OutlineSummary {
  const place = (inFunction: string): string => (inFunction === '' ? '' : `${inFunction}: `);
  const words = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(' ');
  return {
    functions: outline.functions.map((found) =>
      words(
        found.name,
        found.isPublic && 'public',
        String(found.statements),
        found.stub,
        found.constant,
        found.returnsInput && 'identity',
      ),
    ),
    types: outline.types.map(({ name }) => name),
    calls: outline.calls.map((call) => `${place(call.inFunction)}${call.callee} ${call.argumentsText}`),
    conditions: outline.conditions.map(
      ({ inFunction, text, leaves }) => `${place(inFunction)}${text}${leaves ? ' -> leaves' : ''}`,
    ),
    handlers: outline.handlers.map(
      ({ inFunction, isEmpty, isBroad }) => `${place(inFunction)}${words(isEmpty && 'empty', isBroad && 'broad')}`,
    ),
    comments: outline.comments.map(({ text }) => text),
    strings: outline.strings.map(({ text }) => text),
    faults: outline.faults.map(({ span, message }) => `${span.startLine}:${span.startColumn} ${message}`),
    statements: outline.statements ?? 0,
    ellipses: (outline.ellipses ?? []).map(({ startLine }) => startLine),
  };
}
