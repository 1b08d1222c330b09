import type { Suggestion } from '../page/view.ts';
import { LEAD, postOf } from './cast.ts';
import { idOf, type Stage } from './stage.ts';

/** Three things to try on the page, which show what the bot is for. */
export function suggestFirstSteps(stage: Stage): readonly Suggestion[] {
  const { correspondent } = postOf('规划科');
  return [
    {
      title: { 'zh-CN': '报一条信息', en: 'Send in an item' },
      hint: {
        'zh-CN': `您是规划科通讯员${correspondent}，文字已备好，按“发送”`,
        en: `As ${correspondent}, correspondent of a department: the words are ready, press Send`,
      },
      personId: idOf(stage, correspondent),
      text: '/报送 规划公示牌进村入户｜今日，规划科在白石镇集中安装村庄规划公示牌12块，方便群众就近查阅。',
    },
    {
      title: { 'zh-CN': '看周五催报', en: 'See who is reminded' },
      hint: {
        'zh-CN': '时间走到周五上午，只点还没报的部门',
        en: 'Time passes to Friday: only who is missing is named',
      },
      clock: 'friday',
    },
    {
      title: { 'zh-CN': '出本月报告', en: "Make the month's report" },
      hint: {
        'zh-CN': `您是宣传负责人${LEAD}，发送后收到 Word 文件，可预览`,
        en: `As ${LEAD}, the lead: a Word file arrives in the group; preview it`,
      },
      personId: idOf(stage, LEAD),
      text: '/汇总 本月',
    },
  ];
}
