// All that the screens know: signals that only the server's frames write to, and what of it is asked for often.
import { batch, computed, signal } from "./html.js";
import { merged } from "./merge.js";

/** @typedef {import("./views").Room} Room */
/** @typedef {import("./views").Desk} Desk */
/** @typedef {import("./views").You} You */

/** What stands in `room` before the first welcome, so that components need not ask whether anything is there. */
const NOTHING = /** @type {Room} */ ({
  session: { id: "", name: "", purpose: "decide", setting: "mixed", status: "planned", number: 1, clock: "wall", code: "", created_at: 0 },
  lead: {},
  floor: { mode: "queue", policy: "balanced", limit_ms: 0, gap_ms: 0 },
  speaking: {},
  queue: { order: [], more: 0, hands: {}, closed: false, process: { order: [], by_id: {} } },
  people: { order: [], more: 0, by_id: {}, counts: { here: 0, in_room: 0, remote: 0, phone: 0 } },
  perspectives: { labels: [], equal_share: false },
  agenda: { order: [], by_id: {}, ready: 0, share: 0, fixed: [], fixed_by: [], can_change: [] },
  notes: { order: [], more: 0, by_id: {} }, written: { order: [], more: 0, by_id: {} },
  breakout: { reports: [] },
  ideas: { order: [], by_id: {}, shortlist: [] },
  scoring: { order: [], rounds: {} },
  picks: { order: [], by_id: {} },
  checks: { order: [], by_id: {} },
  resistance: { order: [], by_id: {} },
  knowledge: { order: [], by_id: {}, unclear: { order: [], by_id: {} } },
  contact: {},
  decisions: { order: [], by_id: {}, needs: { order: [], by_id: {} } },
});

export const room = signal(NOTHING);
export const desk = signal(/** @type {Desk | null} */ (null));
export const you = signal(/** @type {You} */ ({ rights: [] }));
export const welcomed = signal(false);
/** The facilitators' figures that move with time, and the lanes, which come more seldom. */
export const figures = signal(/** @type {import("./views").DeskFigures | null} */ (null));
export const lanes = signal(/** @type {import("./views").Lanes | null} */ (null));
export const own = signal(/** @type {import("./views").OwnFigures | null} */ (null));
export const connection = signal(/** @type {import("./views").Connection} */ ({ is: "connecting" }));
export const pending = signal(/** @type {readonly import("./views").Pending[]} */ ([]));

export const session = computed(() => room.value.session);
/** The group that I am in, while there are groups: its floor and queue are mine then. */
export const myGroup = computed(() => (you.value.group ? room.value.breakout.groups?.[you.value.group] : undefined));
export const floor = computed(() => myGroup.value?.floor ?? room.value.floor);
export const speaking = computed(() => (myGroup.value ? (myGroup.value.speaking ?? {}) : room.value.speaking));
export const agenda = computed(() => room.value.agenda);
export const queue = computed(() => myGroup.value?.queue ?? room.value.queue);
export const people = computed(() => room.value.people);
export const rights = computed(() => new Set(you.value.rights));
export const pendingKeys = computed(() => new Set(pending.value.map((one) => one.key)));

/** @param {any} frame */
export function takeWelcome(frame) {
  batch(() => {
    room.value = frame.room ?? NOTHING;
    desk.value = frame.desk ?? null;
    you.value = frame.you ?? { rights: [] };
    welcomed.value = true;
  });
}

/** Of a report: what came of ideas and answers, in the shapes of the room, and the names of who signed something. @param {any} report */
export function takeReport(report) {
  const { ideas = NOTHING.ideas, scoring = NOTHING.scoring, picks = NOTHING.picks, checks = NOTHING.checks, resistance = NOTHING.resistance, names = {} } = report;
  const by_id = Object.fromEntries(Object.entries(names).map(([id, name]) => [id, /** @type {any} */ ({ name })]));
  room.value = { ...NOTHING, ideas, scoring, picks, checks, resistance, people: { ...NOTHING.people, by_id } };
}

/** @param {any} frame */
export function takePatch(frame) {
  batch(() => {
    if (frame.room) room.value = merged(room.value, frame.room);
    if (frame.desk) desk.value = merged(desk.value, frame.desk);
    if (frame.you) you.value = merged(you.value, frame.you);
  });
}

/** @param {any} frame */
export function takeFigures(frame) {
  batch(() => {
    if (frame.desk) {
      figures.value = frame.desk;
      if (frame.desk.lanes) lanes.value = frame.desk.lanes;
    }
    if (frame.you) own.value = frame.you;
  });
}

/** @param {string | undefined} id */
export function person(id) {
  return id === undefined ? undefined : people.value.by_id[id];
}

/** The whole name of somebody; empty for nobody. @param {string | undefined} id */
export function nameOf(id) {
  return person(id)?.name ?? (id ? (desk.value?.people[id]?.name ?? "") : "");
}

/** The first name, where nobody else here has the same one. @param {string | undefined} id */
export function shortName(id) {
  const name = nameOf(id);
  const first = name.split(/\s+/)[0] ?? "";
  const same = Object.values(people.value.by_id).filter((one) => one.name.split(/\s+/)[0] === first);
  return same.length > 1 ? name : first;
}

/** Who the order says is next, of those who are ready; the server decides when it is asked. */
export function nextUp() {
  const { mode, round } = floor.value;
  if (mode === "round" && round) return round.next[0];
  const { order, hands } = queue.value;
  return order.find((id) => hands[id]?.ready);
}

/** Who takes part and has no device here; who leads types for them. */
export const withoutDevice = computed(() => people.value.order.filter((id) => person(id)?.role === "participant" && desk.value?.people[id]?.connected === false));

/** Whether the turn itself says who speaks. */
export const byTurns = computed(() => ["queue", "timed", "round"].includes(floor.value.mode));

/** My place in the queue, 1 is next; 0: not in it. */
export const myPlace = computed(() => {
  const me = you.value.participant;
  return me ? queue.value.order.indexOf(me) + 1 : 0;
});
export const myTurn = computed(() => {
  const turn = floor.value.turn;
  return turn && turn.participant === you.value.participant ? turn : undefined;
});
