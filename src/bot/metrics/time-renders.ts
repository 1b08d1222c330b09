import type { Renderer } from '../ports.ts';
import type { Meter } from './create-meter.ts';

/** The same renderer, with the time of each file noted, also of one that could not be made. */
export function timeRenders(renderer: Renderer, meter: Meter | undefined): Renderer {
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    try {
      return await work();
    } finally {
      meter?.observe('publicity_render_seconds', (performance.now() - started) / 1000);
    }
  };
  return {
    render: (...order) => timed(() => renderer.render(...order)),
    renderWithout: (...order) => timed(() => renderer.renderWithout(...order)),
    renderCards: (...order) => timed(() => renderer.renderCards(...order)),
    renderSample: (template) => timed(() => renderer.renderSample(template)),
  };
}
