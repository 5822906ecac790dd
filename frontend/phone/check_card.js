// Where do I stand? While a check is open: my answer, to be changed until it closes. Then what all have said.
import { html, useState } from "../html.js";
import { may } from "../actions.js";
import { CheckBallot } from "../components/check_ballot.js";
import { CheckResult } from "../components/check_result.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { checks, newestFirst, numberOf, stepsOf } from "../standing_state.js";
import { say } from "../words.js";
import { person, you } from "../state.js";
import { isSeen, see } from "./seen_results.js";

export function MyCheck() {
  const { open } = checks.value;
  const [newest] = newestFirst(checks.value);
  return html`${open && html`<${Open} key=${open.id} check=${open} />`}
    <${MyObjections} />
    ${!open && newest && !isSeen(newest[0]) && html`<section class="card pad stack" aria-label=${say("check-result")}>
      <${CheckResult} check=${newest[1]} level=${2} />
      <button type="button" class="button wide" onClick=${() => see(newest[0])}>${say("result-read")}</button></section>`}`;
}

/** @param {{ check: import("../standing_state.js").OpenCheck }} props */
function Open({ check }) {
  const given = you.value.check;
  const answered = given?.answer !== undefined;
  const [again, setAgain] = useState(false);
  const counted = may("check.answer") && person(you.value.participant)?.role === "participant";
  const title = html`<p class="tag you"><${Icon} is="check" />${say("check-open")}</p><h2 class="card-title">${check.asks}</h2>`;
  if (!counted) return html`<section class="card pad stack" aria-label=${say("check-open")}>${title}<p class="soft">${say("check-not-asked")}</p></section>`;
  return html`<section class="card pad you stack" aria-label=${say("check-open")}>
    ${title}<p class="soft">${say(check.named ? "check-named" : "check-unnamed")}</p>
    ${answered && !again ? html`<p role="status"><b>${say("answer-is-in")}</b> ${mine(check, given)}</p><p>${say("answer-in-means")}</p>
      <button type="button" class="button wide" onClick=${() => setAgain(true)}>${say("answer-change")}</button>`
      : html`<${CheckBallot} check=${check} given=${given} done=${() => setAgain(false)} />`}
  </section>`;
}

/** My answer in words. @param {import("../standing_state.js").OpenCheck} check @param {import("../generated/messages").OwnCheckView | undefined} given */
function mine(check, given) {
  if (check.what === "ranked") return (given?.ranking ?? []).map((tied) => tied.map((option) => check.options[option]).join(" = ")).join(", ");
  const step = stepsOf(check.what).find(({ value }) => value === given?.answer);
  return step ? `${numberOf(check.what, step.value)} ${step.words}`.trim() : "";
}

/** Objections of mine that are open: only I can say that they are met. */
function MyObjections() {
  const mine = you.value.check?.objections ?? [];
  return newestFirst(checks.value).flatMap(([id, check]) =>
    mine.filter((one) => check.objections?.by_id[one]?.state === "open").map((objection) => html`<section key=${objection} class="card pad you stack" aria-label=${say("objection-mine")}>
      <p class="tag you">${say("objection-mine")}</p><p>${check.objections?.by_id[objection]?.reason}</p>
      <p class="soft">${say("objection-mine-means")}</p>
      <div class="halves"><${Press} command=${{ do: "objection.settle", check: id, objection, how: "integrated" }}>${say("objection-met")}</${Press}>
        <${Press} command=${{ do: "objection.settle", check: id, objection, how: "withdrawn" }}>${say("objection-withdraw")}</${Press}></div>
    </section>`),
  );
}
