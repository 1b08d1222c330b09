import type { MonthFacts } from '../../domain/report/facts.ts';

const WEEKS = ['2026-W41', '2026-W42', '2026-W43', '2026-W44'] as const;

/** An invented month of an invented bureau: a joint item, a late one, a nil report, a week left open. */
export const sampleFacts: MonthFacts = {
  month: '2026-10',
  settings: {
    unitName: '青禾县自然资源局',
    sections: [
      { name: '理论学习', keywords: [] },
      { name: '业务工作', keywords: [] },
      { name: '基层服务', keywords: [] },
    ],
    defaultSection: '业务工作',
    placeholder: '××',
  },
  departments: [
    {
      id: 'office',
      name: '办公室',
      weeks: WEEKS.map((week) => ({ week, answer: 'submitted' as const })),
    },
    {
      id: 'planning',
      name: '规划科',
      weeks: WEEKS.map((week) => ({ week, answer: week === '2026-W43' ? 'nil' : 'late' })),
    },
    {
      id: 'station',
      name: '城关自然资源所',
      weeks: WEEKS.map((week) => ({ week, answer: week === '2026-W41' ? 'excused' : 'missing' })),
    },
  ],
  items: [
    {
      id: 'a',
      number: '202610-办公室-01',
      serial: 1,
      departmentIds: ['office'],
      section: '理论学习',
      title: '青年读书会交流规划图件的读法',
      body: '10月9日，办公室在三楼会议室组织青年读书会，18名青年干部结合各自经办的图件谈了读图、用图的体会。',
      date: '2026-10-09',
      late: false,
      revision: 1,
      cleared: true,
    },
    {
      id: 'b',
      number: '202610-规划科-02',
      serial: 2,
      departmentIds: ['planning', 'station'],
      section: '业务工作',
      title: '村庄规划送到田间地头',
      body: '10月14日，规划科会同城关自然资源所到柳溪村宣讲村庄规划。\n现场发放图册120份，解答群众提问31个',
      date: '2026-10-14',
      late: true,
      revision: 2,
      cleared: true,
    },
    {
      id: 'c',
      number: '202610-办公室-03',
      serial: 3,
      departmentIds: ['office'],
      section: '基层服务',
      title: '窗口延时办件服务开通',
      body: '',
      date: '2026-10-21',
      late: false,
      revision: 1,
      cleared: true,
    },
  ],
  nils: [{ departmentId: 'planning', week: '2026-W43', reason: '集中外业调查' }],
  heldBack: { inReview: 1, notPublic: 0 },
  nextMonth: ['全国消防日'],
  cutOff: '2026-10-30T10:00:00.000Z',
  signedOn: '2026-10-30',
  version: 1,
};
