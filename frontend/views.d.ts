/** The views as the server sends them; see docs for what each field means. Ids are opaque strings, times milliseconds. */
export type Place = "in_room" | "remote" | "phone";
export type Role = "facilitator" | "participant" | "supporter" | "observer";
export type Purpose = "decide" | "advise" | "told";
export type Setting = "one_room" | "call" | "mixed";
export type Why = "fair" | "asked_first" | "moved" | "not_ready";

export interface Session {
  id: string;
  name: string;
  purpose: Purpose;
  setting: Setting;
  status: "planned" | "open" | "ended";
  number: number;
  opened_at?: number;
  ended_at?: number;
  clock: "wall" | "rated" | "driven";
  code: string;
}
export interface Turn { id: string; participant: string; started_at: number; limit_ms: number; extended_ms: number; override: boolean }
export interface Floor {
  mode: "open" | "queue";
  policy: "fifo" | "balanced";
  limit_ms: number;
  turn?: Turn;
  last_turn?: { id: string; participant: string; ended_at: number; how: string };
}
export interface Hand { asked_at: number; ready: boolean; moved: boolean; why: Why }
export interface Queue { order: string[]; more: number; hands: Record<string, Hand> }
export interface Person { name: string; role: Role; place: Place; here: boolean; seated: boolean; listening?: boolean; away?: boolean; number?: number }
export interface People {
  order: string[];
  more: number;
  by_id: Record<string, Person>;
  counts: { here: number; in_room: number; remote: number; phone: number };
}
/** Who is heard now, provisionally. */
export type Speaking = Record<string, { since_at: number }>;
export interface Room { session: Session; floor: Floor; speaking: Speaking; queue: Queue; people: People }

export type Reason = "heard_least" | "first_time" | "asked_first" | "overtaken" | "moved" | "not_ready";
export interface Nudge {
  rule: string;
  subject?: string;
  state: "new" | "acted" | "dismissed" | "snoozed" | "expired";
  raised_at: number;
  facts: Record<string, number>;
  actions: string[];
  action?: string;
  answer?: string;
  effect?: Record<string, boolean>;
}
export interface Desk {
  hands: Record<string, { reason: Reason; overtaken: number; by_facilitator: boolean }>;
  people: Record<string, { measured: boolean; source: string; connected: boolean; nudged: boolean; removed?: boolean; name?: string; kept_out?: boolean }>;
  nudges: { order: string[]; by_id: Record<string, Nudge>; hushed_until?: number; baseline?: Record<string, { came: number; cases: number; enough: boolean }> };
  devices: Record<string, { scope: "screen" | "tap"; name: string; connected: boolean }>;
  tapping: { everyone: boolean };
}
export interface Invitation { kind: "invitation" | "note"; rule: string; raised_at: number; state: "new" | "answered"; facts?: Record<string, number>; answer?: string }
export interface You {
  participant?: string;
  device?: string;
  scope?: "screen" | "tap";
  role?: Role;
  rights: string[];
  hand?: { asked_at: number; ready: boolean; why_own: Reason };
  invitations?: { order: string[]; by_id: Record<string, Invitation> };
  undo?: { command: string; what: string };
  nudged?: boolean;
  may_extend?: boolean;
  removed?: boolean;
}
export interface Figure { talk_ms: number; ratio?: number; window_ratio?: number; quiet_ms?: number; turns: number }
export interface RoomFigures { voices?: number; of?: number; gini?: number; changes?: number }
export interface DeskFigures {
  heard: { measured: number; of: number; by: "turns" | "sources" | "nothing" };
  room: RoomFigures;
  window: RoomFigures;
  people: Record<string, Figure>;
  lanes?: Lanes;
}
export interface Lanes { from_at: number; to_at: number; people: Record<string, [number, number][]> }
export interface OwnFigures { talk_ms: number; ratio?: number; turns: number; words: "even" | "less" | "more" | "early" }

export type Command = { do: string } & Record<string, unknown>;
export interface Answer { ok: true; seq: number; made?: string }
export interface Pending { id: string; command: Command; key: string; at: number }
export type Why_closed = "removed" | "ended" | "revoked" | "token" | "gone";
export type Connection =
  | { is: "connecting" }
  | { is: "live" }
  | { is: "reconnecting"; since: number }
  | { is: "closed"; why: Why_closed };
