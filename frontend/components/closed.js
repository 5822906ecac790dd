import { html } from "../html.js";
import { room } from "../state.js";
import { seatOf } from "../store.js";
import { say } from "../words.js";
import { Notice, Shell } from "./shell.js";

/** The server will not have this device here (any more): why, and what to do. @param {{ why: string, session: string }} props */
export function Closed({ why, session }) {
  const { contact } = room.value;
  const code = seatOf(session)?.code;
  const again = html`<a class="button solid you wide" href=${code ? `/j/${code}` : "/"}>${say(code ? "join-again" : "to-start")}</a>`;
  if (why === "removed") return html`<${Shell}><${Notice} icon="door" title=${say("removed-title")} text=${say("removed")}>${again}${contact.name && html`<p>${say("removed-contact", { name: contact.name, reach: contact.reach ?? "" })}</p>`}</${Notice}></${Shell}>`;
  if (why === "erased") return html`<${Shell}><${Notice} icon="check" title=${say("erased-title")} text=${say("erased")}>${again}</${Notice}></${Shell}>`;
  if (why === "revoked") return html`<${Shell}><${Notice} icon="door" title=${say("revoked-title")} text=${say("revoked")} /></${Shell}>`;
  if (why === "deleted") return html`<${Shell}><${Notice} icon="check" title=${say("deleted-title")} text=${say("deleted")}><a class="button solid you wide" href="/">${say("to-start")}</a></${Notice}></${Shell}>`;
  if (why === "ended") {
    return html`<${Shell}><${Notice} icon="check" title=${say("ended-title")} text=${say("ended")}>
      <a class="button solid you wide" href=${`/r/${session}`}>${say("report-read")}</a></${Notice}></${Shell}>`;
  }
  return html`<${Shell}><${Notice} icon="door" title=${say("no-seat-title")} text=${say("no-seat")}>${again}</${Notice}></${Shell}>`;
}
