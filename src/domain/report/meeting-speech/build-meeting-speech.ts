import { writeFigures } from '../build-opening.ts';
import { listDirections } from '../build-plans.ts';
import { asPoint, asTask } from '../chinese-number.ts';
import { buildDraftAnnexes } from '../draft-annexes.ts';
import type { MonthFacts } from '../facts.ts';
import { findProblems, writeProblem } from '../find-problems.ts';
import { gatherBlocks, type ReportBlock } from '../gather-blocks.ts';
import { createReportContext, NOTHING, type ReportContext } from '../report-context.ts';
import type { ReportStage } from '../report-edition.ts';
import { tellItem } from '../tell-item.ts';
import { writeTopic, writeVerdict } from '../write-heading.ts';
import type { AchievementView, MeetingSpeechView } from './meeting-speech-view.ts';

const ACHIEVEMENTS = '一、本月宣传工作取得的成效';
const MISSION = '二、当前宣传工作的使命任务';
const TASKS = '三、下一步宣传工作的重点任务';

/** A month as a leader's speech: what was achieved, what is asked of everyone, what is to be done. */
export function buildMeetingSpeech(facts: MonthFacts, stage: ReportStage = 'draft'): MeetingSpeechView {
  const context = createReportContext(facts, stage);
  const { unit, gaps } = context;
  const subject = gaps.slot('开场', '会议的主要任务');
  const gathered = gatherBlocks(context);
  return {
    title: `在${unit}宣传工作会议上的讲话`,
    unit,
    salutation: '同志们：',
    opening: `这次会议的主要任务是${subject}。下面，我讲三点意见。`,
    achievements: buildAchievements(context, gathered),
    mission: { heading: MISSION, sides: buildSides(context) },
    tasks: { heading: TASKS, intro: '下一步，要重点抓好以下工作：', list: buildTasks(context) },
    closing: `同志们，${gaps.slot('结尾', '号召')}！`,
    annexes: buildDraftAnnexes(context, {
      blocks: gathered,
      places: gathered.map(({ name }, index) => `一、${asPoint(index + 1)}${name}`),
      stage,
    }),
  };
}

function buildAchievements(
  context: ReportContext,
  gathered: readonly ReportBlock[],
): MeetingSpeechView['achievements'] {
  const points = gathered.map((block, index) => buildPoint(context, block, index + 1));
  return {
    heading: ACHIEVEMENTS,
    intro: writeFigures(context),
    points,
    nothing: points.length === 0 ? NOTHING : '',
    summary: `总之，${context.gaps.slot(ACHIEVEMENTS, '对成效的总结和对同志们的感谢')}。`,
  };
}

/** The figures stand with the label; each item then is a paragraph of its own, to be read out in one breath. */
function buildPoint(context: ReportContext, block: ReportBlock, position: number): AchievementView {
  const ordinal = asPoint(position);
  return {
    lead: `${ordinal}${writeVerdict(context, block.name, `一、${ordinal}${block.name}`)}`,
    topic: writeTopic(context, block),
    items: block.points.map(tellItem),
  };
}

function buildSides({ gaps, count }: ReportContext): string[] {
  const problems = findProblems(count).map((finding) => writeProblem(finding, 'unnamed'));
  return [
    `一方面，${gaps.slot(MISSION, '上级对宣传工作的要求')}。`,
    `另一方面，${problems.join('')}${gaps.slot(MISSION, '宣传工作面临的形势和不足')}。`,
  ];
}

function buildTasks(context: ReportContext): MeetingSpeechView['tasks']['list'] {
  const { gaps } = context;
  const known = listDirections(context).map((clause, index) => ({
    lead: `${asTask(index + 1)}${clause}。`,
    text: `${gaps.slot(`三、${asTask(index + 1)}${clause}`, '具体要求')}。`,
  }));
  const own = `${asTask(known.length + 1)}${gaps.slot(TASKS, '其他重点任务')}。`;
  return [...known, { lead: own, text: '' }];
}
