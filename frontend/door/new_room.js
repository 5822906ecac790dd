import { html, useId, useState } from "../html.js";
import { Shell } from "../components/shell.js";
import { readRoster } from "../roster.js";
import { dateWords, say } from "../words.js";
import { useFounding } from "./founding.js";
import { Question } from "./question.js";

const PURPOSES = ["decide", "advise", "told"];
const SETTINGS = ["one_room", "mixed", "call"];

/** A new room: three questions, each with an answer that fits most meetings. */
export default function NewRoom() {
  const id = useId();
  const [name, setName] = useState("");
  const [joining, setJoining] = useState(true);
  const [list, setList] = useState("");
  const [listed, setListed] = useState(false);
  const [purpose, setPurpose] = useState("decide");
  const [setting, setSetting] = useState("mixed");
  const { found, busy, fault, setFault, secret } = useFounding();
  const people = listed ? readRoster(list) : [];

  const make = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!joining && people.length === 0) return setFault(say("new-nobody"));
    void found({ name: name.trim() || say("new-name-usual", { date: dateWords(Date.now()) }), purpose, setting, people });
  };

  return html`<${Shell} wide>
    <div class="stack tight"><h1>${say("new-title")}</h1><p class="soft">${say("new-text")}</p></div>
    <form class="stack loose" onSubmit=${make} novalidate>
      <div class="field">
        <label for=${id}>${say("new-name")}</label>
        <input id=${id} value=${name} maxlength="80" autocomplete="off" placeholder=${say("new-name-example")}
          onInput=${(/** @type {any} */ event) => setName(event.target.value)} />
      </div>
      <fieldset class="card pad stack">
        <legend class="question numbered"><span class="number" aria-hidden="true">1</span>${say("new-who")}</legend>
        <div class="options">
          <label class="option"><input type="checkbox" checked=${joining} onChange=${() => { setJoining(!joining); setFault(""); }} />
            <span>${say("new-who-join")}<small>${say("new-who-join-means")}</small></span></label>
          <label class="option"><input type="checkbox" checked=${listed} onChange=${() => { setListed(!listed); setFault(""); }} />
            <span>${say("new-who-list")}<small>${say("new-who-list-means")}</small></span></label>
        </div>
        ${listed && html`<div class="field">
          <label for=${`${id}-list`}>${say("roster-label")}</label>
          <textarea id=${`${id}-list`} value=${list} placeholder=${say("roster-example")} autocomplete="off" spellcheck=${false}
            onInput=${(/** @type {any} */ event) => { setList(event.target.value); setFault(""); }}></textarea>
          <p class="soft" role="status">${say("roster-count", { n: people.length })}</p>
        </div>`}
      </fieldset>
      <${Question} number=${2} legend="new-purpose" words="purpose" options=${PURPOSES} value=${purpose} choose=${setPurpose} />
      <${Question} number=${3} legend="new-setting" words="setting" options=${SETTINGS} value=${setting} choose=${setSetting} />
      ${secret}
      <div class="stack door-end">
        ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
        <button class="button solid you main wide" aria-busy=${busy} data-pending=${busy ? "" : null}>${say("new-go")}</button>
      </div>
    </form></${Shell}>`;
}
