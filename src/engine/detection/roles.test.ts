import { describe, expect, it } from 'vitest';
import { bareLanguage } from '#testing/test-detector.ts';
import { chooseRoles, type RoleCandidate } from './roles.ts';

const syntax: RoleCandidate = {
  name: 'syntax',
  languages: ['*'],
  needsModel: false,
  isGate: true,
  defaultRole: 'both',
};
const reviewer: RoleCandidate = { name: 'reviewer', languages: ['*'], needsModel: true, defaultRole: 'feedback' };
const ruff: RoleCandidate = { name: 'ruff', languages: ['python'], needsModel: false, defaultRole: 'marking' };
const eslint: RoleCandidate = { name: 'eslint', languages: ['javascript'], needsModel: false, defaultRole: 'marking' };
const flow: RoleCandidate = { name: 'flow', languages: ['python', 'c'], needsModel: false, defaultRole: 'both' };

const python = bareLanguage('python', ['.py']);
const c = bareLanguage('c', ['.c']);
const typescript = bareLanguage('typescript', ['.ts'], ['javascript']);

describe('chooseRoles', () => {
  it('holds a marking detector out of the feedback', () => {
    expect(chooseRoles({ available: [syntax, reviewer, ruff, eslint], language: python })).toEqual({
      feedback: ['syntax', 'reviewer'],
      marking: ['syntax', 'ruff'],
      heldOut: ['ruff'],
      hasWeaknessDetector: true,
    });
  });

  it('leaves a noisy detector out unless somebody names it', () => {
    const noisy: RoleCandidate = { ...ruff, name: 'noisy', isNoisy: true };
    const available = [syntax, reviewer, noisy, ruff];

    expect(chooseRoles({ available, language: python }).marking).toEqual(['syntax', 'ruff']);
    expect(chooseRoles({ available, language: python, marking: ['noisy'] })).toMatchObject({
      marking: ['noisy'],
      heldOut: ['noisy'],
    });
  });

  it('counts detectors of kindred languages', () => {
    expect(chooseRoles({ available: [syntax, reviewer, ruff, eslint], language: typescript }).heldOut).toEqual([
      'eslint',
    ]);
  });

  it('lets the feedback mark where nobody else can', () => {
    expect(chooseRoles({ available: [syntax, reviewer, ruff], language: c })).toEqual({
      feedback: ['syntax', 'reviewer'],
      marking: ['syntax', 'reviewer'],
      heldOut: [],
      hasWeaknessDetector: true,
    });
  });

  it('says when nobody looks for weaknesses', () => {
    expect(chooseRoles({ available: [syntax, ruff], language: c })).toEqual({
      feedback: ['syntax'],
      marking: ['syntax'],
      heldOut: [],
      hasWeaknessDetector: false,
    });
  });

  it('says so when nothing is usable at all', () => {
    expect(chooseRoles({ available: [], language: c })).toEqual({
      feedback: [],
      marking: [],
      heldOut: [],
      hasWeaknessDetector: false,
    });
  });

  it('lets the only weakness detector do both', () => {
    expect(chooseRoles({ available: [syntax, ruff], language: python })).toMatchObject({
      feedback: ['syntax', 'ruff'],
      marking: ['syntax', 'ruff'],
      heldOut: [],
    });
  });

  it('lets marking detectors give feedback where nobody else does, all but one', () => {
    const second = { ...ruff, name: 'second' };

    expect(chooseRoles({ available: [syntax, ruff, second], language: python })).toMatchObject({
      feedback: ['syntax', 'ruff'],
      marking: ['syntax', 'ruff', 'second'],
      heldOut: ['second'],
    });
  });

  it('holds out one that needs no model when all of them would do both', () => {
    const both = { ...reviewer, defaultRole: 'both' } as const;

    expect(chooseRoles({ available: [syntax, flow, both], language: c })).toMatchObject({
      feedback: ['syntax', 'reviewer'],
      marking: ['syntax', 'flow', 'reviewer'],
      heldOut: ['flow'],
    });
  });

  it('keeps what a person chose, even with nothing held out', () => {
    const wishes = { available: [syntax, reviewer, ruff], language: python, feedback: ['ruff'], marking: ['ruff'] };

    expect(chooseRoles(wishes)).toEqual({
      feedback: ['ruff'],
      marking: ['ruff'],
      heldOut: [],
      hasWeaknessDetector: true,
    });
  });

  it('leaves out a chosen detector that does not know the language', () => {
    const wishes = { available: [syntax, reviewer, ruff, eslint], language: python, marking: ['syntax', 'eslint'] };

    expect(chooseRoles(wishes)).toMatchObject({ marking: ['syntax'], hasWeaknessDetector: false });
  });

  it('refuses a name that it does not know', () => {
    expect(() => chooseRoles({ available: [syntax, ruff], language: python, feedback: ['rough'] })).toThrow(
      "There is no usable detector named 'rough'.",
    );
  });
});
