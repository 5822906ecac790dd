// Figures of a report for a spreadsheet.

/** A cell that begins so is a formula to a spreadsheet, whoever typed it (OWASP, CSV injection); some read the full-width forms alike. */
const FORMULA = /^ *[=+\-@＝＋－＠\t\r\n]/;

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
    ["name", "place", "measured", "talk_s", "even_share_s", "ratio", "turns", "short_words", "longest_quiet_s", "longest_wait_s", "cut_off", "cut_in", "written"],
    ...report.lanes.order
      .filter((/** @type {string} */ id) => id in report.balance)
      .map((/** @type {string} */ id) => {
        const one = report.balance[id];
        return [one.name, one.place, one.measured ? 1 : 0, seconds(one.talk_ms), seconds(one.expected_ms), one.ratio, one.turns, one.backchannels, seconds(one.longest_quiet_ms), seconds(one.longest_wait_ms), one.cut_off, one.cut_in, one.written];
      }),
  ];
}

/** The meeting, a figure a row: places, the agenda as planned and as it went (and in it everybody's part), waits, what came out of
 * order, who was cut off, notes, and what could not be measured. @param {Record<string, any>} report */
export function meetingRows(report) {
  /** @type {unknown[][]} */
  const rows = [["what", "number", "about", "who", "figure", "value"]];
  const add = (/** @type {unknown[]} */ start, /** @type {Record<string, unknown>} */ figures) => {
    for (const [figure, value] of Object.entries(figures)) {
      if (typeof value === "number") rows.push([...start, figure.replace(/_ms$/, "_s"), figure.endsWith("_ms") ? Math.round(value / 1000) : value]);
      else if (typeof value === "string" || typeof value === "boolean") rows.push([...start, figure, String(value)]);
    }
  };
  const name = (/** @type {string} */ id) => report.balance?.[id]?.name ?? report.lanes?.by_id[id]?.name ?? "";
  add(["people", "", "", ""], report.people ?? {});
  for (const [place, part] of Object.entries(report.by_place ?? {})) add(["place", "", place, ""], part);
  (report.agenda ?? []).forEach((/** @type {any} */ { title, people = {}, ...item }, /** @type {number} */ at) => {
    add(["item", at + 1, title, ""], item);
    for (const [id, part] of Object.entries(people)) add(["item", at + 1, title, name(id)], /** @type {any} */ (part));
  });
  const { waits = {}, out_of_order = {}, pairs = [], ...floor } = report.dynamics ?? {};
  add(["turns", "", "", ""], report.turns ?? {});
  add(["floor", "", "", ""], floor);
  add(["waits", "", "", ""], waits);
  add(["out_of_order", "", "", ""], out_of_order);
  for (const { who, by, times } of pairs) add(["cut_off", "", name(by), name(who)], { times });
  (report.heard_by ?? []).forEach((/** @type {string} */ source) => rows.push(["heard_by", "", "", "", "source", source]));
  for (const one of Object.values(report.balance ?? {})) if (one.measured === false) rows.push(["not_measured", "", "", one.name, "measured", "false"]);
  (report.notes ?? []).forEach((/** @type {any} */ note, /** @type {number} */ at) => rows.push(["note", at + 1, note.item ?? "", "", "text", note.text]));
  return rows;
}

/** What was answered, a figure a row: scores by idea and question, checks by step, options by how hard they are. @param {Record<string, any>} report */
export function answerRows(report) {
  const text = (/** @type {string} */ id) => report.ideas?.by_id[id]?.text ?? "";
  /** @type {unknown[][]} */
  const rows = [["what", "number", "about", "part", "figure", "value"]];
  const add = (/** @type {unknown[]} */ start, /** @type {Record<string, unknown>} */ figures) => {
    for (const [name, value] of Object.entries(figures)) if (["number", "boolean", "string"].includes(typeof value)) rows.push([...start, name, Number.isFinite(value) ? value : String(value)]);
  };
  const { order: rounds = [], rounds: by_round = {} } = report.scoring ?? {};
  for (const round of rounds.map((/** @type {string} */ id) => by_round[id])) {
    for (const id of round.order) {
      const { questions, ...scored } = round.ideas[id];
      add(["score", round.number, text(id), ""], scored);
      for (const [question, { counts = [], ...one }] of Object.entries(/** @type {Record<string, any>} */ (questions))) {
        add(["score", round.number, text(id), question], { ...one, ...Object.fromEntries(counts.map((/** @type {number} */ n, /** @type {number} */ at) => [`gave_${at + 1}`, n])) });
      }
    }
  }
  each(report.resistance).forEach((survey, at) => {
    for (const id of survey.order) add(["hard", at + 1, survey.typed[id] || text(id) || id, ""], survey.options[id]);
  });
  each(report.checks).forEach(({ asks, options, counts = [], places = [], ...check }, at) => {
    add(["check", at + 1, asks, ""], check);
    counts.forEach((/** @type {number} */ n, /** @type {number} */ step) => add(["check", at + 1, asks, `step_${step + LOWEST_STEP[check.what]}`], { n }));
    places.forEach((/** @type {number[]} */ tied, /** @type {number} */ place) => tied.forEach((option) => add(["check", at + 1, asks, options[option]], { place: place + 1 })));
  });
  return rows;
}

/** What the counts of a check begin with. @type {Record<string, number>} */
const LOWEST_STEP = { temperature: 0, fist: 0, gradients: 1, consent: 0, score: 1 };

/** @param {{ order: string[], by_id: Record<string, any> } | undefined} kept @returns {any[]} */
function each(kept) {
  return kept?.order.map((id) => kept.by_id[id]) ?? [];
}
