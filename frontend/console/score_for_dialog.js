import { html, useId, useState } from "../html.js";
import { act } from "../actions.js";
import { Dialog } from "../components/dialog.js";
import { FACES, QUESTIONS, STEPS } from "../components/results.js";
import { scoring, wordsOf } from "../ideas_state.js";
import { tell } from "../messages.js";
import { desk, nameOf } from "../state.js";
import { say } from "../words.js";

/** Type the answers of somebody without a device, from their sheet. What was typed before is not shown. */
export function ScoreForDialog() {
  const ids = { who: useId(), idea: useId() };
  const without = desk.value?.by_hand.order ?? [];
  const round = scoring.value.open;
  const [who, setWho] = useState(without[0] ?? "");
  const [idea, setIdea] = useState(round?.ideas[0] ?? "");
  const [given, setGiven] = useState(/** @type {Record<string, string>} */ ({}));
  if (!round) return html`<${Dialog} title=${say("score-for-title")}><p>${say("score-closed")}</p></${Dialog}>`;
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    for (const question of QUESTIONS) {
      const one = given[question];
      if (one && !(await act({ do: "score.give", round: round.id, idea, question, score: one === "none" ? null : Number(one), participant: who }))) return;
    }
    tell(say("score-for-done", { name: nameOf(who) }));
    setGiven({});
    const next = round.ideas[round.ideas.indexOf(idea) + 1];
    if (next) setIdea(next);
  };
  return html`<${Dialog} title=${say("score-for-title")}>
    <form class="stack" onSubmit=${save}>
      <div class="field"><label for=${ids.who}>${say("score-for-who")}</label><select id=${ids.who} value=${who} onChange=${(/** @type {any} */ event) => setWho(event.target.value)}>
        ${without.map((id) => html`<option key=${id} value=${id}>${nameOf(id)}</option>`)}</select></div>
      <div class="field"><label for=${ids.idea}>${say("score-for-idea")}</label><select id=${ids.idea} value=${idea} onChange=${(/** @type {any} */ event) => setIdea(event.target.value)}>
        ${round.ideas.map((id) => html`<option key=${id} value=${id}>${wordsOf(id)}</option>`)}</select></div>
      ${QUESTIONS.map((question) => html`<div key=${question} class="field"><label for=${`${ids.who}-${question}`}>${say(`question-${question}`)}</label>
        <select id=${`${ids.who}-${question}`} value=${given[question] ?? ""} onChange=${(/** @type {any} */ event) => setGiven({ ...given, [question]: event.target.value })}>
          <option value="">${say("score-left-blank")}</option>
          ${(round.scale === "faces" ? FACES : STEPS).map((step) => html`<option key=${step} value=${step}>${say(`score-${step}`)}</option>`)}
          <option value="none">${say("score-cannot")}</option></select></div>`)}
      <button class="button solid you wide">${say("write-for-go")}</button>
    </form>
  </${Dialog}>`;
}
