// <form data-autosave="/usulan/draf/">: every change is posted after a pause. Nothing is kept in the browser.
// The line [data-autosave-status] says when it was saved, or that it was not; a lost connection is tried again.
(() => {
  const PAUSE = 900;
  const AGAIN = 15000;

  function clock() {
    const now = new Date();
    return `${String(now.getHours()).padStart(2, "0")}.${String(now.getMinutes()).padStart(2, "0")}`;
  }
  function wire(form) {
    const line = form.querySelector("[data-autosave-status]") || document.querySelector("[data-autosave-status]");
    let timer = 0;
    let dirty = false;
    let sending = false;

    function say(text, warn) {
      if (!line) return;
      line.classList.toggle("lost", warn);
      line.textContent = text;
    }
    async function sayWhen(answer) {
      const html = (answer.headers.get("Content-Type") || "").startsWith("text/html") ? await answer.text() : "";
      say(html ? "" : `Tersimpan otomatis pukul ${clock()}`, false);
      if (html && line) line.innerHTML = html;
    }
    function contents() {
      const data = new FormData(form);
      [...data.keys()].forEach((key) => { if (data.get(key) instanceof File) data.delete(key); });
      return data;
    }
    async function save() {
      if (sending || !dirty) return;
      sending = true;
      dirty = false;
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: "POST", body: contents(), credentials: "same-origin", redirect: "manual",
        });
        if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
          say("Sesi berakhir. Isian belum tersimpan. Masuk kembali di tab lain, lalu lanjutkan di sini", true);
          dirty = true;
        } else if (!answer.ok) {
          throw new Error(String(answer.status));
        } else {
          await sayWhen(answer);
        }
      } catch {
        dirty = true;
        say("Sambungan terputus. Isian belum tersimpan", true);
        plan(AGAIN);
      }
      sending = false;
      if (dirty && !timer) plan(AGAIN);
    }
    function plan(wait) {
      clearTimeout(timer);
      timer = setTimeout(() => { timer = 0; save(); }, wait);
    }
    function changed(event) {
      if (event.target.type === "file" || event.target.type === "password") return;
      dirty = true;
      plan(PAUSE);
    }
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("submit", () => { dirty = false; clearTimeout(timer); timer = 0; });
    window.addEventListener("online", () => { if (dirty) save(); });
    window.addEventListener("offline", () => { if (dirty) say("Sambungan terputus. Isian belum tersimpan", true); });
    window.addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
  }
  document.querySelectorAll("form[data-autosave]").forEach(wire);
})();
