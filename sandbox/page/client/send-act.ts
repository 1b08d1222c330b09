import type { Act } from '../acts.ts';
import type { ActResult } from '../view.ts';
import { current, PRIVATE } from './state.ts';
import { showToast } from './toast.ts';
import { words } from './words.ts';

/** Where the visitor speaks, and what they answer to. */
export function here(): { as: string; chat?: string; replyTo?: string } {
  const state = current();
  const { me = '', place = PRIVATE, replyTo = null } = state ?? {};
  return { as: me, ...(place === PRIVATE ? {} : { chat: place }), ...(replyTo === null ? {} : { replyTo }) };
}

/** Sends what the visitor does. Undefined when it did not succeed; they have been told why. */
export async function sendAct(act: Act): Promise<ActResult | undefined> {
  const body = JSON.stringify(act);
  return send('/page/act', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
}

export async function sendFile(
  kind: 'file' | 'image' | 'picture',
  file: File,
): Promise<ActResult | undefined> {
  const query = new URLSearchParams({ ...here(), kind, name: file.name });
  const headers = { 'content-type': 'application/octet-stream' };
  return send(`/page/upload?${query}`, { method: 'POST', body: file, headers });
}

async function send(address: string, init: RequestInit): Promise<ActResult | undefined> {
  try {
    const response = await fetch(address, init);
    if (response.ok) return (await response.json()) as ActResult;
    if (response.status === 409) showToast('warning', words().waitPlease);
    else showToast('error', words().refused(await reasonIn(response)));
  } catch {
    showToast('error', words().offline);
  }
  return undefined;
}

async function reasonIn(response: Response): Promise<string> {
  if (response.status === 413) return words().tooLarge;
  const answer: unknown = await response.json().catch(() => undefined);
  const told = typeof answer === 'object' && answer !== null && 'reason' in answer;
  return told ? String(answer.reason) : String(response.status);
}
