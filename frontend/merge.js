// JSON Merge Patch (RFC 7396) on views. Parts that a patch does not touch keep their identity, so that a component
// whose part is the same object has nothing to draw.

/**
 * @template T
 * @param {T} target
 * @param {unknown} patch
 * @returns {T}
 */
export function merged(target, patch) {
  if (!isObject(patch)) return /** @type {T} */ (patch);
  /** @type {Record<string, unknown>} */
  const base = isObject(target) ? target : {};
  /** @type {Record<string, unknown> | null} */
  let copy = null;
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      if (key in base) delete (copy ??= { ...base })[key];
      continue;
    }
    const was = base[key];
    const next = merged(was, value);
    if (next !== was || !(key in base)) (copy ??= { ...base })[key] = next;
  }
  return /** @type {T} */ (copy ?? base);
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
