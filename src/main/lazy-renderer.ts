import type { Renderer } from '../bot/ports.ts';

/** The Word library is heavy and needed once a month: it is loaded with the first report. */
export function createLazyRenderer(): Renderer {
  let loaded: Promise<Renderer> | undefined;
  const load = async (): Promise<Renderer> => {
    const { createRenderer } = await import('../report/create-renderer.ts');
    const { loadTemplates } = await import('../report/load-templates.ts');
    return createRenderer(await loadTemplates());
  };
  return {
    async render(template, facts) {
      loaded ??= load();
      return (await loaded).render(template, facts);
    },
  };
}
