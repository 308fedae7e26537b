import type { Detector } from '#engine/detection/detector.ts';
import { readJsonReport } from '#engine/external/read-report.ts';
import { readToldFiles } from '#engine/external/told-files.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import { readExport } from './read-export.ts';
import { sonarPage } from './sonar-export.ts';

const NAME = 'sonarqube';
const MAX_BYTES = 200_000_000;

const NO_EXPORT = {
  detail: 'There is no export of SonarQube.',
  remedy:
    'Save what api/issues/search of your server answers, all pages, and name the file or folder with --detector-setting sonarqube.export=PATH.',
} as const;

/**
 * What a SonarQube server said of the code, as it was exported: nothing is analysed here, and no server is asked. An export
 * speaks of the code as it was then, so it takes part only where somebody names it.
 */
export const detector: Detector = {
  name: NAME,
  title: 'SonarQube, by an export of its issues',
  languages: ['*'],
  needsModel: false,
  isExternal: true,
  isNoisy: true,
  defaultRole: 'marking',
  availability: async (_, settings) => {
    const path = settings?.['export'];
    return path === undefined
      ? { isUsable: false, ...NO_EXPORT }
      : { isUsable: true, detail: 'by its export', remedy: '' };
  },
  detect: async ({ files }, { settings, signal }) => {
    const path = settings?.['export'];
    if (path === undefined) throw toolFailed(NAME, NO_EXPORT.detail, NO_EXPORT.remedy);
    const contents = await readToldFiles({
      detector: NAME,
      key: 'export',
      path,
      ending: /\.json$/,
      maxBytes: MAX_BYTES,
    });
    signal.throwIfAborted();
    const pages = contents.map((content) =>
      readJsonReport({ detector: NAME, tool: 'SonarQube', text: new TextDecoder().decode(content) }, sonarPage),
    );
    // An export does not tell the version of its server.
    return { version: 'export', ...readExport(pages, files) };
  },
};
