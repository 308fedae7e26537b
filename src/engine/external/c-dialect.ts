import type { SourceFiles } from '#core/source-file.ts';

/** The languages of C's family as compilers call them. */
export type CDialect = 'c' | 'c++';

const HEADER = /\.(?:h|hh|hpp|hxx|h\+\+|inl|ipp|tpp)$/i;
const CPP_HEADER = /\.(?:hh|hpp|hxx|h\+\+|ipp|tpp)$/i;
const CPP = /\.(?:cc|cpp|cxx|c\+\+|C|ino)$/;

/** Whether a file is one that others include. */
export function isCHeader(path: string): boolean {
  return HEADER.test(path);
}

/** How each file of a program is to be read: a header is C++ where there is any C++. */
export function cDialects(files: SourceFiles): (path: string) => CDialect {
  const hasCpp = files.some(({ path }) => CPP.test(path) || CPP_HEADER.test(path));
  return (path) => ((isCHeader(path) ? hasCpp : CPP.test(path)) ? 'c++' : 'c');
}
