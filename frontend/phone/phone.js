// The participant's screen: one thing at a time. What is for me alone stands on top, then who speaks, then my hand.
import { html } from "../html.js";
import { may } from "../actions.js";
import { dialog } from "../dialog_state.js";
import { useAttention } from "../behaviours/call_attention.js";
import { useKeptCard } from "../behaviours/kept_card.js";
import { useWakeLock } from "../behaviours/wake_lock.js";
import { GroupReports } from "../components/groups.js";
import { Icon, PlaceIcon } from "../components/icon.js";
import { Brief } from "../components/item.js";
import { NotesFold } from "../components/notes.js";
import { Press } from "../components/press.js";
import { Purpose } from "../components/shell.js";
import { Wire } from "../components/wire.js";
import { Watching } from "../components/watching.js";
import { AllWritten } from "../components/written.js";
import { connection, floor, myPlace, myTurn, person, session, you } from "../state.js";
import { say } from "../words.js";
import { AboutMe } from "./about_me.js";
import { Ended } from "./ended.js";
import { CameOfIt } from "./came_of_it.js";
import { ConcernDialog, ConcernDoor } from "./concern.js";
import { MyCheck } from "./check_card.js";
import { MyHard } from "./hard_card.js";
import { Help } from "./help.js";
import { Leading } from "./leading.js";
import { Listening } from "./listening.js";
import { Lost } from "./lost.js";
import { MyFloor } from "./my_floor.js";
import { MyGroup } from "./my_group.js";
import { MyHand } from "./my_hand.js";
import { MicrophoneDialog, MicrophoneOffer, MicrophoneSign } from "./my_microphone.js";
import { MySpeech } from "./my_speech.js";
import { MyTime } from "./my_time.js";
import { Notes } from "./notes.js";
import { AskedOfMe, MinutesOf, Signals } from "./signals.js";
import { Speaking } from "./speaking.js";
import { PickSeen } from "./pick.js";
import { QuietTasks, TaskScreen, Tasks, taskOpen } from "./tasks.js";
import { ForOthers } from "./for_others.js";
import { MyItem, Together } from "./together.js";
import { WaitingPage } from "./waiting_page.js";
import { WhoIsNext } from "./who_is_next.js";

export function Phone() {
  const { status, name } = session.value;
  const open = status === "open";
  const turn = open && !myTurn.value?.written ? myTurn.value : undefined;
  const nextUp = open && !turn && myPlace.value === 1;
  useAttention(turn ? "floor" : nextUp ? "next" : "none", name);
  useKeptCard();
  useWakeLock(open && Boolean(turn || you.value.hand));
  if (turn) return html`<${MyFloor} turn=${turn} /><${MicrophoneSign} />${dialog.value?.is === "concern" && html`<${ConcernDialog} />`}`;
  const task = open ? taskOpen() : undefined;
  return html`<${Header} />
    <main id="main" class="phone">
      ${status === "planned" ? html`<${WaitingPage} />` : status === "ended" ? html`<${Ended} />` : task ? html`<${Notes} /><${MyCheck} /><${TaskScreen} task=${task} />` : html`<${Meeting} />`}
      ${(!open || task) && html`<${Brief} />`}
      <${ConcernDoor} />
    </main>
    ${open && html`<div class="phone-end"><${MicrophoneSign} />${!task && html`<${Footer} />`}</div>`}
    ${dialog.value?.is === "concern" && html`<${ConcernDialog} />`}
    ${dialog.value?.is === "about-me" && html`<${AboutMe} />`}
    ${dialog.value?.is === "microphone" && html`<${MicrophoneDialog} />`}`;
}

function Header() {
  const { name, purpose } = session.value;
  return html`<header class="phone-head">
    <h1>${name}</h1><${Wire} />
    <${Purpose} is=${purpose} />
  </header>`;
}

function Meeting() {
  const me = person(you.value.participant);
  const lost = connection.value.is !== "live";
  const open = floor.value.mode === "open";
  return html`<div class="phone-columns">
    <div class="stack">
      ${lost && html`<${Lost} />`}
      <${AskedOfMe} /><${MinutesOf} />
      <${Notes} />
      <${ForOthers} />
      <${Leading} />
      <${MyCheck} />
      <${MyHard} />
      <${PickSeen} />
      <${MyGroup} />
      <${Together} />
      <${Tasks} />
      <${Speaking} lost=${lost} />
      ${open && may("speech.start") && html`<${MySpeech} />`}
      ${!may("hand.raise") ? html`<p class="soft">${say("observer")}</p>` : me?.listening && !you.value.hand ? html`<${Listening} />` : html`<${MyHand} lost=${lost} second=${open} />`}
    </div>
    <div class="stack">
      <${MyItem} />
      <div class="pairs">
        <${Help} />
        ${may("participant.set_listening") && (!me?.listening || you.value.hand) && html`<${Press} class="button quiet"
        command=${{ do: "participant.set_listening", listening: !me?.listening }}><${Icon} is="ear" />${say(me?.listening ? "listening-end" : "listening-start")}</${Press}>`}
        <${Signals} />
      </div>
      ${may("microphone.claim") && !you.value.card?.no_microphone && html`<${MicrophoneOffer} />`}
      ${may("hand.raise") && html`<${MyTime} />`}
      <${NotesFold} look="card quiet-card" />
      <${QuietTasks} />
      <${GroupReports} />
      <${AllWritten} />
      <${WhoIsNext} />
      <${Watching} />
      <${CameOfIt} />
    </div>
  </div>`;
}

function Footer() {
  const me = person(you.value.participant);
  if (!me) return null;
  return html`<footer class="phone-foot">
    <span class="purpose"><${PlaceIcon} place=${me.place} /><span>${say("me-as", { name: me.name, place: say(`place-${me.place}-short`) })}</span></span>
    <button type="button" class="link strong" onClick=${() => (dialog.value = { is: "about-me" })}>${say("change")}</button>
  </footer>`;
}
