import { describe, expect, it } from 'vitest';
import { buildDebriefSpeech } from '../../../src/domain/report/debrief-speech/build-debrief-speech.ts';
import { buildExchangeTalk } from '../../../src/domain/report/exchange-talk/build-exchange-talk.ts';
import { buildMeetingSpeech } from '../../../src/domain/report/meeting-speech/build-meeting-speech.ts';
import { buildWorkArticle } from '../../../src/domain/report/work-article/build-work-article.ts';
import { makeDepartment, makeFacts, makeItem } from './make-facts.ts';

const WRITTEN_OUT = '加强理论学习，筑牢思想根基';
const SLOT = /【请宣传负责人补充：.*?】/g;

function factsOf(sections: readonly string[], changes: Partial<Parameters<typeof makeItem>[0]> = {}) {
  const items = sections.map((section, index) => makeItem({ id: String(index), section, ...changes }));
  return makeFacts({
    items,
    departments: [makeDepartment('office', '办公室', ['late', 'missing'])],
    nextMonth: ['全国消防日'],
  });
}

/** The bureau tells of two sections under one heading. */
function inOneBlock(block: string) {
  const facts = factsOf(['理论学习', '业务工作']);
  const sections = facts.settings.sections.map((section) => ({ ...section, block }));
  return { ...facts, settings: { ...facts.settings, sections } };
}

describe('work article', () => {
  it('names the place, not the unit, in its title', () => {
    const title = (unitName: string) =>
      buildWorkArticle({ ...makeFacts(), settings: { ...makeFacts().settings, unitName } }).title;
    expect(title('青禾县自然资源局')).toMatch(/^青禾：【.*】，做好10月宣传工作$/);
    expect(title('自然资源局')).toMatch(/^自然资源局：/);
  });

  it('counts the points of a block, but not a single one', () => {
    const { blocks } = buildWorkArticle(factsOf(['理论学习', '业务工作', '业务工作']));
    expect(blocks.map(({ ordinal, heading }) => ordinal + heading)).toEqual([
      '（一）抓好理论学习。',
      '（二）抓好业务工作。',
    ]);
    const leads = blocks.map(({ paragraphs }) =>
      paragraphs.flatMap(({ points }) => points.map((p) => p.lead)),
    );
    expect(leads).toEqual([['开展图件核对。'], ['一是开展图件核对。', '二是开展图件核对。']]);
  });

  it('gives each point of a long block a paragraph', () => {
    const short = buildWorkArticle(factsOf(['业务工作', '业务工作']));
    const long = buildWorkArticle(factsOf(['业务工作', '业务工作'], { body: '字'.repeat(200) }));
    expect(short.blocks[0]?.paragraphs).toHaveLength(1);
    expect(long.blocks[0]?.paragraphs).toHaveLength(2);
  });

  it('turns what the figures show into directions and names nobody', () => {
    const { directions } = buildWorkArticle(factsOf(['业务工作']));
    expect(directions.map(({ ordinal, text }) => ordinal + text)).toEqual([
      '一是做好“全国消防日”宣传报送工作。',
      '二是进一步提高信息报送的及时性。',
      '三是进一步增强信息报送的时效性。',
      '四是【请宣传负责人补充：其他努力方向】。',
    ]);
  });
});

describe('debrief speech', () => {
  it('heads each block with two clauses and lets its text run on', () => {
    const view = buildDebriefSpeech(factsOf(['理论学习', '业务工作', '业务工作']));
    expect(view.lead).toMatch(/现将工作情况报告如下：$/);
    expect(view.blocks.map(({ ordinal, heading }) => ordinal + heading)).toEqual([
      '一、抓好理论学习，【请宣传负责人补充：对仗的短句】。',
      '二、抓好业务工作，【请宣传负责人补充：对仗的短句】。',
    ]);
    expect(view.blocks[1]?.topic).toBe('本月共报送业务工作方面信息2条，报送部门为办公室。');
    const item = { number: '202610-办公室-01', text: '开展图件核对。10月9日，办公室核对图件12幅。' };
    expect(view.blocks[1]?.paragraphs).toEqual([{ items: [item, item] }]);
  });

  it('parts a paragraph of more than 800 characters between items', () => {
    const view = buildDebriefSpeech(
      factsOf(['业务工作', '业务工作', '业务工作'], { body: '字'.repeat(500) }),
    );
    expect(view.blocks[0]?.paragraphs.map(({ items }) => items.length)).toEqual([1, 1, 1]);
  });

  it('closes with a verdict that is left to the lead, and with what is ahead', () => {
    expect(buildDebriefSpeech(factsOf(['业务工作'])).closing).toMatch(
      /^总体上，【.*?】。下一步，青禾县自然资源局将做好“全国消防日”宣传报送工作，进一步提高信息报送的及时性，.*】。$/,
    );
  });
});

describe('meeting speech', () => {
  it('makes three points and counts its tasks 一要, 二是', () => {
    const view = buildMeetingSpeech(factsOf(['理论学习', '业务工作']));
    expect(view.salutation).toBe('同志们：');
    expect(view.achievements.points.map(({ lead }) => lead)).toEqual([
      '一是理论学习【请宣传负责人补充：成效】。',
      '二是业务工作【请宣传负责人补充：成效】。',
    ]);
    expect(view.mission.sides.map((side) => side.split('，')[0])).toEqual(['一方面', '另一方面']);
    expect(view.tasks.list.map(({ lead }) => lead.slice(0, 2))).toEqual(['一要', '二是', '三是', '四是']);
    expect(view.closing).toMatch(/^同志们，.*！$/);
  });

  it('reads out figures without the names behind them', () => {
    const { mission, tasks, closing } = buildMeetingSpeech(factsOf(['业务工作']));
    expect(mission.sides[1]).toContain('本月未报信息且未作零报告的共1周次。');
    expect(JSON.stringify([mission, tasks, closing])).not.toContain('办公室');
  });
});

describe('exchange talk', () => {
  const unsettled = '标题（11至19字的动宾短语）';

  it.each([
    ['理论学习 业务工作 业务工作', '抓好业务工作推进理论学习'],
    ['业务工作', `【请宣传负责人补充：${unsettled}】`],
    ['甲 乙', `【请宣传负责人补充：${unsettled}】`],
  ])('of %s is called %s, which is the lead’s to settle', (sections, title) => {
    const view = buildExchangeTalk(factsOf(sections.split(' ')));
    expect(view.title).toBe(title);
    expect(view.annexes.toFill.rows[0]).toMatchObject({ place: '标题', what: unsettled });
  });

  it('begins with 近年来 and has blocks without numbers', () => {
    const view = buildExchangeTalk(factsOf(['理论学习', '业务工作']));
    expect(view.lead).toMatch(/^近年来，青禾县自然资源局坚持以【.*?】为指导，/);
    expect(view.blocks.map(({ heading }) => heading.replace(SLOT, '…'))).toEqual([
      '抓好理论学习，…。',
      '抓好业务工作，…。',
    ]);
  });

  it('asks to join sections when there are more than five blocks', () => {
    const many = ['甲', '乙', '丙', '丁', '戊', '己'];
    const toFill = (sections: readonly string[]) =>
      buildExchangeTalk(factsOf(sections)).annexes.toFill.rows.map(({ what }) => what);
    expect(toFill(many)).toContain('经验交流发言以三至五段为宜，现有6段');
    expect(toFill(many.slice(1)).join()).not.toContain('三至五段');
  });
});

describe('sections told under one heading', () => {
  it('are one block in every form', () => {
    const facts = inOneBlock('业务提升');
    expect(buildWorkArticle(facts).blocks.map(({ heading }) => heading)).toEqual(['抓好业务提升。']);
    expect(buildDebriefSpeech(facts).blocks).toHaveLength(1);
    expect(buildMeetingSpeech(facts).achievements.points).toHaveLength(1);
    expect(buildExchangeTalk(facts).blocks[0]?.paragraphs[0]?.points).toHaveLength(2);
  });

  it('have the bureau’s own heading when it is written out', () => {
    const facts = inOneBlock(WRITTEN_OUT);
    expect(buildDebriefSpeech(facts).blocks[0]?.heading).toBe(`${WRITTEN_OUT}。`);
    expect(buildExchangeTalk(facts).blocks[0]?.heading).toBe(`${WRITTEN_OUT}。`);
    expect(buildMeetingSpeech(facts).achievements.points[0]?.lead).toBe(`一是${WRITTEN_OUT}。`);
  });
});
