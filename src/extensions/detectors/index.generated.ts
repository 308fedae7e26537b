// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Detector } from '#engine/detection/detector.ts';

/** One entry per folder; loaded when it is first needed. */
export const detectors: Readonly<Record<string, () => Promise<Detector>>> = {
  bandit: async () => (await import('./bandit/detector.ts')).detector,
  build: async () => (await import('./build/detector.ts')).detector,
  'clang-analyzer': async () => (await import('./clang-analyzer/detector.ts')).detector,
  'clang-tidy': async () => (await import('./clang-tidy/detector.ts')).detector,
  codeql: async () => (await import('./codeql/detector.ts')).detector,
  compiler: async () => (await import('./compiler/detector.ts')).detector,
  cppcheck: async () => (await import('./cppcheck/detector.ts')).detector,
  eslint: async () => (await import('./eslint/detector.ts')).detector,
  flawfinder: async () => (await import('./flawfinder/detector.ts')).detector,
  gcc: async () => (await import('./gcc/detector.ts')).detector,
  gosec: async () => (await import('./gosec/detector.ts')).detector,
  opengrep: async () => (await import('./opengrep/detector.ts')).detector,
  packages: async () => (await import('./packages/detector.ts')).detector,
  reviewer: async () => (await import('./reviewer/detector.ts')).detector,
  ruff: async () => (await import('./ruff/detector.ts')).detector,
  semgrep: async () => (await import('./semgrep/detector.ts')).detector,
  sonarqube: async () => (await import('./sonarqube/detector.ts')).detector,
  spotbugs: async () => (await import('./spotbugs/detector.ts')).detector,
  static: async () => (await import('./static/detector.ts')).detector,
  syntax: async () => (await import('./syntax/detector.ts')).detector,
};
