// data-fingerprint="<sha-256>": a file of the reader is hashed here, in the browser, and compared.
(() => {
  document.querySelectorAll("[data-fingerprint]").forEach((zone) => {
    const input = zone.querySelector('input[type="file"]');
    const result = zone.parentElement.querySelector("[data-fingerprint-result]");
    async function compare(file) {
      if (!file) return;
      if (!crypto.subtle) {
        result.textContent = "Peramban ini tidak dapat memeriksa berkas. Bandingkan sidik berkas dengan cara lain.";
        return;
      }
      const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      const same = hex === zone.dataset.fingerprint.toLowerCase();
      result.className = `mt-s tag ${same ? "ok" : "bad"} wrap`;
      result.textContent = same
        ? `${file.name} sama persis dengan dokumen yang terdaftar.`
        : `${file.name} berbeda dari dokumen yang terdaftar.`;
    }
    input.addEventListener("change", () => compare(input.files[0]));
    ["dragenter", "dragover"].forEach((name) => zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("over"); }));
    ["dragleave", "drop"].forEach((name) => zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.remove("over"); }));
    zone.addEventListener("drop", (event) => compare(event.dataTransfer.files[0]));
  });
})();
