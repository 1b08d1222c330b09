import type { Migration } from 'kysely';
import * as spine from './0001-spine.ts';
import * as review from './0002-review.ts';
import * as attachments from './0003-attachments.ts';
import * as joinRequests from './0004-join-requests.ts';
import * as jointItems from './0005-joint-items.ts';
import * as nilSource from './0006-nil-source.ts';
import * as calendarDays from './0007-calendar-days.ts';
import * as departmentClosures from './0008-department-closures.ts';
import * as outboxWindow from './0009-outbox-window.ts';
import * as duty from './0010-duty.ts';
import * as circulars from './0011-circulars.ts';
import * as sourceChanges from './0012-source-changes.ts';
import * as commissions from './0013-commissions.ts';
import * as rounds from './0014-rounds.ts';
import * as tickIndexes from './0015-tick-indexes.ts';
import * as templateHash from './0016-template-hash.ts';
import * as frozenReports from './0017-frozen-reports.ts';
import * as adoptions from './0018-adoptions.ts';
import * as desk from './0019-desk.ts';
import * as trace from './0020-trace.ts';
import * as oneInHand from './0021-one-in-hand.ts';
import * as replicas from './0022-replicas.ts';
import * as takenBack from './0023-taken-back.ts';
import * as messageIndex from './0024-message-index.ts';
import * as parentGroups from './0025-parent-groups.ts';

/** Every migration by name, in order. A new one is a new file and a new line here; old ones never change. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-spine': { up: spine.up },
  '0002-review': { up: review.up },
  '0003-attachments': { up: attachments.up },
  '0004-join-requests': { up: joinRequests.up },
  '0005-joint-items': { up: jointItems.up },
  '0006-nil-source': { up: nilSource.up },
  '0007-calendar-days': { up: calendarDays.up },
  '0008-department-closures': { up: departmentClosures.up },
  '0009-outbox-window': { up: outboxWindow.up },
  '0010-duty': { up: duty.up },
  '0011-circulars': { up: circulars.up },
  '0012-source-changes': { up: sourceChanges.up },
  '0013-commissions': { up: commissions.up },
  '0014-rounds': { up: rounds.up },
  '0015-tick-indexes': { up: tickIndexes.up },
  '0016-template-hash': { up: templateHash.up },
  '0017-frozen-reports': { up: frozenReports.up },
  '0018-adoptions': { up: adoptions.up },
  '0019-desk': { up: desk.up },
  '0020-trace': { up: trace.up },
  '0021-one-in-hand': { up: oneInHand.up },
  '0022-replicas': { up: replicas.up },
  '0023-taken-back': { up: takenBack.up },
  '0024-message-index': { up: messageIndex.up },
  '0025-parent-groups': { up: parentGroups.up },
};
