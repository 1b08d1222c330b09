type Dice = () => number;

const PLACES = ['城东社区', '河口村', '政务中心', '三里镇', '开发区', '南山林场', '双桥镇', '县职教中心'];
const DEEDS = ['召开', '组织', '举办', '开展', '启动', '筹备', '部署', '检查'];
const MATTERS = [
  '耕地保护推进会',
  '登记窗口开放日',
  '地质灾害演练',
  '测绘法宣传',
  '普法讲座',
  '林区防火巡查',
  '青年业务比武',
  '土地执法巡查',
];
const RESULTS = [
  '发放资料若干份',
  '现场答复群众提问',
  '形成问题清单并逐项整改',
  '各乡镇所负责人参加',
  '邀请代表全程见证',
  '与会人员交流了做法',
];

/** Not two alike but by rare chance: what is drawn twice would be taken for the same item. */
export function drawTitle(dice: Dice): string {
  return `${of(PLACES, dice)}${of(DEEDS, dice)}第${number(dice)}次${of(MATTERS, dice)}`;
}

/** Title and text as they follow `/报送`. */
export function drawSubmission(dice: Dice): string {
  const results = [of(RESULTS, dice), of(RESULTS, dice), `编号${number(dice)}${number(dice)}`].join('，');
  return `${drawTitle(dice)}｜我局在${of(PLACES, dice)}${of(DEEDS, dice)}${of(MATTERS, dice)}，${results}。`;
}

export function drawTalk(dice: Dice): string {
  return `${of(MATTERS, dice)}的材料放在办公室第${number(dice)}格，${of(RESULTS, dice)}的照片稍后再传。`;
}

export function drawReason(dice: Dice): string {
  return `因第${number(dice)}次${of(MATTERS, dice)}`;
}

function of(list: readonly string[], dice: Dice): string {
  return list[Math.floor(dice() * list.length)] ?? '';
}

function number(dice: Dice): number {
  return Math.floor(dice() * 1_000_000);
}
