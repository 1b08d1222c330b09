import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSubmission } from '../../../src/domain/item/split-submission.ts';

describe('title and body', () => {
  it.each([
    [
      'full-width separator',
      '开展窗口开放日活动｜邀请居民走进大厅。',
      '开展窗口开放日活动',
      '邀请居民走进大厅。',
    ],
    ['half-width separator', '标题 | 正文', '标题', '正文'],
    ['only the first separator counts', '标题｜正文｜还是正文', '标题', '正文｜还是正文'],
    ['separator, body goes on below', '标题｜第一段\n\n第二段', '标题', '第一段\n\n第二段'],
    ['separator at the end of the line', '标题｜\n正文', '标题', '正文'],
    ['two lines', '标题\n正文', '标题', '正文'],
    [
      'blank lines between',
      '\n标题\n\n\n　　正文第一段\n　　正文第二段\n',
      '标题',
      '正文第一段\n　　正文第二段',
    ],
    ['Windows line ends', '标题\r\n正文一\r\n正文二', '标题', '正文一\n正文二'],
    ['a separator further down is text', '标题\n甲｜乙', '标题', '甲｜乙'],
    ['nothing', '', '', ''],
    ['blank space alone', ' \n　\n', '', ''],
  ])('%s', (_, text, title, body) => {
    expect(splitSubmission(text)).toEqual({ title, body, fields: {} });
  });

  it.each([
    ['规划科完成村庄规划公示，共收到意见12条。', '规划科完成村庄规划公示'],
    ['窗口延时服务受到好评！', '窗口延时服务受到好评'],
    ['完成整改；正在验收', '完成整改'],
    ['完成1,200亩土地整治,进度过半', '完成1,200亩土地整治'],
    ['11月18日，规划科到青石村开展宣讲，30人参加。', '规划科到青石村开展宣讲'],
    ['近日，登记中心上线新服务。', '登记中心上线新服务'],
    ['11月16日至18日，规划科赴乡镇调研。', '规划科赴乡镇调研'],
    ['１１月１６－１８日，规划科赴乡镇调研。', '规划科赴乡镇调研'],
    ['11月16日（周一）上午，规划科赴乡镇调研。', '规划科赴乡镇调研'],
    ['上周五下午，规划科赴乡镇调研。', '规划科赴乡镇调研'],
    ['11月16日规划科调研，效果好。', '11月16日规划科调研'],
    ['11月18日', '11月18日'],
    ['没有标点的一句话', '没有标点的一句话'],
    ['。。。', '。。。'],
    ['标题｜', '标题｜'],
    ['｜正文，后半句', '｜正文'],
  ])('one line alone is the body whole, its first clause the title: %s', (text, title) => {
    expect(splitSubmission(text)).toEqual({ title, body: text, fields: {} });
  });

  it('cuts a long first clause at 30 characters, at a smaller break when there is one', () => {
    const long = '登记'.repeat(20);
    expect(splitSubmission(long)).toMatchObject({ title: '登记'.repeat(15), body: long });
    const broken = `${'登记'.repeat(6)}、${'规划'.repeat(20)}`;
    expect(splitSubmission(broken)).toMatchObject({ title: '登记'.repeat(6), body: broken });
  });

  it('does not cut a character in two', () => {
    const family = '👨‍👩‍👧';
    expect(splitSubmission(family.repeat(31)).title).toBe(family.repeat(30));
  });

  it('does not take a paragraph for a title because another follows', () => {
    const paragraph = `规划科组织开展业务培训，${'内容丰富'.repeat(15)}。`;
    const text = `${paragraph}\n第二段。`;
    expect(splitSubmission(text)).toEqual({ title: '规划科组织开展业务培训', body: text, fields: {} });
  });
});

describe('labelled lines', () => {
  it('are fields and not body, wherever they stand', () => {
    const text =
      '日期：11月18日\n标题\n栏目: 服务群众\n正文第一段\n专 题 ：主题教育\n正文第二段\n　拟投：县融媒体中心、市报　';
    expect(splitSubmission(text)).toEqual({
      title: '标题',
      body: '正文第一段\n正文第二段',
      fields: { date: '11月18日', section: '服务群众', campaign: '主题教育', outlets: '县融媒体中心、市报' },
    });
  });

  it('go with a separator and with one line alone', () => {
    expect(splitSubmission('标题｜正文\n日期：昨天')).toEqual({
      title: '标题',
      body: '正文',
      fields: { date: '昨天' },
    });
    expect(splitSubmission('规划科完成公示，收到意见。\n栏目：规划')).toEqual({
      title: '规划科完成公示',
      body: '规划科完成公示，收到意见。',
      fields: { section: '规划' },
    });
  });

  it('left empty say nothing', () => {
    expect(splitSubmission('标题\n日期：\n正文').fields).toEqual({});
  });

  it('count once; what comes again is text', () => {
    expect(splitSubmission('标题\n日期：昨天\n日期：前天')).toEqual({
      title: '标题',
      body: '日期：前天',
      fields: { date: '昨天' },
    });
  });

  it.each(['活动日期：11月18日', '日期11月18日', '时间：昨天', '栏目设置：三个'])('%s is text', (line) => {
    expect(splitSubmission(`标题\n${line}`)).toEqual({ title: '标题', body: line, fields: {} });
  });
});

describe('nothing is lost', () => {
  /** Every character that is not blank space or one of the signs that the split may use up. */
  const letters = (text: string) => [...text.replace(/[\s｜|]/gu, '')].sort().join('');
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 90 }),
    fc.stringMatching(/^[一-龥，。；｜|：\s]{0,80}$/),
  );

  it('without labels, every character is in the title or the body', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const text = lines.join('\n');
        fc.pre(!/[日栏专拟]/u.test(text));
        const { title, body } = splitSubmission(text);
        expect(text.replace(/\r\n?|[\u2028\u2029]/gu, '\n')).toContain(body);
        const isWhole = letters(body) === letters(text);
        expect(isWhole || letters(title + body) === letters(text)).toBe(true);
      }),
    );
  });

  it('with labels, their values are fields', () => {
    const value = fc.stringMatching(/^[一-龥]{1,10}$/);
    fc.assert(
      fc.property(value, value, value, value, fc.nat({ max: 3 }), (title, body, date, section, at) => {
        const lines = [title, body];
        lines.splice(Math.min(at, 2), 0, `日期：${date}`, `栏目：${section}`);
        expect(splitSubmission(lines.join('\n'))).toEqual({ title, body, fields: { date, section } });
      }),
    );
  });
});
