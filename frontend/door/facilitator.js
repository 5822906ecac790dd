import { html, useEffect, useId, useState } from "../html.js";
import { problemWords } from "../actions.js";
import { Notice, Shell } from "../components/shell.js";
import { enterAsFacilitator } from "../doors.js";
import { go } from "../going.js";
import { seats } from "../store.js";
import { say } from "../words.js";

/** The link's secret leaves the address bar at once; until it is exchanged the tab keeps it. @param {string} room @param {string} fragment */
function takeSecret(room, fragment) {
  const key = `evenfloor.link.${room}`;
  if (fragment) sessionStorage.setItem(key, fragment);
  if (location.hash) history.replaceState(null, "", location.pathname);
  return { secret: sessionStorage.getItem(key) ?? "", spent: () => sessionStorage.removeItem(key) };
}

/** The facilitators' door: a name, asked once, then the console. @param {{ room: string, fragment: string }} props */
export default function FacilitatorDoor({ room, fragment }) {
  const id = useId();
  const [link] = useState(() => takeSecret(room, fragment));
  const before = seats().find((seat) => seat.room_id === room);
  const [name, setName] = useState(before?.name ?? "");
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);

  const enter = async () => {
    if (busy) return;
    if (!name.trim()) {
      document.getElementById(id)?.focus();
      return setFault(say("name-empty"));
    }
    setBusy(true);
    try {
      const session = await enterAsFacilitator(room, link.secret, name.trim(), before?.device_secret);
      link.spent();
      go(`/s/${session}`);
    } catch (problem) {
      setBusy(false);
      setFault(problemWords(problem));
    }
  };
  useEffect(() => {
    if (link.secret && before?.name) void enter();
  }, []);
  if (!link.secret) {
    return html`<${Shell}><${Notice} icon="door" title=${say("link-empty-title")} text=${say("link-empty")}>
      ${before && html`<a class="button solid you wide" href=${`/s/${before.session_id}`}>${say("link-back")}</a>`}
      <a class="button wide" href="/">${say("to-start")}</a></${Notice}></${Shell}>`;
  }
  return html`<${Shell}>
    <div class="stack tight"><h1>${say("facilitator-title")}</h1><p class="soft">${say("facilitator-text")}</p></div>
    <form class="stack loose" novalidate onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); void enter(); }}>
      <div class="field">
        <label for=${id}>${say("name-question")}</label>
        <input id=${id} value=${name} maxlength="60" autocomplete="name" aria-invalid=${fault ? "true" : null} aria-describedby=${fault ? `${id}-fault` : null}
          onInput=${(/** @type {any} */ event) => { setName(event.target.value); setFault(""); }} />
        ${fault ? html`<p class="fault" id=${`${id}-fault`} role="alert">${fault}</p>` : null}
      </div>
      <button class="button solid you main wide" aria-busy=${busy} data-pending=${busy ? "" : null}>${say("facilitator-go")}</button>
    </form></${Shell}>`;
}
