import type { Story } from '../story.ts';

export const SURVEY: readonly Story[] = [
  {
    department: '测绘科',
    slot: 'middle',
    form: 'bot',
    section: '业务动态',
    title: '测绘科完成县城实景三维数据采集',
    body: '{day}，测绘科完成县城建成区48平方公里实景三维数据采集，共飞行无人机架次56次，获取影像3.2万张，成果将用于规划审批、灾害评估和城市管理。',
  },
  {
    department: '测绘科',
    slot: 'middle',
    form: 'bar',
    section: '主题宣传',
    title: '国家版图意识宣传走进县第二小学',
    body: '{day}，测绘科走进县第二小学开展国家版图意识宣传，通过拼图比赛、问题地图找错和航测无人机展示，引导320名学生认识规范使用地图的重要性。',
  },
  {
    department: '测绘科',
    slot: 'overdue',
    form: 'bar',
    section: '综合工作',
    title: '我局开展测量标志普查维护',
    body: '{day}，测绘科对全县74座永久性测量标志开展普查维护，清理点位周边杂草，补刷警示标识，对2座受道路施工影响的标志提出迁建方案。',
  },
];

export const ENFORCEMENT: readonly Story[] = [
  {
    department: '执法大队',
    slot: 'noon',
    form: 'lines',
    section: '业务动态',
    title: '执法大队开展违法占地动态巡查',
    body: '{day}，执法大队在国道沿线开展违法占地动态巡查，运用无人机巡查里程120公里，现场制止未批先建苗头3起，责令当事人自行拆除并复耕。',
  },
  {
    department: '执法大队',
    slot: 'noon',
    form: 'bar',
    section: '政策法规宣传',
    title: '执法大队送法进企业',
    body: '{day}，执法大队走进县经济开发区开展送法进企业活动，结合典型案例讲解土地管理法、矿产资源法有关规定，发放普法手册150份，为8家企业提供用地合规建议。',
  },
  {
    department: '执法大队',
    slot: 'evening',
    form: 'private',
    section: '业务动态',
    title: '卫片执法图斑整改通过市级抽查',
    body: '{day}，市级检查组在我县抽查卫片执法图斑整改情况，实地核查图斑15个，查阅案卷12份，对整改到位率和档案规范性给予肯定。',
  },
];

export const STAFF: readonly Story[] = [
  {
    department: '人事科',
    slot: 'early',
    form: 'private',
    section: '理论学习',
    title: '局党组理论学习中心组开展专题学习',
    body: '{day}，局党组理论学习中心组在五楼会议室开展专题学习，围绕耕地保护和生态文明建设交流研讨，4名班子成员结合分管工作作发言，会议要求把学习成果转化为破解难题的具体举措。',
  },
  {
    department: '人事科',
    slot: 'middle',
    form: 'bar',
    section: '队伍建设',
    title: '我局召开廉政警示教育会',
    body: '{day}，局机关召开廉政警示教育会，通报近期查处的典型案例，组织观看警示教育片，班子成员与各科室负责人逐级开展廉政谈话，全体干部职工签订廉洁从政承诺书。',
  },
  {
    department: '人事科',
    slot: 'morning',
    form: 'lines',
    section: '理论学习',
    daysAgo: 1,
    title: '机关党支部联合开展主题党日活动',
    body: '{day}，局机关三个党支部在县革命历史陈列馆联合开展主题党日活动，62名党员重温入党誓词、聆听现场讲解，并围绕“服务群众我能做什么”开展讨论。',
  },
];
