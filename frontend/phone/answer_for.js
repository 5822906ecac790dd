// A supporter sends what somebody answers to a check, or to how hard each option would be. What was sent is not shown again.
import { html, useState } from "../html.js";
import { CheckBallot } from "../components/check_ballot.js";
import { PickBallot } from "../components/pick_ballot.js";
import { HardBallot } from "../components/hard_ballot.js";
import { tell } from "../messages.js";
import { nameOf } from "../state.js";
import { say } from "../words.js";

/** @param {{ id: string, check?: import("../standing_state.js").OpenCheck, pick?: import("../components/pick_ballot.js").OpenPick, survey?: import("../standing_state.js").OpenSurvey }} props */
export function AnswerFor({ id, check, pick, survey }) {
  const [opened, setOpened] = useState(false);
  const name = nameOf(id);
  const done = () => {
    setOpened(false);
    tell(say("support-sent", { name }));
  };
  const back = () => setOpened(false);
  if (!opened) return html`<button type="button" class="button wide" onClick=${() => setOpened(true)}>${say(pick ? "support-pick" : check ? "support-answer" : "support-hard", { name })}</button>`;
  return html`<div class="stack">${check && html`<p><b>${check.asks}</b></p><${CheckBallot} check=${check} participant=${id} done=${done} back=${back} />`}
    ${pick && html`<${PickBallot} pick=${pick} by=${id} participant=${id} done=${done} back=${back} />`}
    ${survey && html`<${HardBallot} survey=${survey} participant=${id} done=${done} back=${back} />`}</div>`;
}
