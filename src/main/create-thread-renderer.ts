import { MessageChannel } from 'node:worker_threads';
import type { Renderer } from '../bot/ports.ts';
import type { LoadPicture } from '../report/load-pictures.ts';
import type { OwnTemplate } from '../report/template.ts';
import { type RenderOrder, renderReport } from './render-report.ts';
import type { ThreadOrder } from './render-thread.ts';
import { runInThread } from './run-in-thread.ts';

/** Longest time for one report, and most memory: far above what 20,000 items need, far below what hurts the server. */
const LIMITS = { timeoutMs: 120_000, memoryMb: 1024 };

/**
 * Renders in a thread of its own, one report at a time: seconds of work for a large month must not keep the platform
 * waiting for its three-second answers, and the Word library leaves memory with the thread. Run from the sources
 * (tests), there is no compiled thread to start, and it renders here.
 */
export function createThreadRenderer(own: readonly OwnTemplate[], loadPicture: LoadPicture): Renderer {
  const render = import.meta.url.endsWith('.ts') ? renderReport : queue(renderInThread);
  return {
    render: (template, facts, edition) =>
      render({ template, facts, own, ...(edition !== undefined && { edition }) }, loadPicture),
    renderSample: (template) => render({ template, own }, loadPicture),
  };
}

/** One after the other, whatever becomes of each. */
function queue(render: typeof renderReport): typeof renderReport {
  let last: Promise<unknown> = Promise.resolve();
  return (order, loadPicture) => {
    const next = last.then(
      () => render(order, loadPicture),
      () => render(order, loadPicture),
    );
    last = next;
    return next;
  };
}

/** Files are this thread's, wherever they are kept: the other one asks for its pictures by their hash. */
async function renderInThread(order: RenderOrder, loadPicture: LoadPicture): Promise<Uint8Array> {
  const { port1, port2: pictures } = new MessageChannel();
  // Without an answer the report is printed without the picture.
  port1.on('message', (hash: string) => {
    loadPicture(hash).then(
      (bytes) => port1.postMessage(bytes),
      () => port1.postMessage(undefined),
    );
  });
  const data: ThreadOrder = { order, pictures };
  try {
    const module = new URL('./render-thread.js', import.meta.url);
    return await runInThread(module, data, { ...LIMITS, transfer: [pictures] });
  } finally {
    port1.close();
  }
}
