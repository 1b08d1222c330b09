/** What people write where there is nothing to report. */
const NIL_WORD = /^(?:本周)?(?:暂?无|没有|零报告)(?:(?:可报|报送)?(?:信息|内容))?$/u;

/** True for a title that says only that there is nothing: no item is called so. */
export function isNilWord(title: string): boolean {
  return NIL_WORD.test(
    title
      .normalize('NFKC')
      .replace(/[\s。.！!]+$/u, '')
      .trim(),
  );
}
