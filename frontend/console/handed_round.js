// This device is handed round: one person at a time, alone with the question. Between two people nothing is left on it.
import { html, signal, useEffect, useState } from "../html.js";
import { useFocused } from "../behaviours/focused.js";
import { CheckBallot } from "../components/check_ballot.js";
import { HardBallot } from "../components/hard_ballot.js";
import { PickBallot } from "../components/pick_ballot.js";
import { Wire } from "../components/wire.js";
import { checks, picks, surveys } from "../standing_state.js";
import { desk, nameOf, session } from "../state.js";
import { say } from "../words.js";

/** Which question goes round; null: the device is its owner's. */
export const handed = signal(/** @type {"pick" | "check" | "hard" | null} */ (null));

/** Whoever puts the device down in the middle leaves nothing behind. */
const CLEARED_AFTER_MS = 90_000;

/** @param {"pick" | "check" | "hard"} what */
export function handRound(what) {
  handed.value = what;
}

export function HandedRound() {
  const [who, setWho] = useState("");
  const [thanked, setThanked] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const pick = handed.value === "pick" ? picks.value.open : undefined;
  const check = handed.value === "check" ? checks.value.open : undefined;
  const survey = handed.value === "hard" ? surveys.value.open : undefined;
  const clear = (/** @type {boolean} */ thanks) => {
    setWho("");
    setThanked(thanks);
  };
  useClearing(who, () => clear(false));
  if (!pick && !check && !survey) return html`<${Page} title=${say("round-over")}><button type="button" class="button solid you main" onClick=${() => (handed.value = null)}>${say("round-back")}</button></${Page}>`;
  if (leaving) return html`<${Page} title=${say("round-leave")}><p>${say("round-leave-means")}</p>
    <button type="button" class="button solid you main" onClick=${() => (handed.value = null)}>${say("round-back")}</button>
    <button type="button" class="button wide" onClick=${() => setLeaving(false)}>${say("round-stay")}</button></${Page}>`;
  if (who) {
    return html`<${Page} key=${who} title=${nameOf(who)}><p class="soft">${say("round-alone")}</p>
      ${check && html`<p class="card-title">${check.asks}</p><p class="soft">${say(check.named ? "check-named" : "check-unnamed")}</p>
        <${CheckBallot} check=${check} participant=${who} done=${() => clear(true)} back=${() => clear(false)} />`}
      ${pick && html`<${PickBallot} pick=${pick} by=${who} participant=${who} done=${() => clear(true)} back=${() => clear(false)} />`}
      ${survey && html`<${HardBallot} survey=${survey} participant=${who} done=${() => clear(true)} back=${() => clear(false)} />`}</${Page}>`;
  }
  const names = desk.value?.by_hand?.order ?? [];
  return html`<${Page} title=${say(thanked ? "round-thanks" : "round-who")}>
    <p role="status">${say(thanked ? "round-next" : "round-who-means")}</p>
    <ul class="stack">${names.map((id) => html`<li key=${id}><button type="button" class="button main" onClick=${() => setWho(id)}>${nameOf(id)}</button></li>`)}</ul>
    ${names.length === 0 && html`<p class="soft">${say("round-nobody")}</p>`}
    <button type="button" class="button bare wide" onClick=${() => setLeaving(true)}>${say("round-end")}</button></${Page}>`;
}

/** @param {{ title: string, children?: unknown }} props */
function Page({ title, children }) {
  const head = useFocused([title]);
  return html`<header class="phone-head"><b>${session.value.name}</b><${Wire} /></header>
    <main id="main" class="phone handed stack"><h1 class="card-title quiet-focus" tabindex="-1" ref=${head}>${title}</h1>${children}</main>`;
}

/** @param {string} who @param {() => void} clear */
function useClearing(who, clear) {
  useEffect(() => {
    if (!who) return;
    let timer = 0;
    const again = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(clear, CLEARED_AFTER_MS);
    };
    again();
    for (const kind of ["pointerdown", "keydown", "input"]) document.addEventListener(kind, again);
    return () => {
      window.clearTimeout(timer);
      for (const kind of ["pointerdown", "keydown", "input"]) document.removeEventListener(kind, again);
    };
  }, [who]);
}
