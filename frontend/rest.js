// Requests to the server's REST resources. A refusal comes back as `Problem` with a stable code and the server's words.

export class Problem extends Error {
  /** @param {number} status @param {string} code @param {string} message */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A text that is taken away as a file. @param {string} path  below /api/v1 @param {string | undefined} bearer @returns {Promise<string>} */
export async function askText(path, bearer) {
  const answer = await fetch(`/api/v1${path}`, { headers: bearer ? { Authorization: `Bearer ${bearer}` } : {} }).catch(() => {
    throw new Problem(0, "no_network", "");
  });
  if (!answer.ok) throw new Problem(answer.status, `http_${answer.status}`, "");
  return answer.text();
}

/**
 * @param {"GET" | "POST"} method
 * @param {string} path  below /api/v1
 * @param {{ body?: object | undefined, bearer?: string | undefined }} [more]
 * @returns {Promise<any>}
 */
export async function ask(method, path, { body, bearer } = {}) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (body) headers["Content-Type"] = "application/json";
  if (bearer) headers.Authorization = `Bearer ${bearer}`;
  const answer = await fetch(`/api/v1${path}`, { method, headers, body: body ? JSON.stringify(body) : null }).catch(() => {
    throw new Problem(0, "no_network", "");
  });
  const type = answer.headers.get("Content-Type") ?? "";
  const content = type.includes("json") ? await answer.json().catch(() => ({})) : {};
  if (!answer.ok) throw new Problem(answer.status, content.code ?? `http_${answer.status}`, content.detail ?? content.title ?? "");
  return content;
}
