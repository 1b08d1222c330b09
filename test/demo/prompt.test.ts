import { PassThrough } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import { LEAD, PEOPLE } from '../../sandbox/demo/cast.ts';
import { runPrompt } from '../../sandbox/demo/prompt.ts';
import type { Stage } from '../../sandbox/demo/stage.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { dateOf, fromStamp } from '../../src/kernel/clock.ts';

let sandbox: Sandbox;
afterEach(() => sandbox.stop());

/** A group without a bot: what the prompt does to the chats is all there is to see. */
async function sit(lines: readonly string[]) {
  sandbox = await startSandbox({ startAt: fromStamp('2026-10-08T09:00:00+08:00') });
  const group = sandbox.createGroup('演示群');
  const people = new Map(PEOPLE.map((name) => [name, sandbox.createPerson(name)]));
  for (const id of people.values()) sandbox.join(group, id);
  const bot = { follow: async () => undefined, settled: async () => undefined };
  const stage: Stage = { sandbox, bot, group, people };
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  output.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
  const done = runPrompt(stage, { input, output, folder: 'unused' });
  input.end(`${lines.join('\n')}\n`);
  await done;
  return { stage, output: shown.join('') };
}

it('says plain lines in the group, in the name of whoever is chosen', async () => {
  const { stage } = await sit(['大家好', ':as 林晓禾', '/进度', ':quit', '不再说了']);
  const said = sandbox.messages(stage.group).map(({ senderId, text }) => [senderId, text]);
  expect(said).toEqual([
    [stage.people.get(LEAD), '大家好'],
    [stage.people.get('林晓禾'), '/进度'],
  ]);
});

it('whispers to the bot and recalls what was said last', async () => {
  const { stage } = await sit(['：dm 帮助', ':recall']);
  const chat = sandbox.privateChat(stage.people.get(LEAD) ?? '');
  expect(sandbox.messages(chat)).toMatchObject([{ text: '帮助', recalled: true }]);
  expect(sandbox.messages(stage.group)).toEqual([]);
});

it('turns the clock forward only', async () => {
  const { output } = await sit([':clock 2026-10-09T10:00', ':clock 2026-10-08T10:00', ':clock 明天']);
  expect(dateOf(sandbox.clock.now()).toString()).toBe('2026-10-09');
  expect(output).toContain('时间只能往后拨');
  expect(output).toContain('请写成 :clock');
});

it.each([
  [':as 张三丰', '群里没有“张三丰”'],
  [':sing', '没有“:sing”'],
  [':click 启用', '没有带“启用”按钮的卡片'],
  [':recall', '还没有可撤回的消息'],
  [':files', '还没有文件'],
  [':who', `【${LEAD}】`],
  [':help', ':click 按钮'],
])('answers %s', async (line, answer) => {
  expect((await sit([line])).output).toContain(answer);
});
