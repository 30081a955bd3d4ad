// The search palette: Ctrl+K, "/" and the search button open it; results come as an HTML fragment.
(() => {
  const dialog = document.querySelector("dialog[data-palette]");
  if (!dialog || !dialog.showModal) return;
  const input = dialog.querySelector("input");
  const results = dialog.querySelector("[data-palette-results]");
  const status = dialog.querySelector("[data-palette-status]");
  let timer = 0;
  let asked = 0;

  async function load() {
    const turn = ++asked;
    const address = `${dialog.dataset.palette}?q=${encodeURIComponent(input.value.trim())}`;
    try {
      const answer = await fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const html = await answer.text();
      if (turn !== asked) return;
      results.innerHTML = html;
      status.textContent = `${results.querySelectorAll("a").length} hasil`;
    } catch {
      if (turn === asked) results.textContent = "Pencarian tidak dapat dihubungi. Tekan Enter untuk membuka halaman pencarian.";
    }
  }
  function open() {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    load();
  }
  function isTyping(target) {
    return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
  }

  document.addEventListener("keydown", (event) => {
    const ctrlK = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.altKey && !isTyping(event.target) && window.singleKeys !== false;
    if ((ctrlK || slash) && !document.querySelector("dialog[open]:not([data-palette])")) {
      event.preventDefault();
      open();
    }
  });
  document.querySelectorAll("[data-palette-open]").forEach((button) => {
    button.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(load, 180);
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...results.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    stops[(next + stops.length) % stops.length].focus();
  });
})();
