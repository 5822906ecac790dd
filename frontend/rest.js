// Requests to the server's REST resources. A refusal comes back as `Problem` with a stable code and the server's words;
// so does an answer that doesn't come, or not whole, with the status 0 and without words.

export class Problem extends Error {
  /** @param {number} status @param {string} code @param {string} message */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** How long an answer may take to come whole. Bad Wi-Fi needs seconds; without a bound a page would wait for minutes and say nothing. */
const PATIENCE_MS = 30_000;

const lost = () => {
  throw new Problem(0, "no_network", "");
};

/** @param {string} path  below /api/v1 @param {string | undefined} bearer @param {RequestInit} [more] @returns {Promise<Response>} */
function send(path, bearer, more) {
  const headers = { Accept: "application/json", ...more?.headers, ...(bearer && { Authorization: `Bearer ${bearer}` }) };
  return fetch(`/api/v1${path}`, { ...more, headers, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(lost);
}

/** A text that is taken away as a file. @param {string} path  below /api/v1 @param {string | undefined} bearer @returns {Promise<string>} */
export async function askText(path, bearer) {
  const answer = await send(path, bearer, { headers: { Accept: "*/*" } });
  if (!answer.ok) throw new Problem(answer.status, `http_${answer.status}`, "");
  return answer.text().catch(lost);
}

/**
 * @param {"GET" | "POST"} method
 * @param {string} path  below /api/v1
 * @param {{ body?: object | undefined, bearer?: string | undefined }} [more]
 * @returns {Promise<any>}
 */
export async function ask(method, path, { body, bearer } = {}) {
  const written = body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const answer = await send(path, bearer, { method, ...written });
  if (answer.ok) return answer.json().catch(lost);
  // What stands between may refuse in its own words.
  const { code, detail, title } = await answer.json().catch(() => ({}));
  throw new Problem(answer.status, code ?? `http_${answer.status}`, detail ?? title ?? "");
}
