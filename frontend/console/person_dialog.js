import { html, useId, useState } from "../html.js";
import { act, may } from "../actions.js";
import { dialog } from "../dialog_state.js";
import { isHeard, tapOff, tapOn } from "../behaviours/tap_speech.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { Icon } from "../components/icon.js";
import { perspectiveWords } from "../components/perspective.js";
import { Press } from "../components/press.js";
import { WhyWatching } from "../components/why_watching.js";
import { HeldSelect } from "../components/held_select.js";
import { HereTwice } from "../components/here_twice.js";
import { PlaceOptions } from "../door/place_options.js";
import { tell } from "../messages.js";
import { desk, floor, nameOf, person, queue, room, session, you } from "../state.js";
import { say } from "../words.js";

/** Everything that a facilitator can do for one person. @param {{ about: string }} props */
export function PersonDialog({ about: id }) {
  const one = person(id);
  if (!one) return null;
  return html`<${Dialog} title=${one.name}>
    <div class="stack loose">
      ${session.value.status === "open" && html`<${Now} id=${id} one=${one} />`}
      <${Name} id=${id} name=${one.name} />
      <${PlaceOptions} legend="place-of" value=${one.place} choose=${(/** @type {import("../views").Place} */ place) => void act({ do: "participant.move", participant: id, place })} />
      ${one.role === "observer" && html`<${WhyWatching} participant=${id} was=${one.watches ?? ""} />`}
      ${one.seated && may("perspective.set") && room.value.perspectives.labels.length > 0 && html`<${Brings} id=${id} one=${one} />`}
      <${Part} id=${id} one=${one} />
      ${id === you.value.participant && html`<${HereTwice} />`}
    </div>
  </${Dialog}>`;
}

/** @param {{ id: string, one: import("../views").Person }} props */
function Now({ id, one }) {
  const turn = floor.value.turn;
  const hand = queue.value.hands[id];
  const place = queue.value.order.indexOf(id);
  const speaks = isHeard(id);
  const give = { do: "turn.give", participant: id, ...(turn ? { after: turn.id } : {}) };
  return html`<div class="deeds">
    ${turn?.participant !== id && html`<${Press} command=${give} class="button solid floor" done=${closeDialog}><${Icon} is="mic" />${say("give-floor-now")}</${Press}>`}
    <button type="button" class="button" aria-pressed=${speaks} onClick=${() => { void (speaks ? tapOff(id) : tapOn(id, true)); closeDialog(); }}>${say(speaks ? "speaks-stop" : "speaks-start")}</button>
    ${hand ? html`
      <${Press} command=${{ do: "hand.lower", participant: id }} done=${closeDialog}><${Icon} is="hand" />${say("lower-their-hand")}</${Press}>
      <${Press} command=${{ do: "hand.set_ready", participant: id, ready: !hand.ready }} done=${closeDialog}>${say(hand.ready ? "skip" : "skip-end")}</${Press}>
      ${place > 0 && html`<${Press} command=${{ do: "hand.move", participant: id, to: 0 }} done=${closeDialog}>${say("move-first")}</${Press}>
        <${Press} command=${{ do: "hand.move", participant: id, to: place - 1 }} done=${closeDialog}>${say("move-up")}</${Press}>`}
      ${place < queue.value.order.length - 1 && html`<${Press} command=${{ do: "hand.move", participant: id, to: place + 1 }} done=${closeDialog}>${say("move-down")}</${Press}>`}`
      : turn?.participant !== id && html`<${Press} command=${{ do: "hand.raise", participant: id }} done=${closeDialog}><${Icon} is="hand" />${say("raise-their-hand")}</${Press}>`}
    ${may("speech.correct") && html`<button type="button" class="button" onClick=${() => (dialog.value = { is: "correct", about: id })}>${say("correct-open", { name: one.name })}</button>`}
  </div>`;
}

/** @param {{ id: string, name: string }} props */
function Name({ id, name: was }) {
  const field = useId();
  const [name, setName] = useState(was);
  const rename = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await act({ do: "participant.rename", participant: id, name: name.trim() });
  };
  return html`<form class="field" onSubmit=${rename}>
    <label for=${field}>${say("name-of")}</label>
    <div class="field-row"><input id=${field} value=${name} maxlength="60" autocomplete="off" onInput=${(/** @type {any} */ event) => setName(event.target.value)} />
      <button class="button">${say("rename")}</button></div>
  </form>`;
}

/** What somebody without a device wants to stand beside their name. @param {{ id: string, one: import("../views").Person }} props */
function Brings({ id, one }) {
  const field = useId();
  return html`<div class="field"><label for=${field}>${say("perspective-of")}</label>
    <${HeldSelect} id=${field} held=${one.perspective ?? ""} send=${(/** @type {string} */ label) => act({ do: "perspective.set", participant: id, label, use: "beside_name" })}
      options=${["", ...room.value.perspectives.labels].map((label) => [label, label ? perspectiveWords(label) : say("perspective-none")])} /></div>`;
}

/** Who is here to act for somebody. */
function supporters() {
  const { order, by_id } = room.value.people;
  return order.filter((id) => by_id[id]?.role === "supporter" && by_id[id]?.here);
}

/** @param {{ id: string, one: import("../views").Person }} props */
function Part({ id, one }) {
  const nudged = desk.value?.people[id]?.nudged ?? true;
  const facilitates = one.role === "facilitator";
  return html`<div class="stack">
    <p class="question">${say("part-of")}</p>
    <div class="deeds">
      ${one.seated && html`<${Press} command=${{ do: "participant.set_presence", participant: id, here: !one.here }}>${say(one.here ? "presence-gone" : "presence-here")}</${Press}>`}
      <${Press} command=${{ do: "participant.set_listening", participant: id, listening: !one.listening }}>${say(one.listening ? "listening-off" : "listening-on")}</${Press}>
      <${Press} command=${{ do: "participant.set_away", participant: id, away: !one.away }}>${say(one.away ? "away-off" : "away-on")}</${Press}>
      ${one.seated && html`<${Press} command=${{ do: "card.set", participant: id, bring_in: nudged ? "please_dont" : "ill_say" }}>${say(nudged ? "nudged-off" : "nudged-on")}</${Press}>`}
      ${one.seated && supporters().map((who) => html`<${Press} key=${who} command=${{ do: "card.set", participant: id, supporter: who }} done=${() => tell(say("supporter-set", { supporter: nameOf(who), name: one.name }))}>${say("supporter-of", { supporter: nameOf(who) })}</${Press}>`)}
      <${Press} command=${{ do: "participant.set_role", participant: id, role: facilitates ? "participant" : "facilitator" }}>${say(facilitates ? "role-participant" : "role-facilitator")}</${Press}>
      ${!facilitates && html`<${Press} command=${{ do: "participant.set_role", participant: id, role: one.role === "observer" ? "participant" : "observer" }}>${say(one.role === "observer" ? "role-participant" : "role-observer")}</${Press}>`}
      ${!facilitates && html`<${Press} command=${{ do: "participant.set_role", participant: id, role: one.role === "supporter" ? "participant" : "supporter" }}>${say(one.role === "supporter" ? "role-participant" : "role-supporter")}</${Press}>`}
      ${may("participant.merge") && html`<button type="button" class="button" onClick=${() => (dialog.value = { is: "same", about: id })}>${say("same-open")}</button>`}
      ${may("participant.remove") && html`<button type="button" class="button" onClick=${() => (dialog.value = { is: "remove", about: id })}>${say("remove-open")}</button>`}
      ${may("person.erase") && html`<button type="button" class="button" onClick=${() => (dialog.value = { is: "erase", about: id })}>${say("erase-open")}</button>`}
    </div>
  </div>`;
}
