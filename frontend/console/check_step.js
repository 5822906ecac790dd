// Where does everybody stand? Open a check, watch how many have answered, close it, and see what it says.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { dropDraft, useDraft } from "../behaviours/draft.js";
import { CheckResult } from "../components/check_result.js";
import { Fold } from "../components/fold.js";
import { Press } from "../components/press.js";
import { dialog } from "../dialog_state.js";
import { checks, newestFirst } from "../standing_state.js";
import { session } from "../state.js";
import { say } from "../words.js";
import { AskedNow, NotByThemselves } from "./asked_now.js";
import { OwnerByHand } from "./owner_by_hand.js";

export const checkStep = {
  name: "check",
  line: () => {
    const { open, order } = checks.value;
    return open ? say("asked-of", { n: open.answered, of: open.asked }) : say("checks-have", { n: order.length });
  },
  isNow: () => Boolean(checks.value.open),
  Panel: CheckPanel,
};

function CheckPanel() {
  const { open } = checks.value;
  const all = newestFirst(checks.value);
  const [newest, ...others] = all;
  const earlier = open ? all : others;
  const begin = session.value.status === "open" && html`<${Begin} />`;
  if (!open && !newest) return begin;
  return html`${open && html`<${Open} check=${open} />`}
    ${!open && newest && html`<section class="stack" aria-label=${say("check-result")}><${CheckResult} check=${newest[1]} /><${OpenObjections} id=${newest[0]} check=${newest[1]} /></section>
      ${begin && html`<${Fold} name="check-another/open" line=${say("check-another")}>${begin}</${Fold}>`}`}
    ${earlier.length > 0 && html`<${Fold} name="check-earlier/open" lineLook="soft" line=${say("checks-earlier", { n: earlier.length })}><div class="stack loose">
      ${earlier.map(([id, check]) => html`<div key=${id} class="stack"><${CheckResult} check=${check} /><${OpenObjections} id=${id} check=${check} /></div>`)}</div></${Fold}>`}`;
}

/** @param {{ check: import("../standing_state.js").OpenCheck }} props */
function Open({ check }) {
  return html`<section class="stack" aria-label=${say("check-open")}>
    <div class="stack tight"><h3>${check.asks}</h3><p class="soft">${say(`check-${check.what}`)} · ${say(check.named ? "check-by-name" : "check-without-names")}
      ${check.quorum > 0 && ` · ${say("quorum-is", { n: check.quorum })}`}${check.threshold > 0 && ` · ${say("threshold-is", { percent: check.threshold })}`}</p></div>
    <${AskedNow} open=${check} />
    <${NotByThemselves} left=${check.left_out} what="check" paper />
    <div class="row">
      <${Press} command=${{ do: "check.close", check: check.id }} class="button solid floor">${say(check.answered < check.asked ? "close-early" : "close-now", { n: check.asked - check.answered })}</${Press}>
      <button type="button" class="button" onClick=${() => (dialog.value = { is: "paper", about: check.id })}>${say("paper-open", { n: check.on_paper })}</button>
    </div>
  </section>`;
}

/** @type {import("../generated/messages").CheckKind[]} */
const KINDS = ["temperature", "fist", "gradients", "consent", "score", "ranked"];
/** Where nothing is decided, nothing has to be reached. */
const BARE = ["temperature", "ranked"];

const NOTHING_WRITTEN = { what: /** @type {import("../generated/messages").CheckKind} */ ("gradients"), asks: "", options: "", named: false, quorum: "0", threshold: "0" };

/** What is said here stays as it is until the check closes. */
function Begin() {
  const ids = { what: useId(), asks: useId(), options: useId(), quorum: useId(), threshold: useId() };
  const [draft, change] = useDraft("check/whole", NOTHING_WRITTEN);
  const { what, asks, options, named, quorum, threshold } = draft;
  const set = (/** @type {Partial<typeof NOTHING_WRITTEN>} */ part) => change((now) => ({ ...now, ...part }));
  if (!may("check.open")) return null;
  const lines = options.split("\n").map((line) => line.trim()).filter(Boolean);
  const open = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!asks.trim()) return;
    const opened = await act({ do: "check.open", what, asks, named, quorum: Number(quorum) || 0,
      ...(what === "ranked" ? { options: lines } : {}), ...(BARE.includes(what) ? {} : { threshold: Number(threshold) || 0 }) });
    if (!opened) return;
    change({ ...NOTHING_WRITTEN, what });
    dropDraft("check-another");
  };
  return html`<form class="stack" onSubmit=${open}>
    <div class="field"><label for=${ids.asks}>${say("check-asks")}</label><input id=${ids.asks} value=${asks} maxlength="300" placeholder=${say("check-asks-example")} onInput=${(/** @type {any} */ event) => set({ asks: event.target.value })} /></div>
    <div class="field"><label for=${ids.what}>${say("check-how")}</label>
      <select id=${ids.what} value=${what} onChange=${(/** @type {any} */ event) => set({ what: event.target.value })}>${KINDS.map((one) => html`<option key=${one} value=${one}>${say(`check-${one}`)}</option>`)}</select>
      <p class="soft">${say(`check-${what}-means`)}</p></div>
    ${what === "ranked" && html`<div class="field"><label for=${ids.options}>${say("check-options")}</label><textarea id=${ids.options} rows="4" value=${options} onInput=${(/** @type {any} */ event) => set({ options: event.target.value })}></textarea></div>`}
    <label class="choice"><input type="checkbox" checked=${named} onChange=${() => set({ named: !named })} /><span>${say("check-by-name")}<small>${say(what === "consent" ? "check-by-name-consent" : "check-by-name-means")}</small></span></label>
    <div class="field-pair">
      <div class="field"><label for=${ids.quorum}>${say("check-quorum")}</label><input id=${ids.quorum} type="number" min="0" max="999" value=${quorum} onInput=${(/** @type {any} */ event) => set({ quorum: event.target.value })} /></div>
      ${!BARE.includes(what) && html`<div class="field"><label for=${ids.threshold}>${say("check-threshold")}</label><input id=${ids.threshold} type="number" min="0" max="100" value=${threshold} onInput=${(/** @type {any} */ event) => set({ threshold: event.target.value })} /></div>`}
    </div>
    <p class="soft">${say("check-fixed")}</p>
    <div class="row"><button class="button solid floor" aria-disabled=${asks.trim() ? null : "true"}>${say("check-go")}</button></div>
  </form>`;
}

/** An objection can be overruled by a rule that was said before, in writing; it stays in the record. @param {{ id: string, check: import("../standing_state.js").Check }} props */
function OpenObjections({ id, check }) {
  const open = check.objections?.order.filter((one) => check.objections?.by_id[one]?.state === "open") ?? [];
  if (!open.length || !may("check.open")) return null;
  return html`<ul class="stack">${open.map((objection) => html`<${Overrule} key=${objection} check=${id} objection=${objection} reason=${check.objections?.by_id[objection]?.reason ?? ""} named=${check.named} />`)}</ul>`;
}

/** @param {{ check: string, objection: string, reason: string, named: boolean }} props */
function Overrule({ check, objection, reason, named }) {
  const id = useId();
  const [rule, setRule] = useDraft(`overrule/${objection}/rule`, "");
  return html`<li><${Fold} name=${`overrule/${objection}/open`} lineLook="soft" line=${say("overrule-open", { reason })}><div class="stack">
    <div class="field"><label for=${id}>${say("overrule-rule")}</label><input id=${id} value=${rule} maxlength="300" onInput=${(/** @type {any} */ event) => setRule(event.target.value)} /></div>
    <div class="row"><${Press} command=${{ do: "objection.settle", check, objection, how: "overruled", rule }}>${say("overrule")}</${Press}></div></div></${Fold}>
    ${named && html`<${OwnerByHand} of=${objection} deeds=${/** @type {const} */ (["integrated", "withdrawn"]).map((how) => ({ words: say(how === "integrated" ? "objection-met" : "objection-withdraw"), command: (/** @type {string} */ participant) => ({ do: /** @type {const} */ ("objection.settle"), check, objection, how, participant }) }))} />`}</li>`;
}
