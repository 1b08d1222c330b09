import type { Renderer } from '../bot/ports.ts';

/** Loads templates and the Word library with the call: they are heavy and needed once a month. */
export const renderReport: Renderer['render'] = async (template, facts) => {
  const { createRenderer } = await import('../report/create-renderer.ts');
  const { loadTemplates } = await import('../report/load-templates.ts');
  return createRenderer(await loadTemplates()).render(template, facts);
};
