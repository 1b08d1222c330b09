import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type RenderedForm, type RenderOrder, renderCards, renderReport } from './render-report.ts';

export interface ThreadOrder {
  readonly order: RenderOrder;
  readonly as: RenderedForm;
  /** Where a hash is answered by the bytes of that picture, or by undefined; one at a time. */
  readonly pictures: MessagePort;
}

// The far side of `createThreadRenderer`: one report, then the thread ends. An error ends it too, and is passed on.
const { order, as, pictures }: ThreadOrder = workerData;
const render = as === 'file' ? renderReport : renderCards;
parentPort?.postMessage(await render(order, loadPicture));

async function loadPicture(hash: string): Promise<Uint8Array> {
  const answer = new Promise<Uint8Array | undefined>((resolve) => pictures.once('message', resolve));
  pictures.postMessage(hash);
  const bytes = await answer;
  if (bytes === undefined) throw new Error(`picture ${hash} is not to be had`);
  return bytes;
}
