import { loadRegistry } from '../src/bot/load-parts.ts';
import { loadTemplates } from '../src/report/load-templates.ts';
import { commandsPage } from './docs/commands-page.ts';
import { errorsPage } from './docs/errors-page.ts';
import type { GeneratedPage } from './docs/generated-page.ts';
import { metricsPage } from './docs/metrics-page.ts';
import { settingsPage } from './docs/settings-page.ts';
import { templatesPage } from './docs/templates-page.ts';

/**
 * Every page of `docs/reference`, made from the declarations in the code. `npm run docs` writes them; `npm test` fails
 * while a page in the tree differs.
 */
export async function generateDocs(root = '.'): Promise<readonly GeneratedPage[]> {
  const { commands } = await loadRegistry();
  const templates = await loadTemplates();
  return [
    commandsPage(commands, 'en'),
    commandsPage(commands, 'zh-CN'),
    errorsPage(),
    metricsPage(),
    settingsPage(root),
    templatesPage(templates.values()),
  ];
}
