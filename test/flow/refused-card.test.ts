import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice({ settings: { reviewLevels: 1 } });
});
afterEach(() => office.stop());

/** Wraps what is wrong with a card: here the id of a person whom the app cannot see. */
const BAD_CARD = { code: 230099, msg: 'Failed to create card content, ext=ErrCode: 100290; ErrMsg: invalid' };
const BAD_PARAMETER = { code: 230001, msg: 'Your request contains an invalid request parameter.' };

function refuseNext(path: RegExp, refusal = BAD_CARD): void {
  office.sandbox.faults.add({ path, method: 'POST', kind: { status: 400, ...refusal }, times: 1 });
}

describe('a card that the platform refuses', () => {
  it.each([BAD_CARD, BAD_PARAMETER])(
    'in the group is sent as text, as the same answer ($code)',
    async (refusal) => {
      refuseNext(/\/messages\/[^/]+\/reply$/, refusal);
      const said = '/报送 开展巡查 <at user_id="all"></at>｜11月16日，县局[点此](http://x.cn)开展**巡查**。';

      const receipt = await office.askForMessage('规划科通讯员', said);

      expect(receipt).toMatchObject({ type: 'post', mentions: [] });
      expect(receipt.text).toContain('已收到 #1');
      expect(receipt.text).toContain('开展巡查 <at user_id="all"></at>');
      expect(receipt.text).toContain('[点此](http://x.cn)');
      expect(receipt.text).toContain('/修改 202611-规划科-01、/撤回 202611-规划科-01');
      expect(receipt.text).toContain('卡片没能显示');
    },
  );

  it('in private is sent as text to the same person', async () => {
    refuseNext(/\/im\/v1\/messages$/);

    await office.ask('规划科通讯员', '/报送 开展巡查｜11月16日，县局开展巡查。');
    const asked = await office.sandbox.awaitMessage(
      office.privately('李负责'),
      ({ senderId }) => senderId === 'bot',
    );

    expect(asked.type).toBe('post');
    expect(asked.text).toContain('待审 #1');
    expect(asked.text).toContain('/通过 202611-规划科-01、/退回 202611-规划科-01');
  });

  it('is followed by cards again', async () => {
    refuseNext(/\/messages\/[^/]+\/reply$/);
    await office.ask('规划科通讯员', '/报送 开展巡查｜11月16日，县局开展巡查。');

    const second = await office.askForMessage('耕地科通讯员', '/报送 开展普法｜11月16日，县局开展普法。');

    expect(second.type).toBe('interactive');
  });
});
