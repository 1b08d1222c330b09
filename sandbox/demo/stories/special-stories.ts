import type { Story } from '../story.ts';

type Told = Omit<Story, 'slot'>;

/** Told in the days before the month begins: they belong to the month before. */
export const BEFORE_THE_MONTH: readonly Story[] = [
  {
    department: '规划科',
    slot: 'early',
    form: 'bar',
    section: '业务动态',
    title: '城区停车设施专项规划启动编制',
    body: '{day}，规划科在局机关召开城区停车设施专项规划编制启动会，听取公安、城管等部门意见，明确现状调查、需求预测和选址布局三个阶段的时间安排。',
  },
  {
    department: '登记中心',
    slot: 'middle',
    form: 'lines',
    section: '为民服务',
    title: '登记业务延时服务方便返乡群众',
    body: '{day}，登记中心在县政务服务大厅开设延时服务窗口，为返乡群众集中办理房屋转移、继承登记业务31件。',
  },
  {
    department: '修复科',
    slot: 'morning',
    form: 'wide',
    section: '安全与应急',
    title: '修复科检查在建项目施工安全',
    body: '{day}，修复科对青溪河岸线整治等4个在建项目开展施工安全检查，重点查看临时用电、边坡支护和人员防护，发现隐患5处，现场整改3处。',
  },
  {
    department: '利用科',
    slot: 'noon',
    form: 'bar',
    section: '业务动态',
    title: '我局盘活一处废弃厂房用地',
    body: '{day}，利用科与西河街道办事处签订废弃厂房用地盘活协议，通过协议收回方式腾出建设用地23亩，拟用于建设社区养老服务设施。',
  },
];

/** Reported for the week before, by a department that had been missing. */
export const LATE: Told = {
  department: '测绘科',
  form: 'lines',
  section: '政策法规宣传',
  title: '测绘科开展互联网地图合规检查',
  body: '{day}，测绘科对辖区18家单位的门户网站和公众号用图情况开展合规检查，指导3家单位更换不规范地图，并现场讲解公开地图内容表示规定。',
};

/** Comes when the month has been compiled already, so that a second version differs from the first. */
export const AFTER_THE_MONTH: Told = {
  department: '修复科',
  form: 'lines',
  section: '业务动态',
  title: '修复科完成复绿地块苗木补植',
  body: '{day}，修复科在云岭乡废弃石场复绿地块完成苗木补植，共补栽侧柏、刺槐2600株，同步检查滴灌管线和支撑架，确保苗木成活。',
};
