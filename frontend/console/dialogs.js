import { html } from "../html.js";
import { dialog } from "../dialog_state.js";
import { AgendaDialog } from "./agenda_dialog.js";
import { AnswerDialog } from "./answer_dialog.js";
import { ConcernDialog } from "../phone/concern.js";
import { ContactDialog } from "./contact_dialog.js";
import { CorrectDialog } from "./correct_dialog.js";
import { DeleteDialog } from "./delete_dialog.js";
import { EndDialog } from "./end_dialog.js";
import { EraseDialog } from "./erase_dialog.js";
import { GroupsDialog } from "./groups_card.js";
import { HandForDialog } from "./hand_for_dialog.js";
import { HearDialog } from "./hear_dialog.js";
import { HoldBackDialog } from "./hold_back_dialog.js";
import { InterruptDialog } from "./interrupt_dialog.js";
import { KeepDialog } from "./keep_dialog.js";
import { KeysDialog } from "./keys_dialog.js";
import { MergeDialog } from "./merge_dialog.js";
import { PaperDialog } from "./paper_dialog.js";
import { NudgingDialog } from "./nudging_dialog.js";
import { PersonDialog } from "./person_dialog.js";
import { RemoveDialog } from "./remove_dialog.js";
import { SameDialog } from "./same_dialog.js";
import { ScoreForDialog } from "./score_for_dialog.js";
import { SeatDialog } from "./seat_dialog.js";
import { SeatsDialog } from "./seats_dialog.js";
import { ShareDialog } from "./share_dialog.js";
import { SplitDialog } from "./split_dialog.js";
import { WriteForDialog } from "./write_for_dialog.js";

/** @type {Record<string, (props: any) => unknown>} */
const DIALOGS = {
  agenda: AgendaDialog,
  paper: PaperDialog,
  answer: AnswerDialog,
  groups: GroupsDialog,
  person: PersonDialog,
  contact: ContactDialog,
  concern: ConcernDialog,
  correct: CorrectDialog,
  remove: RemoveDialog,
  same: SameDialog,
  erase: EraseDialog,
  share: ShareDialog,
  seat: SeatDialog,
  seats: SeatsDialog,
  end: EndDialog,
  keep: KeepDialog,
  delete: DeleteDialog,
  interrupt: InterruptDialog,
  keys: KeysDialog,
  nudging: NudgingDialog,
  "hand-for": HandForDialog,
  "write-for": WriteForDialog,
  hear: HearDialog,
  "hold-back": HoldBackDialog,
  merge: MergeDialog,
  split: SplitDialog,
  "score-for": ScoreForDialog,
};

/** The dialog that is open, if any. */
export function Dialogs() {
  const open = dialog.value;
  const Shown = open && DIALOGS[open.is];
  return Shown ? html`<${Shown} key=${`${open.is} ${open.about ?? ""}`} about=${open.about} />` : null;
}
