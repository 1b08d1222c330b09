import type { Platform } from '../../bot/ports.ts';
import { ONLINE_RIGHTS } from '../../bot/report/give-up-online.ts';
import type { Locale } from '../../kernel/text/texts.ts';
import { type Check, pass, warn } from './check.ts';
import { explainRefusal, isRightMissing } from './explain-refusal.ts';

/** A document and an import that are not there: the platform looks at the app's rights first, and nothing is made. */
const NOWHERE = 'doctor';

/** The rights that online documents need besides that to upload, for groups that have them switched on. */
export async function checkOnline(platform: Platform, locale: Locale): Promise<Check> {
  const what = 'right to online documents';
  const trials = [
    () => platform.importedDocument(NOWHERE),
    () => platform.shareDocument(NOWHERE, `oc_${NOWHERE}`),
  ];
  for (const attempt of trials) {
    const refusal = await attempt().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!isRightMissing(refusal)) continue;
    const { found, remedy } = explainRefusal(refusal, locale);
    return warn(what, found, `${remedy}; needed are ${ONLINE_RIGHTS.join(', ')}`);
  }
  return pass(what, 'reports can be followed by online documents');
}
