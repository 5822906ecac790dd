// What all do beside talking: write, read, score. It is offered on the participant's screen; who opens it sees one thing.
import { effect, html } from "../html.js";
import { Icon } from "../components/icon.js";
import { say } from "../words.js";
import { decideTask } from "./decide.js";
import { knowTask } from "./know.js";
import { pickTask } from "./pick.js";
import { readTask } from "./read_ideas.js";
import { scoreTask } from "./score.js";
import { resultsTask } from "./see_results.js";
import { openTask, opened } from "./tasks_state.js";
import { writeTask } from "./write.js";

/**
 * `line`: why now, in a few words; `isNow`: all are asked for it just now; `isThere`: it can be opened; `isQuiet`: there is
 * nothing in it yet, so that it stands below what goes on.
 * @typedef {{ name: string, line: () => string, isNow: () => boolean, isThere: () => boolean, isQuiet?: () => boolean, Screen: () => unknown }} Task
 */

/** What is asked for most comes first. @type {readonly Task[]} */
const TASKS = [writeTask, pickTask, scoreTask, decideTask, readTask, resultsTask, knowTask];

/** The task that is open, if it still can be. */
export function taskOpen() {
  return TASKS.find((task) => task.name === opened.value && task.isThere());
}

// What is over leaves one in the meeting, and does not come back by itself when there is another of its kind.
effect(() => {
  if (opened.value && !taskOpen()) openTask("");
});

/** One card for what is asked of me now, and a line for whatever else there is. */
export function Tasks() {
  const there = TASKS.filter((task) => task.isThere() && !task.isQuiet?.());
  const now = there.find((task) => task.isNow());
  if (!there.length) return null;
  return html`<section class="stack" aria-label=${say("tasks")}>
    ${now && html`<div class="card pad you stack">
      <p>${now.line()}</p>
      <button type="button" class="button solid you main" onClick=${() => openTask(now.name)}>${say(`task-${now.name}`)}</button></div>`}
    ${there.filter((task) => task !== now).map((task) => html`<${Line} key=${task.name} task=${task} />`)}
  </section>`;
}

/** What can be begun, and nobody has yet. */
export function QuietTasks() {
  return TASKS.filter((task) => task.isThere() && task.isQuiet?.()).map((task) => html`<${Line} key=${task.name} task=${task} />`);
}

/** @param {{ task: Task }} props */
function Line({ task }) {
  return html`<button type="button" class="card fold task-line" onClick=${() => openTask(task.name)}>
    <span>${say(`task-${task.name}`)} <span class="soft">${task.line()}</span></span><${Icon} is="right" /></button>`;
}

/** One task and nothing else, with the way back. @param {{ task: Task }} props */
export function TaskScreen({ task }) {
  return html`<div class="task stack loose">
    <button type="button" class="link task-back" onClick=${() => openTask("")}><${Icon} is="left" />${say("task-back")}</button>
    <${task.Screen} key=${task.name} />
  </div>`;
}
