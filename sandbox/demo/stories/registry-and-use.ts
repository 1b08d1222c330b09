import type { Story } from '../story.ts';

export const REGISTRY: readonly Story[] = [
  {
    department: '登记中心',
    slot: 'middle',
    form: 'bar',
    section: '为民服务',
    title: '不动产登记窗口推出午间不断档服务',
    body: '{day}，登记中心在县政务服务大厅推出午间不断档服务，安排3个窗口轮流值守，首日中午即为上班族和外地返乡群众办理转移登记、抵押登记业务19件。',
  },
  {
    department: '登记中心',
    slot: 'evening',
    form: 'private',
    title: '登记中心上门为行动不便老人办证',
    body: '{day}，登记中心工作人员携带移动终端来到西河街道，为两名卧床老人上门核验身份、采集签名，完成房屋继承登记，并将不动产权证书送到老人手中。',
    section: '为民服务',
  },
  {
    department: '登记中心',
    slot: 'early',
    form: 'wide',
    title: '新建小区实现交房即交证',
    body: '{day}，登记中心在禾悦小区售楼部设立临时办证点，提前完成首次登记和税费核算，首批126户业主在领取新房钥匙的同时拿到不动产权证书。',
  },
  {
    department: '登记中心',
    slot: 'middle',
    form: 'lines',
    title: '登记中心开展历史档案数字化抽检',
    body: '{day}，登记中心对历史登记档案数字化成果开展抽检，随机调阅纸质档案500卷，比对扫描件清晰度、目录著录和页码顺序，发现问题14处并已全部退回整改。',
    section: '综合工作',
  },
  {
    department: '登记中心',
    slot: 'morning',
    form: 'bar',
    section: '队伍建设',
    title: '登记中心举办窗口业务比武',
    body: '{day}，登记中心在政务服务大厅举办窗口业务比武，12名工作人员围绕受理、审核、缮证三个环节同场竞技，以案卷评查和情景模拟检验业务水平，评出优胜个人3名。',
  },
];

export const LAND_USE: readonly Story[] = [
  {
    department: '利用科',
    slot: 'noon',
    form: 'bar',
    section: '业务动态',
    title: '我县两宗工业用地以标准地方式成交',
    body: '{day}，利用科在县公共资源交易中心组织工业用地网上挂牌出让，两宗共86亩土地以“标准地”方式成交，投资强度、亩均税收等控制指标写入出让合同，企业拿地即可开工。',
  },
  {
    department: '利用科',
    slot: 'middle',
    form: 'private',
    section: '业务动态',
    title: '利用科现场督办批而未供土地处置',
    body: '{day}，利用科赴县经济开发区督办批而未供土地处置，逐宗查看现场、分析原因，对具备供地条件的5宗土地倒排时间，对规划条件变化的2宗土地提出调整意见。',
  },
  {
    department: '利用科',
    slot: 'early',
    form: 'bot',
    title: '我局召开闲置土地处置约谈会',
    section: '业务动态',
    body: '{day}，利用科在局二楼会议室约谈4家闲置土地使用权人，逐家说明认定依据和处置程序，督促企业签订开工承诺书，明确开工时限和违约责任。',
  },
  {
    department: '利用科',
    slot: 'middle',
    form: 'lines',
    section: '为民服务',
    title: '利用科为企业办理土地出让合同变更',
    body: '{day}，利用科在县政务服务大厅为3家企业集中办理土地出让合同变更手续，将原需5个工作日的内部会签压缩到1天，解决企业名称变更后无法办理抵押的难题。',
  },
];
