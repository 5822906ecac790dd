// Figures of a report for a spreadsheet.

/** A cell that begins so is a formula to a spreadsheet, whoever typed it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** @param {unknown} value */
export function cell(value) {
  const text = typeof value === "number" ? String(value) : String(value ?? "").replace(FORMULA, "'$&");
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {unknown[][]} rows */
export function csv(rows) {
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** Everybody beside an even share, times in seconds. @param {Record<string, any>} report */
export function balanceRows(report) {
  const seconds = (/** @type {number | undefined} */ ms) => (ms === undefined ? "" : Math.round(ms / 1000));
  return [
    ["name", "place", "measured", "talk_s", "even_share_s", "ratio", "turns", "short_words", "longest_quiet_s"],
    ...report.lanes.order
      .filter((/** @type {string} */ id) => id in report.balance)
      .map((/** @type {string} */ id) => {
        const one = report.balance[id];
        return [one.name, one.place, one.measured ? 1 : 0, seconds(one.talk_ms), seconds(one.expected_ms), one.ratio, one.turns, one.backchannels, seconds(one.longest_quiet_ms)];
      }),
  ];
}
