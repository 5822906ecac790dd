// The contact's page: what people wrote to them, and nothing else of the meeting. Its link opens once, on one device.
import { html, useEffect, useState } from "../html.js";
import { problemWords } from "../actions.js";
import { Logo } from "../components/icon.js";
import { Notice, Shell } from "../components/shell.js";
import { Problem, ask } from "../rest.js";
import { ownSecret } from "../store.js";
import { say, timeWords } from "../words.js";

/** Nobody waits at this page; who wrote is not told faster by asking more often. */
const AGAIN_MS = 30_000;

/** @param {{ link: string, fragment: string }} props */
export default function Concerns({ link, fragment }) {
  const [page, setPage] = useState(/** @type {{ session: { name: string }, current: boolean, concerns: { text: string, at: number, name?: string }[] } | null} */ (null));
  const [fault, setFault] = useState("");
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Kept before it is sent: an answer that is lost on the way can be asked for again, from this browser alone.
    const own = ownSecret(link);
    let asking = false;
    const read = async () => {
      if (asking) return;
      asking = true;
      try {
        setPage(await ask("POST", "/access/concerns", { body: { link_id: link, own, secret: fragment } }));
        // Until then a reload needs it once more.
        if (location.hash) history.replaceState(null, "", location.pathname);
        setFault("");
        setOver(false);
      } catch (problem) {
        setFault(problemWords(problem));
        setOver(problem instanceof Problem && problem.status === 403);
      }
      asking = false;
    };
    const look = () => document.visibilityState === "visible" && void read();
    void read();
    const timer = setInterval(look, AGAIN_MS);
    window.addEventListener("online", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [link]);
  if (over) return html`<${Shell}><${Notice} icon="door" title=${say("contact-failed")} text=${fault} /></${Shell}>`;
  if (fault && !page) return html`<${Shell}><${Notice} icon="lost" title=${say("first-lost-title")} text=${fault}>
    <button type="button" class="button wide" onClick=${() => location.reload()}>${say("try-now")}</button></${Notice}></${Shell}>`;
  if (!page) return html`<${Shell}><p class="soft" role="status">${say("wire-connecting")}</p></${Shell}>`;
  return html`<main id="main" class="report">
    <header><${Logo} href="/" /></header>
    <div class="stack tight"><h1>${say("contact-page")}</h1><p>${say("contact-page-means", { room: page.session.name })}</p>
      ${!page.current && html`<p><b>${say("contact-page-over")}</b></p>`}
      ${fault && html`<p class="soft" role="status">${fault}</p>`}</div>
    <section class="stack" aria-live="polite" aria-label=${say("contact-page")}>
      ${page.concerns.length === 0 && html`<p class="soft">${say("contact-page-nothing")}</p>`}
      ${page.concerns.map((one) => html`<article key=${one.at} class="card pad stack tight"><p class="soft">${one.name ? say("contact-page-from", { name: one.name, time: timeWords(one.at) }) : say("contact-page-unnamed", { time: timeWords(one.at) })}</p>
        <blockquote class="written-words">${one.text}</blockquote></article>`)}
    </section>
    <footer class="report-foot"><span class="soft">${say("contact-page-keep")}</span></footer>
  </main>`;
}
