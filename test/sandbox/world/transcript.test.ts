import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { instantAt } from '../../../src/kernel/clock.ts';
import { openScene, send } from '../support.ts';

test('a transcript reads like a chat: days, times, names, cards quoted, files by name', async () => {
  const morning = instantAt(Temporal.PlainDate.from('2026-11-20'), '09:05');
  const { sandbox, client, group, person } = await openScene({ startAt: morning });
  const said = sandbox.say(person, group, '# 不是标题\n*原样* <b>');
  await client.im.v1.message.reply({
    path: { message_id: said },
    data: {
      msg_type: 'interactive',
      content: JSON.stringify({
        schema: '2.0',
        header: { title: { tag: 'plain_text', content: '报送回执' } },
        body: { elements: [{ tag: 'markdown', content: '**编号** 03' }] },
      }),
    },
  });
  const wrong = sandbox.say(person, group, '说错了');
  sandbox.recall(wrong);
  sandbox.clock.moveTo(instantAt(Temporal.PlainDate.from('2026-11-21'), '00:10'));
  sandbox.sendFile(person, group, { name: '信息.docx', bytes: Buffer.from('x') });
  const dm = sandbox.privateChat(person);
  await send(client, dm, 'text', { text: '请报送' });

  expect(sandbox.transcript([group, dm])).toBe(
    [
      '# 群聊：宣传工作群',
      '## 2026-11-20',
      '**09:05 张三**',
      '\\# 不是标题  \n\\*原样\\* \\<b\\>',
      '**09:05 宣传助手**（回复 张三）',
      '> 报送回执  \n> 编号 03  ',
      '**09:05 张三**（消息已撤回）',
      '## 2026-11-21',
      '**00:10 张三**',
      '📄 信息.docx',
      '# 私聊：张三',
      '## 2026-11-21',
      '**00:10 宣传助手**',
      '请报送\n',
    ].join('\n\n'),
  );
});

test('the same seed gives the same world', async () => {
  const first = await openScene({ seed: 'same' });
  const second = await openScene({ seed: 'same' });
  expect(second.sandbox.app).toEqual(first.sandbox.app);
  expect([second.group, second.person]).toEqual([first.group, first.person]);
  expect(first.sandbox.app.appId).toMatch(/^cli_[0-9a-f]{16}$/);
});
