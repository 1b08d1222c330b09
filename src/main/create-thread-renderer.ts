import type { Renderer } from '../bot/ports.ts';
import type { OwnTemplate } from '../report/template.ts';
import { type RenderOrder, renderReport } from './render-report.ts';
import { runInThread } from './run-in-thread.ts';

/** Longest time for one report, and most memory: far above what 20,000 items need, far below what hurts the server. */
const LIMITS = { timeoutMs: 120_000, memoryMb: 1024 };

/**
 * Renders in a thread of its own, one report at a time: seconds of work for a large month must not keep the platform
 * waiting for its three-second answers, and the Word library leaves memory with the thread. Run from the sources
 * (tests), there is no compiled thread to start, and it renders here.
 */
export function createThreadRenderer(own: readonly OwnTemplate[], blobFolder: string): Renderer {
  const render = import.meta.url.endsWith('.ts') ? renderReport : queue(renderInThread);
  return {
    render: (template, facts, edition) =>
      render({ template, facts, own, blobFolder, ...(edition !== undefined && { edition }) }),
    renderSample: (template) => render({ template, own, blobFolder }),
  };
}

/** One after the other, whatever becomes of each. */
function queue(render: typeof renderReport): typeof renderReport {
  let last: Promise<unknown> = Promise.resolve();
  return (order) => {
    const next = last.then(
      () => render(order),
      () => render(order),
    );
    last = next;
    return next;
  };
}

function renderInThread(order: RenderOrder): Promise<Uint8Array> {
  return runInThread(new URL('./render-thread.js', import.meta.url), order, LIMITS);
}
