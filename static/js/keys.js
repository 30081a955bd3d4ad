// Single keys: "g b" home, "g u" proposals, "g t" tasks, "?" the list. They can be switched off (WCAG 2.1.4);
// the choice is the only thing kept in the browser.
(() => {
  const KEY = "tombol-pintas";
  const help = document.getElementById("tombol");
  const choice = document.querySelector("[data-keys-switch]");
  let waiting = 0;

  try { window.singleKeys = localStorage.getItem(KEY) !== "mati"; } catch { window.singleKeys = true; }
  if (choice) {
    choice.checked = window.singleKeys;
    choice.addEventListener("change", () => {
      window.singleKeys = choice.checked;
      try { localStorage.setItem(KEY, choice.checked ? "hidup" : "mati"); } catch { /* not kept */ }
    });
  }
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
    if (!window.singleKeys || typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.key === "?" && help) {
      event.preventDefault();
      help.showModal();
    } else if (event.key === "g") {
      waiting = Date.now();
    } else {
      const link = Date.now() - waiting < 1200 && document.querySelector(`a.nav[data-key="${CSS.escape(event.key)}"]`);
      waiting = 0;
      if (link) location.assign(link.href);
    }
  });
})();
