import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/start-sandbox.ts';

let sandbox: Sandbox;
let person: string;
let group: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  person = sandbox.createPerson('林晓禾');
  group = sandbox.createGroup('工作群');
  sandbox.join(group, person);
});

afterEach(() => sandbox.stop());

describe('the page', () => {
  it.each(['/', '/page/changes', '/sandbox/page/client/main.js'])(
    'is not given to another site: %s',
    async (path) => {
      const answer = await fetch(sandbox.url + path, { headers: { origin: 'https://example.com' } });
      expect(answer.status).toBe(403);
    },
  );

  it('runs nothing and loads nothing but its own', async () => {
    const policy = (await fetch(sandbox.url)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|http|\*/);
  });

  it('serves no other module of the sandbox than its browser needs', async () => {
    expect((await fetch(`${sandbox.url}/sandbox/start-sandbox.js`)).status).toBe(404);
    expect((await fetch(`${sandbox.url}/sandbox/page/client/..%2f..%2fstart-sandbox.ts`)).status).toBe(404);
  });

  it('begins with everything there is, and then tells what changes', async () => {
    sandbox.say(person, group, '早上好');
    const stream = await openChanges();
    expect(await stream.next()).toMatchObject({
      people: [{ name: '林晓禾' }],
      messages: [{ text: '早上好' }],
    });

    const second = sandbox.say(person, group, '再说一句');
    sandbox.recall(second);

    expect(await stream.next()).toMatchObject({
      messages: [{ text: '再说一句' }, { text: '', recalled: true }],
    });
    await stream.stop();
  });
});

describe('an act', () => {
  it('of a person is theirs', async () => {
    expect(await act({ act: 'say', as: person, chat: group, text: '早上好' })).toMatchObject({ status: 200 });
    expect(sandbox.messages(group)).toMatchObject([{ senderId: person, text: '早上好' }]);
  });

  it.each([
    { name: 'of a kind that is not known', body: { act: 'fly' } },
    { name: 'with more than belongs to it', body: { act: 'seen', as: 'ou_1', chat: 'oc_1', more: 1 } },
    { name: 'in a chat that is not there', body: { act: 'say', as: 'ou_1', chat: 'oc_1', text: '早' } },
    { name: 'that goes back in time', body: { act: 'clock', to: '2001-01-01T00:00:00+08:00' } },
  ])('$name is refused with the reason', async ({ body }) => {
    const { status, answer } = await act(body);
    expect(status).toBe(400);
    expect(answer).toHaveProperty('reason');
  });

  it("cannot take back or change somebody else's message", async () => {
    const other = sandbox.createPerson('赵秋实');
    sandbox.join(group, other);
    const message = sandbox.say(other, group, '早上好');

    expect((await act({ act: 'recall', as: person, message })).status).toBe(400);
    expect((await act({ act: 'edit', as: person, message, text: '晚上好' })).status).toBe(400);
    expect(sandbox.messages(group)).toMatchObject([{ text: '早上好', recalled: false }]);
  });

  it('has to wait while something is played', async () => {
    const { status } = await sandbox.page.play(() =>
      act({ act: 'say', as: person, chat: group, text: '早' }),
    );
    expect(status).toBe(409);
    expect((await act({ act: 'say', as: person, chat: group, text: '早' })).status).toBe(200);
  });

  it('that moves the clock takes those along who follow it, stop by stop', async () => {
    const stops: number[] = [];
    const start = sandbox.clock.now();
    sandbox.page.follow(async () => void stops.push(start.until(sandbox.clock.now()).total('hours')));

    await act({ act: 'clock', to: start.add({ hours: 48 }).toString() });

    expect(stops.length).toBeGreaterThanOrEqual(12);
    expect(stops.at(-1)).toBeGreaterThanOrEqual(48);
    expect(stops).toEqual([...stops].sort((a, b) => a - b));
  });
});

describe('a file', () => {
  it('comes back as it was sent, as a download whatever it is', async () => {
    const query = new URLSearchParams({ as: person, chat: group, kind: 'file', name: '表“一”.html' });
    const headers = { 'content-type': 'application/octet-stream' };
    await fetch(`${sandbox.url}/page/upload?${query}`, { method: 'POST', body: '<script>', headers });
    const key = sandbox.messages(group)[0]?.fileKey ?? '';

    const answer = await fetch(`${sandbox.url}/page/file/${key}`);

    expect(await answer.text()).toBe('<script>');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect((await fetch(`${sandbox.url}/page/picture/${key}`)).status).toBe(404);
  });

  it('that cannot be shown is said so, under a policy that lets nothing run', async () => {
    const message = sandbox.sendFile(person, group, { name: '坏.docx', bytes: Buffer.from('x') });
    const key = sandbox.messages(group).find(({ id }) => id === message)?.fileKey ?? '';

    const answer = await fetch(`${sandbox.url}/page/preview/${key}`);

    expect(await answer.text()).toContain('不能预览');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox$/);
  });
});

async function act(body: object): Promise<{ status: number; answer: unknown }> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${sandbox.url}/page/act`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers,
  });
  return { status: answer.status, answer: await answer.json() };
}

/** What the stream of changes says, one after the other. */
async function openChanges() {
  const { body } = await fetch(`${sandbox.url}/page/changes`);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next(): Promise<unknown> {
      for (;;) {
        const [whole, data] = /^event: \w+\ndata: (.*)\n\n/.exec(text) ?? [];
        if (whole !== undefined && data !== undefined) {
          text = text.slice(whole.length);
          return JSON.parse(data);
        }
        text += (await reader?.read())?.value ?? '';
      }
    },
    stop: async () => reader?.cancel(),
  };
}
