// Talk and choose: which idea is under discussion, what is alike, and which of them all will score.
import { html, signal, useEffect } from "../html.js";
import { act, askAsMe, may } from "../actions.js";
import { usePressed } from "../behaviours/pressed.js";
import { dialog } from "../dialog_state.js";
import { Fold } from "../components/fold.js";
import { HeardInMine } from "../components/heard_in_mine.js";
import { ForNeed, Origin, Remarks } from "../components/idea.js";
import { PickResult } from "../components/pick_result.js";
import { Press } from "../components/press.js";
import { Remark } from "../components/remark.js";
import { SignIdea } from "../components/sign_idea.js";
import { ideaOf, ideas, lastRound, proposals, scoring, wordsOf } from "../ideas_state.js";
import { newestFirst, picks } from "../standing_state.js";
import { desk } from "../state.js";
import { say } from "../words.js";
import { AskedNow, NotByThemselves } from "./asked_now.js";

/** So many can be scored in one go; the server takes no more. */
const MOST = 7;

/** @type {import("./path").Step} */
export const chooseStep = {
  name: "choose",
  line: () => (picks.value.open ? say("asked-of", { n: picks.value.open.answered, of: picks.value.open.asked }) : ideas.value.focus ? say("focus-now", { text: wordsOf(ideas.value.focus) }) : say("chosen-count", { n: ideas.value.shortlist.length })),
  isNow: () => Boolean(ideas.value.focus || picks.value.open),
  Panel: ChoosePanel,
};

function ChoosePanel() {
  const { order } = ideas.value;
  const ids = proposals.value;
  // One list for all rows: who presses two of them fast chooses both.
  const [shortlist, press, now] = usePressed(ideas.value.shortlist);
  const choose = (/** @type {string} */ id) => {
    const chosen = now();
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    if (next.length <= MOST) void press(next, act({ do: "idea.shortlist", ideas: next }));
  };
  if (!order.length) return html`<p class="soft">${say("choose-nothing")}</p>`;
  return html`<${Alike} /><${Vote} many=${ids.length > MOST} />
    <div class="row apart"><p role="status"><b>${say("chosen-of", { n: shortlist.length, most: MOST })}</b></p>
      <div class="row">
        ${ids.length > 0 && ids.length <= MOST && shortlist.length < ids.length && html`<${Press} command=${{ do: "idea.shortlist", ideas: ids }}>${say("choose-all")}</${Press}>`}
        ${may("idea.merge") && ids.length > 1 && html`<button type="button" class="button" onClick=${() => (dialog.value = { is: "merge" })}>${say("merge-open")}</button>`}
      </div></div>
    <ul class="needs">${ids.map((id) => html`<${Row} key=${id} id=${id} shortlist=${shortlist} choose=${choose} />`)}</ul>
    <${HeldBack} />`;
}

/** More than can be scored with care: everybody chooses up to three, and the seven chosen most are the list. @param {{ many: boolean }} props */
function Vote({ many }) {
  const { open } = picks.value;
  const [newest] = newestFirst(picks.value);
  if (open) return html`<section class="stack" aria-label=${say("pick-question")}><h3>${say("pick-question")}</h3><${AskedNow} open=${open} />
    <${NotByThemselves} left=${open.left_out} what="pick" paper=${false} />
    <div class="row"><${Press} command=${{ do: "pick.close", pick: open.id }} class="button solid floor">${say(open.answered < open.asked ? "close-early" : "close-now", { n: open.asked - open.answered })}</${Press}></div></section>`;
  return html`${newest && html`<${Fold} name=${`pick/${newest[0]}/open`} usual=${newest[1].closed_at > (scoring.value.open?.opened_at ?? lastRound.value?.closed_at ?? 0)} line=${html`<b>${say("pick-result")}</b>`}><${PickResult} pick=${newest[1]} /></${Fold}>`}
    ${many && may("pick.open") && html`<div class="row apart"><p class="soft">${say("pick-many")}</p><${Press} command=${{ do: "pick.open" }} class=${newest ? "button" : "button solid floor"}>${say("pick-open")}</${Press}></div>`}`;
}

/** @param {{ id: string, shortlist: readonly string[], choose: (id: string) => void }} props */
function Row({ id, shortlist, choose }) {
  const { focus } = ideas.value;
  const chosen = shortlist.includes(id);
  const full = !chosen && shortlist.length >= MOST;
  const text = wordsOf(id);
  const remarks = ideaOf(id)?.remarks?.order.length ?? 0;
  return html`<li class="stack tight">
    <label class="choice"><input type="checkbox" checked=${chosen} disabled=${full} onChange=${() => choose(id)} /><span>${text}</span></label>
    <div class="choose-more stack tight"><${ForNeed} id=${id} /><${Origin} id=${id} /><${SignIdea} id=${id} /><${HeardInMine} id=${id} level=${4} />
      ${remarks > 0 && html`<${Fold} name=${`remarks/${id}`} lineLook="soft" line=${say("remarks-count", { n: remarks })}><${Remarks} id=${id} /></${Fold}>`}
      ${may("idea.remark") && html`<${Fold} name=${`remark/${id}/open`} lineLook="soft" line=${say("remark-type")}><${Remark} id=${id} /></${Fold}>`}
      <div class="row">
        ${may("idea.focus") && html`<${Press} command=${{ do: "idea.focus", ...(focus === id ? {} : { idea: id }) }} pressed=${focus === id} label=${say("focus-which", { text })}>${say(focus === id ? "focus-end" : "focus-go")}</${Press}>`}
        ${may("idea.hear") && !ideaOf(id)?.need && !ideaOf(id)?.heard && html`<${Deed} is="hear" id=${id} words=${say("hear-open")} />`}
        ${may("idea.split") && html`<${Deed} is="split" id=${id} words=${say("split-open")} />`}
        ${may("idea.hold_back") && html`<${Deed} is="hold-back" id=${id} words=${say("hold-back-open")} />`}
      </div></div>
  </li>`;
}

/** @param {{ is: string, id: string, words: string }} props */
function Deed({ is, id, words }) {
  return html`<button type="button" class="button bare" aria-label=${say("deed-which", { deed: words, text: wordsOf(id) })} onClick=${() => (dialog.value = { is, about: id })}>${words}</button>`;
}

/** Off the screens, with the reason that its author reads. */
function HeldBack() {
  const held = Object.entries(desk.value?.ideas.held_back ?? {});
  if (!held.length) return null;
  return html`<section class="stack tight" aria-labelledby="held-back"><h3 id="held-back">${say("held-back")}</h3>
    <ul class="needs">${held.map(([id, one]) => html`<li key=${id} class="row apart"><span>${one.text} <span class="soft">${one.reason}</span></span>
      <${Press} command=${{ do: "idea.show_again", idea: id }} class="button bare" label=${say("deed-which", { deed: say("show-again"), text: one.text })}>${say("show-again")}</${Press}></li>`)}</ul></section>`;
}

/** Pairs whose words are alike, as the server finds them; a person decides. @type {{ value: [string, string][] }} */
const alike = signal(/** @type {[string, string][]} */ ([]));
/** Pairs that this facilitator left apart. */
const apart = signal(/** @type {readonly string[]} */ ([]));

function Alike() {
  const { order, by_id } = ideas.value;
  // Asked anew whenever there are other words to compare.
  const words = order.map((id) => by_id[id]?.state === "published" && by_id[id]?.text).join("\n");
  useEffect(() => {
    void askAsMe("GET", "/ideas/alike").then((found) => (alike.value = found?.pairs ?? []));
  }, [words]);
  const pairs = alike.value.filter((pair) => !apart.value.includes(pair.join(" ")) && pair.every((id) => ideaOf(id)?.state === "published"));
  const [first] = pairs;
  if (!first || !may("idea.merge")) return null;
  return html`<section class="card pad care stack tight" aria-label=${say("alike")}>
    <p><b>${say("alike")}</b></p><ul class="ways">${first.map((id) => html`<li key=${id}>${wordsOf(id)}</li>`)}</ul>
    <div class="row"><button type="button" class="button solid care" onClick=${() => (dialog.value = { is: "merge", about: first.join(" ") })}>${say("merge-open")}</button>
      <button type="button" class="button" onClick=${() => (apart.value = [...apart.value, first.join(" ")])}>${say("alike-not")}</button>
      ${pairs.length > 1 && html`<span class="soft">${say("and-more", { n: pairs.length - 1 })}</span>`}</div>
  </section>`;
}
