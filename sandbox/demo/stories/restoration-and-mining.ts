import type { Story } from '../story.ts';

export const RESTORATION: readonly Story[] = [
  {
    department: '修复科',
    slot: 'morning',
    form: 'lines',
    section: '业务动态',
    title: '废弃石场修复工程进入覆土阶段',
    body: '{day}，修复科到云岭乡废弃石场检查生态修复工程进度，目前边坡清危和挡墙砌筑已完成，覆土过半，检查组要求施工单位严控土源质量，并同步做好截排水沟。',
  },
  {
    department: '修复科',
    slot: 'noon',
    form: 'bar',
    section: '主题宣传',
    title: '生态修复成果图片展亮相县城中心广场',
    body: '{day}，修复科在县城中心广场举办生态修复成果图片展，用62幅前后对比照片展示矿山复绿、河岸整治变化，现场设置留言墙，吸引市民和学生1000余人次参观。',
  },
  {
    department: '修复科',
    slot: 'evening',
    form: 'private',
    section: '业务动态',
    title: '青溪河岸线整治项目完成竣工测量',
    body: '{day}，修复科组织第三方单位完成青溪河岸线整治项目竣工测量，共整治岸线3.6公里，栽植水土保持苗木1.2万株，资料整理后将按程序申请验收。',
  },
  {
    department: '修复科',
    slot: 'early',
    form: 'wide',
    section: '为民服务',
    title: '修复科志愿服务队清理河道垃圾',
    body: '{day}，修复科志愿服务队联合青溪镇中学师生开展河道清理，沿岸捡拾塑料、农膜等垃圾约400公斤，并向沿河住户讲解生态保护常识，倡议大家共同守护母亲河。',
  },
];

export const MINING: readonly Story[] = [
  {
    department: '矿产科',
    slot: 'early',
    form: 'bar',
    section: '安全与应急',
    title: '矿产科组织地质灾害隐患点联合排查',
    body: '{day}，矿产科会同应急、交通部门对全县31处地质灾害隐患点开展联合排查，现场核对监测员、避险路线和预警设备，发现监测桩松动、警示牌缺失等问题7处，均已整改。',
  },
  {
    department: '矿产科',
    slot: 'morning',
    form: 'bar',
    section: '安全与应急',
    twice: true,
    title: '白石镇开展滑坡避险应急演练',
    body: '{day}，矿产科指导白石镇在石桥村开展滑坡避险应急演练，模拟强降雨触发预警、入户通知、转移安置全过程，86户群众在18分钟内全部撤至安全地带。',
  },
  {
    department: '矿产科',
    slot: 'evening',
    form: 'lines',
    section: '业务动态',
    title: '我局完成持证矿山储量动态检测',
    body: '{day}，矿产科完成全县9家持证矿山储量动态检测外业工作，采用无人机航测与井下实测相结合的方法核实开采范围，未发现越界开采行为。',
  },
];
