// Keys of the workroom: "j" and "k" go to the next and the previous row (in a dossier: the next part), Enter opens what has
// the focus, "x" marks a row, "u" goes back up. keys.js holds the switch, and the list on "?".
(() => {
  const PARTS = "#content-main :is(h2, summary, .ks-list > li > a)";

  function stops() {
    const rows = [...document.querySelectorAll("#result_list tbody tr")];
    const found = rows.length ? rows.map((row) => row.querySelector("a[href]")) : [...document.querySelectorAll(PARTS)];
    return found.filter((stop) => stop && stop.getClientRects().length);
  }
  function go(step) {
    const all = stops();
    const row = document.activeElement.closest("tr");
    const here = all.findIndex((stop) => stop === document.activeElement || (row && row === stop.closest("tr")));
    const next = all[here < 0 ? 0 : Math.min(Math.max(here + step, 0), all.length - 1)];
    if (!next) return;
    if (!next.matches("a, summary")) next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
  const acts = {
    j: () => go(1),
    k: () => go(-1),
    x: () => document.activeElement.closest("tr")?.querySelector("input.action-select")?.click(),
    u: () => [...document.querySelectorAll(".breadcrumbs a")].pop()?.click(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && !/^(checkbox|radio|submit|button)$/.test(event.target.type);
    const held = event.ctrlKey || event.metaKey || event.altKey;
    if (window.singleKeys === false || typing || held || event.target.isContentEditable || document.querySelector("dialog[open]")) return;
    const act = Object.hasOwn(acts, event.key) ? acts[event.key] : null;
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.querySelectorAll("[data-keys-open]").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.getElementById("tombol")?.showModal();
    });
  });
})();
