/** What people say to each other in the group. None of it is for the bot, whatever it looks like. */
export const TALK: readonly { readonly who: string; readonly text: string }[] = [
  { who: '何振邦', text: '各位早上好，今天下午三点的视频会改到四楼，请相互转告。' },
  { who: '邱小满', text: '收到' },
  { who: '郑清和', text: '谁有最新的值班表？发我一份，谢谢。' },
  { who: '韩松林', text: '巡查照片已经收了 1/3，剩下的下班前给齐。' },
  { who: '许静姝', text: '本周五的报送别忘了哦 @沈云舒 辛苦了' },
  { who: '吴承远', text: '、刚才那份材料我再核对一下' },
  { who: '林晓禾', text: '报送的事我下午再弄，先去现场。' },
  { who: '邱小满', text: '食堂今天有饺子' },
];
