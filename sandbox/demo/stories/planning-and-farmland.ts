import type { Story } from '../story.ts';

export const PLANNING: readonly Story[] = [
  {
    department: '规划科',
    slot: 'early',
    form: 'bar',
    title: '我局集中审查三个乡镇国土空间规划',
    body: '{day}，规划科在局三楼会议室集中审查青溪镇、白石镇、云岭乡国土空间规划成果，逐图核对永久基本农田、生态保护红线和城镇开发边界，提出修改意见21条，要求编制单位两周内修改完毕。',
  },
  {
    department: '规划科',
    slot: 'middle',
    form: 'lines',
    section: '政策法规宣传',
    title: '规划公示说明会开进城东社区',
    body: '{day}，规划科在城东社区服务中心召开地块规划公示说明会，用沙盘和图板讲解用地性质、建筑限高和停车配建要求，收集居民意见37条，当场答复29条，其余8条列入清单限期回复。',
  },
  {
    department: '规划科',
    slot: 'early',
    form: 'bar',
    twice: true,
    title: '我县完成村庄规划实施情况评估',
    body: '{day}，规划科会同各乡镇完成42个村庄规划实施情况评估，重点查看产业用地落地、宅基地布局和公共服务设施配套，对6个与实际脱节的村提出优化调整建议。',
  },
  {
    department: '规划科',
    slot: 'noon',
    form: 'private',
    section: '为民服务',
    title: '规划人员现场服务冷链物流园选址',
    body: '{day}，规划科工作人员赴白石镇冷链物流园拟选地块现场踏勘，比对三个备选方案的用地现状和道路条件，当天出具选址意见，帮助企业少跑两趟。',
  },
  {
    department: '规划科',
    slot: 'morning',
    form: 'bot',
    section: '队伍建设',
    title: '规划科举办技术审查业务培训',
    body: '{day}，规划科在局机关举办规划技术审查业务培训，各乡镇自然资源所23名工作人员参加，围绕“一张图”比对、成果质检常见问题逐例讲解并现场答疑。',
  },
];

export const FARMLAND: readonly Story[] = [
  {
    department: '耕地科',
    slot: 'middle',
    form: 'lines',
    title: '我局推进耕地保护网格巡查全覆盖',
    body: '{day}，耕地科在白石镇召开耕地保护网格化巡查现场会，明确县、镇、村三级网格员职责，为186名村级网格员配发巡查手册，要求发现占用耕地苗头当日上报、三日内核实。',
  },
  {
    department: '耕地科',
    slot: 'early',
    form: 'bar',
    title: '补充耕地项目通过县级初验',
    body: '{day}，耕地科组织农业农村、水利等部门对云岭乡补充耕地项目开展县级初验，现场开挖土壤剖面12处，抽查沟渠、田坎和道路配套情况，对土层厚度不足的2个地块要求限期返工。',
  },
  {
    department: '耕地科',
    slot: 'morning',
    form: 'wide',
    section: '政策法规宣传',
    title: '耕地保护政策宣讲走进田间地头',
    body: '{day}，耕地科联合青溪镇政府在青溪村晒谷场开展耕地保护政策宣讲，用身边案例讲清哪些地能种树、哪些地不能建房，发放明白纸300余份，解答群众提问26人次。',
  },
  {
    department: '耕地科',
    slot: 'early',
    form: 'bar',
    twice: true,
    title: '我局完成耕地流出问题图斑核查',
    body: '{day}，耕地科完成全县耕地流出问题图斑内外业核查，逐块拍照举证、分类登记，对具备恢复条件的地块商乡镇制定恢复耕种计划，并落实到户、责任到人。',
  },
  {
    department: '耕地科',
    slot: 'noon',
    form: 'private',
    section: '为民服务',
    title: '上门指导种粮大户办理设施农用地备案',
    body: '{day}，耕地科工作人员到云岭乡种粮大户育秧基地上门指导设施农用地备案，现场审核用地位置和规模，一次性告知所需材料，当天完成上图入库。',
  },
];
