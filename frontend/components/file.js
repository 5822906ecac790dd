// Something to take away, as a file of this device.

/** @param {string} name @param {string} type  its media type @param {string} text */
export function keepAsFile(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
