import { html } from "../html.js";
import { keepAsFile } from "../components/file.js";
import { say } from "../words.js";
import { answerRows, balanceRows, csv, meetingRows } from "./csv.js";
import { markdownOf } from "./markdown.js";

/** The report as files: what this reader sees, and no more. @param {{ report: Record<string, any> }} props */
export function TakeAway({ report }) {
  const { name, number } = report.session;
  const file = (/** @type {string} */ end) => `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "report"}-${number}.${end}`;
  const asText = () => keepAsFile(file("md"), "text/markdown", markdownOf(/** @type {Element} */ (document.getElementById("main"))));
  const asTable = () => keepAsFile(file("csv"), "text/csv", csv(balanceRows(report)));
  const asMeeting = () => keepAsFile(file("meeting.csv"), "text/csv", csv(meetingRows(report)));
  const asAnswers = () => keepAsFile(file("answers.csv"), "text/csv", csv(answerRows(report)));
  const asData = () => keepAsFile(file("json"), "application/json", JSON.stringify(report, null, 1));
  return html`
    <button type="button" class="link" onClick=${asText}>${say("report-as-text")}</button>
    ${report.balance && html`<button type="button" class="link" onClick=${asTable}>${say("report-as-table")}</button>`}
    <button type="button" class="link" onClick=${asMeeting}>${say("report-as-meeting")}</button>
    ${(report.scoring || report.checks || report.resistance) && html`<button type="button" class="link" onClick=${asAnswers}>${say("report-as-answers")}</button>`}
    <button type="button" class="link" onClick=${asData}>${say("report-as-data")}</button>`;
}
