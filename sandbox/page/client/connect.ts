import type { Snapshot, Update } from '../view.ts';
import { change, takeSnapshot, takeUpdate } from './state.ts';

/** Follows the server. A line that breaks is dialled again by the browser, and begins with everything anew. */
export function connect(): void {
  const source = new EventSource('/page/changes');
  source.addEventListener('snapshot', ({ data }) => takeSnapshot(JSON.parse(data) as Snapshot));
  source.addEventListener('update', ({ data }) => takeUpdate(JSON.parse(data) as Update));
  source.addEventListener('error', () => {
    change({ online: false });
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
  });
}
