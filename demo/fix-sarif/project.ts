import type { CorpusProject } from '../../scripts/corpus-project.ts';

/** A program of Debian's sources in which cppcheck finds something, and which brings tests of its own. */
export const PROJECT: CorpusProject = {
  name: 'figlet',
  registry: 'debian-source',
  package: 'figlet',
  version: '2.2.5-3',
  integrity: 'sha256-f19663ee2437cac166f0d3c4c9bf0d33f0149a6e8f06d6ae80014fd4030bdc81',
  licence: 'BSD-3-Clause',
  what: 'writes words in large letters',
};

/** Builds it, and has it draw what its authors say that it draws. */
export const BUILD_AND_TEST = 'make && ./run-tests.sh fonts';
