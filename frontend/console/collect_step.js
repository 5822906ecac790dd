// Needs and ideas: everybody writes alone, all is shown at one moment, then what each need has for ways.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { dialog } from "../dialog_state.js";
import { Fold } from "../components/fold.js";
import { ForNeed, Origin } from "../components/idea.js";
import { Press } from "../components/press.js";
import { ideas, loose, needs, proposals, waysFor, wordsOf } from "../ideas_state.js";
import { floor, nameOf, you } from "../state.js";
import { say } from "../words.js";
import { openStep } from "./path_state.js";

/** @type {import("./path").Step} */
export const collectStep = {
  name: "needs",
  line: () => (ideas.value.collecting ? say("collect-now") : say("collect-have", { needs: needs.value.length, ideas: proposals.value.length })),
  isNow: () => Boolean(ideas.value.collecting),
  Panel: CollectPanel,
};

function CollectPanel() {
  const { collecting, order } = ideas.value;
  const again = order.length > 0;
  return html`${collecting && html`<${Writing} collection=${collecting} />`}
    ${again && html`<${Needs} />`}
    ${!collecting && (again ? html`<${Fold} name="collect/open" line=${html`<b>${say("collect-more")}</b>`}><${Begin} again /></${Fold}>` : html`<${Begin} again=${false} />`)}`;
}

/** Ask a question, and let everybody write. @param {{ again: boolean }} props */
function Begin({ again }) {
  const id = useId();
  const [asks, setAsks] = useDraft("collect/asks", () => say("collect-asks-usual"));
  const [silent, setSilent] = useDraft("collect/silent", true);
  if (!may("idea.collect")) return null;
  const begin = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const begun = await sentFrom("collect", act({ do: "idea.collect", asks }));
    if (begun && silent && floor.value.mode !== "writing") await act({ do: "mode.set", mode: "writing" });
  };
  return html`<form class="stack" onSubmit=${begin}>
    ${!again && html`<p class="soft">${say("collect-means")}</p>`}
    <div class="field"><label for=${id}>${say("collect-asks")}</label>
      <input id=${id} value=${asks} maxlength="300" onInput=${(/** @type {any} */ event) => setAsks(event.target.value)} /></div>
    <label class="choice"><input type="checkbox" checked=${silent} onChange=${() => setSilent(!silent)} /><span>${say("collect-silent")}<small>${say("collect-silent-means")}</small></span></label>
    <div class="row"><button class=${again ? "button" : "button solid floor"}>${say("collect-go")}</button></div>
  </form>`;
}

/** While people write nobody sees anything, the facilitator neither. @param {{ collection: import("../generated/messages").CollectionView }} props */
function Writing({ collection }) {
  const typed = Object.entries(you.value.ideas?.by_id ?? {}).filter(([, one]) => one.state === "masked");
  return html`<section class="stack" aria-label=${say("collect-now")}>
    <p><b>${collection.need ? say("ways-asked", { need: wordsOf(collection.need) }) : collection.asks}</b></p>
    <p class="soft">${say("collect-hidden")}</p>
    ${typed.length > 0 && html`<ul class="stack tight" aria-label=${say("write-for-typed")}>${typed.map(([id, one]) => html`<li key=${id} class="row apart">
      <span>${one.text} <span class="soft">${one.paper ? say("write-for-paper") : one.for ? say("write-for-name", { name: nameOf(one.for) }) : say("write-for-me")}</span></span>
      <${Press} command=${{ do: "idea.withdraw", idea: id }} class="button bare" label=${say("idea-withdraw-which", { text: one.text })}>${say("idea-withdraw")}</${Press}></li>`)}</ul>`}
    <div class="row">
      <${Press} command=${{ do: "idea.publish", collection: collection.id }} class="button solid floor" done=${goOn}>${say("collect-publish")}</${Press}>
      <button type="button" class="button" onClick=${() => (dialog.value = { is: "write-for" })}>${say("write-for")}</button>
      <${Press} command=${{ do: "idea.discard", collection: collection.id }} class="button bare">${say("collect-discard")}</${Press}>
    </div>
  </section>`;
}

/** Silence was for writing; once all is shown, people talk. */
function goOn() {
  if (floor.value.mode === "writing") void act({ do: "mode.set", mode: "queue" });
}

function Needs() {
  return html`<section class="stack" aria-labelledby="needs">
    <h3 id="needs">${say("needs")}</h3>
    ${needs.value.length === 0 && html`<p class="soft">${say("needs-none")}</p>`}
    <ul class="needs">${needs.value.map((need) => html`<${Need} key=${need} need=${need} />`)}</ul>
    ${loose.value.length > 0 && html`<h3>${say("ideas-loose")}</h3><ul class="needs">${loose.value.map((id) => html`<li key=${id}><p>${wordsOf(id)}</p><${ForNeed} id=${id} bare /><${Origin} id=${id} />
      ${may("idea.hear") && !ideas.value.by_id[id]?.heard && html`<button type="button" class="button bare" onClick=${() => (dialog.value = { is: "hear", about: id })}>${say("hear-open")}</button>`}</li>`)}</ul>`}
  </section>`;
}

/** A need with the ways that were proposed for it; one way alone is compared with nothing. @param {{ need: string }} props */
function Need({ need }) {
  const ways = waysFor(need);
  const asked = ideas.value.collecting;
  return html`<li class="stack tight">
    <p><b>${wordsOf(need)}</b></p><${Origin} id=${need} />
    <ul class="ways">${ways.map((id) => html`<li key=${id}>${wordsOf(id)}<${Origin} id=${id} /></li>`)}</ul>
    ${ways.length < 2 && html`<div class="row"><span class="soft">${say("ways-count", { n: ways.length })}</span>
      ${may("idea.collect") && !asked && html`<${Press} command=${{ do: "idea.collect", need }} class="button" label=${say("ways-ask-which", { need: wordsOf(need) })} done=${() => openStep("needs")}>${say("ways-ask")}</${Press}>`}</div>`}
  </li>`;
}
