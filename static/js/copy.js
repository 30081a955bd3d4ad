// data-copy="100.3.7/017/KSDD/2026": one press copies it and says so.
(() => {
  const live = document.createElement("p");
  live.className = "sr";
  live.setAttribute("role", "status");
  document.body.append(live);

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const value = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(value);
      live.textContent = `${value} disalin.`;
      button.classList.add("copied");
      setTimeout(() => button.classList.remove("copied"), 1600);
    } catch {
      live.textContent = "Peramban tidak mengizinkan penyalinan. Pilih teksnya lalu salin.";
    }
  });
})();
