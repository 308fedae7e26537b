import { walk } from '#engine/analysis/judges/walk.ts';
import type { Rule } from '#engine/analysis/rule.ts';

interface Setting {
  readonly bad: boolean;
  readonly message: string;
  /** Whether pages that work with the bad value work with the other one. */
  readonly isFixable?: boolean;
}

/** Settings of a window, and the value that takes protection away. */
const SETTINGS: Readonly<Record<string, Setting>> = {
  nodeIntegration: { bad: true, message: 'Pages of the window can use everything that Node offers.' },
  nodeIntegrationInWorker: { bad: true, message: 'Workers of the window can use everything that Node offers.' },
  contextIsolation: { bad: false, message: 'Pages of the window share their objects with its preload script.' },
  webSecurity: { bad: false, message: 'Pages of the window can read every other site.', isFixable: true },
  allowRunningInsecureContent: { bad: true, message: 'The window runs scripts that came without encryption.' },
  enableRemoteModule: { bad: true, message: 'Pages of the window can reach into the main process.' },
};

export const rule: Rule = {
  id: 'javascript/electron-settings',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-1188', 'CWE-693'],
  title: 'Window without protection',
  severity: 'high',
  rationale: 'A script that gets into the page of such a window has the rights of the program.',
  remediation: 'Leave nodeIntegration off, and contextIsolation and webSecurity on.',
  references: [
    'https://cwe.mitre.org/data/definitions/1188.html',
    'https://cwe.mitre.org/data/definitions/693.html',
    'https://www.electronjs.org/docs/latest/tutorial/security',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const node of walk(facts.module.body)) {
      if (node.kind !== 'record') continue;
      for (const { key, value } of node.entries) {
        const name = key?.kind === 'literal' && typeof key.value === 'string' ? key.value : '';
        const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
        if (setting === undefined || value.kind !== 'literal' || value.value !== setting.bad) continue;
        report(value.at, {
          message: setting.message,
          confidence: 'high',
          ...(setting.isFixable === true ? { fix: [{ at: value.at, newText: String(!setting.bad) }] } : {}),
        });
      }
    }
  },
};
