import { html, useEffect, useId, useState } from "../html.js";
import { Notice, Purpose, Shell } from "../components/shell.js";
import { joinByCode, tidyCode } from "../doors.js";
import { problemWords } from "../actions.js";
import { Problem, ask } from "../rest.js";
import { go } from "../going.js";
import { seatByCode } from "../store.js";
import { say } from "../words.js";
import { CodeForm } from "./code_form.js";
import { Knock } from "./knock.js";
import { PlaceOptions } from "./place_options.js";

/** How people are here if nobody says otherwise: what the room is set up for. @type {Record<string, string>} */
const LIKELY_PLACE = { one_room: "in_room", call: "remote", mixed: "" };

/** Join a room by its code: a name, a place, in. @param {{ code: string }} props */
export default function Join({ code: typed }) {
  const code = tidyCode(decodeURIComponent(typed));
  const [found, setFound] = useState(/** @type {any} */ (null));
  const [fault, setFault] = useState("");
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    ask("GET", `/join/${encodeURIComponent(code)}`).then(setFound, (problem) => {
      setWrong(problem instanceof Problem && problem.status === 404);
      setFault(problemWords(problem));
    });
  }, [code]);
  if (wrong) return html`<${Shell}><${Notice} title=${say("code-wrong-title")} text=${say("code-wrong")} />
    <${CodeForm} first=${code} label="code-again" /></${Shell}>`;
  if (fault) return html`<${Shell}><${Notice} icon="lost" title=${say("door-failed-title")} text=${fault}>
    <a class="button solid you wide" href=${`/j/${code}`}>${say("try-again")}</a></${Notice}></${Shell}>`;
  if (!found) return html`<${Shell}><p class="soft" role="status">${say("looking-for-room")}</p></${Shell}>`;
  return html`<${JoinForm} code=${code} room=${found.room} />`;
}

/** @param {{ code: string, room: any }} props */
function JoinForm({ code, room }) {
  const id = useId();
  const before = seatByCode(code);
  const [other, setOther] = useState(false);
  const [name, setName] = useState(before?.name ?? "");
  const [place, setPlace] = useState(before?.place ?? LIKELY_PLACE[room.setting] ?? "");
  const [fault, setFault] = useState(/** @type {{ at: string, text: string } | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [watching, setWatching] = useState(false);
  const [why, setWhy] = useState("");
  const [locked, setLocked] = useState(false);
  const watches = watching ? why.trim() : "";

  const enter = async (/** @type {boolean} */ same) => {
    if (busy) return;
    if (!name.trim()) {
      document.getElementById(id)?.focus();
      return setFault({ at: "name", text: say("name-empty") });
    }
    if (!place) return setFault({ at: "place", text: say("place-empty") });
    if (watching && !watches && !same) return setFault({ at: "why", text: say("watch-empty") });
    setBusy(true);
    try {
      go(`/s/${await joinByCode(code, name.trim(), place, room.name, same, watches)}`);
    } catch (problem) {
      setBusy(false);
      if (problem instanceof Problem && problem.code === "locked") return setLocked(true);
      const aboutName = problem instanceof Problem && problem.code.startsWith("name");
      setFault({ at: aboutName ? "name" : "all", text: problemWords(problem) });
    }
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    void enter(false);
  };
  const head = html`<div class="stack tight">
    <h1>${say("join-title", { room: room.name })}</h1>
    <${Purpose} is=${room.purpose} />
  </div>`;
  const faultAt = (/** @type {string} */ at) =>
    fault?.at === at ? html`<p class="fault" id=${`${id}-${at}`} role="alert">${fault.text}</p>` : null;

  if (locked) return html`<${Knock} code=${code} name=${name.trim()} place=${place} room=${room} watches=${watches} />`;
  if (before && !other) {
    return html`<${Shell}>${head}
      <div class="stack">
        <p>${say("join-back", { name: before.name ?? "" })}</p>
        <button type="button" class="button solid you main wide" aria-busy=${busy} data-pending=${busy ? "" : null}
          onClick=${() => enter(true)}>${say("join-as", { name: before.name ?? "" })}</button>
        <button type="button" class="button wide" onClick=${() => { setOther(true); setName(""); }}>${say("join-other")}</button>
        ${faultAt("all")}${faultAt("name")}
      </div></${Shell}>`;
  }
  return html`<${Shell}>${head}
    <form class="stack loose grow" onSubmit=${submit} novalidate>
      <div class="field">
        <label for=${id}>${say("name-question")}</label>
        <input id=${id} value=${name} maxlength="60" autocomplete="name" enterkeyhint="next" aria-invalid=${fault?.at === "name" ? "true" : null}
          aria-describedby=${fault?.at === "name" ? `${id}-name` : null}
          onInput=${(/** @type {any} */ event) => { setName(event.target.value); setFault(null); }} />
        ${faultAt("name")}
      </div>
      <${PlaceOptions} value=${place} choose=${(/** @type {string} */ at) => { setPlace(at); setFault(null); }}>${faultAt("place")}</${PlaceOptions}>
      <div class="stack tight">
        <label class="choice"><input type="checkbox" checked=${watching} onChange=${() => { setWatching(!watching); setFault(null); }} /><span>${say("watch-only")}</span></label>
        ${watching && html`<div class="field"><label for=${`${id}-reason`}>${say("watch-why")}</label>
          <input id=${`${id}-reason`} value=${why} maxlength="60" autocomplete="off" aria-invalid=${fault?.at === "why" ? "true" : null} aria-describedby=${fault?.at === "why" ? `${id}-why` : null}
            onInput=${(/** @type {any} */ event) => { setWhy(event.target.value); setFault(null); }} />
          ${faultAt("why")}</div>`}
      </div>
      <div class="stack door-end">
        ${faultAt("all")}
        <button class="button solid you main wide" aria-busy=${busy} data-pending=${busy ? "" : null}>${say("join-go")}</button>
        <p class="soft centre">${say("no-account")}</p>
      </div>
    </form></${Shell}>`;
}
