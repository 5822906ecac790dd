/** The screens' names for the generated message types, and the few types that are the page's own. */
import type * as m from "./generated/messages";

export type { AnswerFrame as Answer, DeskFiguresView as DeskFigures, DeskView as Desk, FloorView as Floor, InvitationView as Invitation } from "./generated/messages";
export type { LanesView as Lanes, NudgeView as Nudge, OwnFiguresView as OwnFigures, PersonView as Person, Place } from "./generated/messages";
export type { RoomView as Room, TurnView as Turn, YouView as You } from "./generated/messages";

export type Command = m.Command | m.ConnectionCommand;

/** A command that was sent and is not answered. `key`: what it is about; `at`: when, on the page's own clock. */
export interface Pending { id: string; command: Command; key: string; at: number }

/** Why the server will not have this device here. `token`: it has no way in (any more). */
export type Closed = m.ByeFrame["why"] | "token";
export type Connection =
  | { is: "connecting" }
  | { is: "live" }
  | { is: "reconnecting"; since: number }
  | { is: "closed"; why: Closed };
