import { MessageChannel } from 'node:worker_threads';
import { z } from 'zod';
import type { Renderer } from '../bot/ports.ts';
import type { Card } from '../domain/message/card.ts';
import { oneAfterAnother } from '../kernel/one-after-another.ts';
import type { LoadPicture } from '../report/load-pictures.ts';
import type { OwnTemplate } from '../report/template.ts';
import { type RenderedForm, type RenderOrder, renderCards, renderReport } from './render-report.ts';
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
  const inThread = oneAfterAnother((order: RenderOrder, as: RenderedForm) =>
    renderInThread(order, as, loadPicture),
  );
  const [report, cards] = import.meta.url.endsWith('.ts')
    ? [
        (order: RenderOrder) => renderReport(order, loadPicture),
        (order: RenderOrder) => renderCards(order, loadPicture),
      ]
    : [
        async (order: RenderOrder) => rendered.bytes.parse(await inThread(order, 'file')),
        async (order: RenderOrder) => rendered.cards.parse(await inThread(order, 'cards')),
      ];
  return {
    render: (template, facts, edition) =>
      report({ template, facts, own, ...(edition !== undefined && { edition }) }),
    renderWithout: (without, wanted) => report({ ...wanted, without, own }),
    renderCards: (template, facts, edition) =>
      cards({ template, facts, own, ...(edition !== undefined && { edition }) }),
    renderSample: (template) => report({ template, own }),
  };
}

/** What comes back from the thread. */
const rendered = {
  bytes: z.instanceof(Uint8Array),
  cards: z.custom<readonly [Card, ...Card[]]>((value) => Array.isArray(value) && value.length > 0),
};

/** Files are this thread's, wherever they are kept: the other one asks for its pictures by their hash. */
async function renderInThread(
  order: RenderOrder,
  as: RenderedForm,
  loadPicture: LoadPicture,
): Promise<unknown> {
  const { port1, port2: pictures } = new MessageChannel();
  // Without an answer the report is printed without the picture.
  port1.on('message', (hash: string) => {
    loadPicture(hash).then(
      (bytes) => port1.postMessage(bytes),
      () => port1.postMessage(undefined),
    );
  });
  const data: ThreadOrder = { order, as, pictures };
  try {
    const module = new URL('./render-thread.js', import.meta.url);
    return await runInThread(module, data, { ...LIMITS, transfer: [pictures] });
  } finally {
    port1.close();
  }
}
