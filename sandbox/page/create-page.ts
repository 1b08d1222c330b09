import type { Router } from 'express';
import type { Faults } from '../api/fault-rules.ts';
import type { PushFaults } from '../push/pusher.ts';
import type { World } from '../world/world.ts';
import type { Act } from './acts.ts';
import { BusyError } from './busy-error.ts';
import { viewChats, viewMessages, viewPeople } from './describe-world.ts';
import { createFaultSwitches, type FaultSwitches } from './fault-switches.ts';
import { createHub, type Hub } from './hub.ts';
import type { Page } from './page.ts';
import { createPageRouter } from './page-router.ts';
import { type PeopleActions, performAct } from './perform-act.ts';
import { createSeenMarks, type SeenMarks } from './seen-marks.ts';
import { takeUpload } from './take-upload.ts';
import { createTimeTravel, type TimeTravel } from './time-travel.ts';
import type { ActResult, Busy, Snapshot, Suggestion } from './view.ts';
import { watchWorld } from './watch-world.ts';

export interface PageParts {
  readonly world: World;
  readonly people: PeopleActions;
  readonly faults: Pick<Faults, 'add'>;
  readonly pushFaults: PushFaults;
  /** Folder of the sandbox's compiled modules, the browser's among them. */
  readonly codeFolder: string;
}

export interface ServedPage {
  readonly page: Page;
  readonly router: Router;
  stop(): void;
}

/** The page's side of the server. All state is here: a reload, or another browser, shows the same. */
export function createPage({ world, people, faults, pushFaults, codeFolder }: PageParts): ServedPage {
  const nowMs = () => world.clock.now().epochMilliseconds;
  const state: State = { busy: null, suggestions: [] };
  const seen = createSeenMarks(world);
  const switches = createFaultSwitches(faults, pushFaults);
  const hub: Hub = createHub(snapshot, nowMs);
  const watch = watchWorld(world, hub);
  const setBusy = (busy: Busy | null) => {
    state.busy = busy;
    hub.tell({ busy });
  };
  const travel = createTimeTravel(world.clock, setBusy);
  const desk: Desk = { world, people, hub, seen, switches, travel, state };

  function snapshot(): Snapshot {
    return {
      bot: { id: world.app.botOpenId, name: world.app.botName },
      people: viewPeople(world),
      chats: viewChats(world),
      messages: viewMessages(world),
      seen: seen.all(),
      faults: switches.on(),
      traffic: watch.traffic(),
      nowMs: nowMs(),
      ...state,
    };
  }

  const page: Page = {
    follow: travel.follow,
    suggest(suggestions) {
      state.suggestions = suggestions;
      hub.tell({ suggestions });
    },
    async play(work) {
      setBusy({ what: 'playing', share: 0 });
      try {
        return await work((share) => setBusy({ what: 'playing', share }));
      } finally {
        seen.markAll();
        setBusy(null);
        hub.tell({ seen: seen.all() });
      }
    },
  };
  const router = createPageRouter({
    hub,
    codeFolder,
    world,
    act: (act) => actAt(desk, act),
    upload: async (upload) => {
      requireIdle(state);
      return takeUpload(world, people, upload);
    },
  });
  return { page, router, stop: hub.stop };
}

interface State {
  busy: Busy | null;
  suggestions: readonly Suggestion[];
}

interface Desk {
  readonly world: World;
  readonly people: PeopleActions;
  readonly hub: Hub;
  readonly seen: SeenMarks;
  readonly switches: FaultSwitches;
  readonly travel: TimeTravel;
  readonly state: State;
}

async function actAt(
  { world, people, hub, seen, switches, travel, state }: Desk,
  act: Act,
): Promise<ActResult> {
  if (act.act === 'seen') {
    seen.mark(act.as, act.chat);
    hub.tell({ seen: seen.all() });
    return {};
  }
  if (act.act === 'fault') {
    switches.turn(act.fault, act.on);
    hub.tell({ faults: switches.on() });
    return {};
  }
  requireIdle(state);
  if (act.act !== 'clock') return performAct(world, people, act);
  await travel.to(act.to);
  return {};
}

function requireIdle({ busy }: State): void {
  if (busy !== null) throw new BusyError();
}
