// How hard would it be for me? One option at a time; then what all said, and what became of what I need.
import { html, useState } from "../html.js";
import { may } from "../actions.js";
import { HardBallot } from "../components/hard_ballot.js";
import { HardResult } from "../components/hard_result.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { hardQuestion, newestFirst, optionWords, surveys } from "../standing_state.js";
import { say } from "../words.js";
import { person, you } from "../state.js";
import { isSeen, see } from "./seen_results.js";

export function MyHard() {
  const { open } = surveys.value;
  const [newest] = newestFirst(surveys.value);
  return html`${open && html`<${Open} key=${open.id} survey=${open} />`}
    <${MyNeeds} />
    ${!open && newest && !isSeen(newest[0]) && html`<section class="card pad stack" aria-label=${say("hard-result")}>
      <${HardResult} survey=${newest[1]} level=${2} />
      <button type="button" class="button wide" onClick=${() => see(newest[0])}>${say("result-read")}</button></section>`}`;
}

/** @param {{ survey: import("../standing_state.js").OpenSurvey }} props */
function Open({ survey }) {
  const given = you.value.resistance?.given ?? {};
  const all = survey.options.every((option) => given[option]);
  const [again, setAgain] = useState(false);
  const counted = may("resistance.give") && person(you.value.participant)?.role === "participant";
  const title = html`<p class="tag you"><${Icon} is="check" />${say("hard-open")}</p>`;
  if (!counted) return html`<section class="card pad stack" aria-label=${say("hard-open")}>${title}<p>${hardQuestion(survey)}</p><p class="soft">${say("check-not-asked")}</p></section>`;
  return html`<section class="card pad you stack" aria-label=${say("hard-open")}>
    ${title}
    ${all && !again ? html`<p role="status"><b>${say("answers-are-in")}</b> ${say("answer-in-means")}</p>
      <button type="button" class="button wide" onClick=${() => setAgain(true)}>${say("answer-change")}</button>`
      : html`<p class="soft">${say(survey.yes_no ? "object-unnamed" : "hard-unnamed")}</p><${HardBallot} key=${again} survey=${survey} given=${given} done=${() => setAgain(false)} />`}
  </section>`;
}

/** What I said that I need: what was understood, what is answered; only I can say that it is met. */
function MyNeeds() {
  const mine = you.value.resistance?.needs ?? [];
  return newestFirst(surveys.value).flatMap(([id, survey]) =>
    mine.flatMap((ask) => {
      const need = survey.needs.by_id[ask];
      if (!need || need.met || !(need.answer || (need.heard && !need.heard.right))) return [];
      return [html`<${MyNeed} key=${ask} survey=${id} ask=${ask} need=${need} about=${optionWords(survey, need.option)} />`];
    }),
  );
}

/** @param {{ survey: string, ask: string, need: import("../generated/messages").NeedView, about: string }} props */
function MyNeed({ survey, ask, need, about }) {
  const { heard, answer } = need;
  return html`<section class="card pad you stack" aria-label=${say("need-mine")}>
    <p class="tag you">${say("need-mine")}</p><p>${say("need-of", { need: need.text, option: about })}</p>
    ${heard && !heard.right && html`<p><b>${say("need-heard")}</b> ${heard.text}</p>
      <div class="halves"><${Press} command=${{ do: "ask.confirm", survey, ask, heard: heard.text, right: true }}>${say("need-heard-right")}</${Press}>
        <${Press} command=${{ do: "ask.confirm", survey, ask, heard: heard.text, right: false }}>${say("need-heard-wrong")}</${Press}></div>`}
    ${answer && html`<p><b>${say("need-answer")}</b> ${answer}</p>
      <${Press} command=${{ do: "ask.say_met", survey, ask, met: true }} class="button wide">${say("need-met-say")}</${Press}>`}
  </section>`;
}
