// data-verify="<sha-256>" on a form with one file field: the reader's file is hashed here and compared.
// With data-verify-signed a file that differs is sent, because the server can read its signatures.
// Where the browser cannot hash (no secure connection, too old) the form is sent and the server compares.
(() => {
  const NOTES = {
    same: ["ok", (name) => `${name} sama persis dengan dokumen yang terdaftar.`],
    different: ["bad", (name) => `${name} berbeda dari dokumen yang terdaftar. Jangan gunakan sebelum dipastikan kepada penerbitnya.`],
    sent: ["", (name) => `Sidik ${name} berbeda; tanda tangannya sedang diperiksa di server…`],
    busy: ["", (name) => `${name} sedang diperiksa…`],
  };
  function say(place, kind, name) {
    const [tone, words] = NOTES[kind];
    const note = document.createElement("div");
    const line = document.createElement("p");
    note.className = `note ${tone}`.trim();
    line.textContent = words(name);
    note.append(line);
    place.replaceChildren(note);
  }
  async function fingerprint(file) {
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  function wire(form) {
    const input = form.querySelector('input[type="file"]');
    const zone = form.querySelector("[data-verify-drop]");
    const place = form.parentElement.querySelector("[data-verify-result]");
    const able = Boolean(globalThis.crypto && crypto.subtle);
    async function compare(file) {
      if (!file) return;
      say(place, "busy", file.name);
      try {
        const hex = await fingerprint(file);
        const same = hex === form.dataset.verify;
        if (!same && "verifySigned" in form.dataset) {
          // Only its signatures can tell an earlier file from a changed one: the server looks at them.
          say(place, "sent", file.name);
          form.submit();
          return;
        }
        say(place, same ? "same" : "different", file.name);
      } catch {
        form.submit();
      }
    }
    form.addEventListener("submit", (event) => {
      if (!able || !input.files.length) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      compare(input.files[0]);
    }, true);
    if (able) input.addEventListener("change", () => compare(input.files[0]));
    ["dragenter", "dragover"].forEach((name) => zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    }));
    ["dragleave", "drop"].forEach((name) => zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.remove("over");
    }));
    zone.addEventListener("drop", (event) => {
      const given = new DataTransfer();
      if (!event.dataTransfer.files.length) return;
      given.items.add(event.dataTransfer.files[0]);
      input.files = given.files;
      if (able) compare(input.files[0]);
      else form.submit();
    });
  }
  document.querySelectorAll("form[data-verify]").forEach(wire);
})();
