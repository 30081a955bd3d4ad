// data-upload: drop files on the field, see their names, be told at once when one is too large or of another kind.
// data-upload-post on the form: it is sent with XMLHttpRequest so that progress can be shown.
(() => {
  function words(bytes) {
    return bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1).replace(".", ",")} MB`;
  }
  function refusal(file, zone, accept) {
    const limit = Number(zone.dataset.maxBytes || 0);
    if (limit && file.size > limit) {
      return `Berkas ${file.name} berukuran ${words(file.size)}. Batasnya ${zone.dataset.maxWords}. Perkecil berkas atau bagi menjadi beberapa bagian`;
    }
    const kinds = accept.toLowerCase().split(",").map((kind) => kind.trim()).filter((kind) => kind.startsWith("."));
    if (kinds.length && !kinds.some((kind) => file.name.toLowerCase().endsWith(kind))) {
      const names = kinds.map((kind) => kind.slice(1).toUpperCase()).join(", ");
      return `Berkas ${file.name} bukan ${names}. Simpan sebagai ${names} lalu unggah kembali`;
    }
    return "";
  }
  function row(file) {
    const item = document.createElement("li");
    const kind = document.createElement("span");
    const body = document.createElement("div");
    const name = document.createElement("b");
    const size = document.createElement("p");
    kind.className = `fileico ${file.name.split(".").pop().toLowerCase()}`;
    kind.setAttribute("aria-hidden", "true");
    kind.textContent = file.name.split(".").pop().slice(0, 4).toUpperCase();
    name.className = "strong";
    name.textContent = file.name;
    size.className = "small muted";
    size.textContent = `${words(file.size)}, dikirim bersama formulir`;
    body.append(name, size);
    item.append(kind, body);
    item.dataset.chosen = "1";
    return item;
  }
  function show(zone) {
    const input = zone.querySelector('input[type="file"]');
    const around = zone.parentElement;
    const list = around.querySelector("[data-upload-list]");
    const error = around.querySelector("[data-upload-error]");
    const bad = [...input.files].map((file) => refusal(file, zone, input.accept)).find(Boolean) || "";
    if (bad) input.value = "";
    if (error) {
      error.textContent = bad;
      error.hidden = !bad;
    }
    if (!list) return;
    list.querySelectorAll("[data-chosen]").forEach((item) => item.remove());
    [...input.files].forEach((file) => list.append(row(file)));
  }
  function wire(zone) {
    const input = zone.querySelector('input[type="file"]');
    if (!input || zone.dataset.wired) return;
    zone.dataset.wired = "1";
    input.addEventListener("change", () => show(zone));
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
      [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1).forEach((file) => given.items.add(file));
      input.files = given.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  function say(form, text) {
    let line = form.querySelector("[data-upload-error]");
    if (!line) {
      line = document.createElement("p");
      line.className = "errmsg";
      line.setAttribute("role", "alert");
      (form.querySelector(".formfoot") || form).append(line);
    }
    line.hidden = !text;
    line.textContent = text;
  }
  function send(form, submitter) {
    const bar = document.createElement("progress");
    const request = new XMLHttpRequest();
    bar.max = 100;
    bar.setAttribute("aria-label", "Kemajuan unggah");
    (form.querySelector(".formfoot") || form).before(bar);
    form.dataset.sending = "1";
    say(form, "");
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (part) => {
      if (part.lengthComputable) bar.value = (100 * part.loaded) / part.total;
    });
    // The answer, a new page or the form again (422), takes the place of this one: asking for it a second
    // time would lose the message that it carries.
    request.addEventListener("load", () => {
      history.pushState(null, "", request.responseURL || form.action);
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener("error", () => {
      bar.remove();
      delete form.dataset.sending;
      say(form, "Sambungan terputus. Berkas belum terkirim. Periksa jaringan lalu kirim lagi");
    });
    request.send(new FormData(form, submitter));
  }
  function progress(form) {
    form.addEventListener("submit", (event) => {
      const files = [...form.querySelectorAll('input[type="file"]')].some((input) => input.files.length);
      if (!files || event.defaultPrevented) return;
      event.preventDefault();
      if (!form.dataset.sending) send(form, event.submitter);
    });
  }
  function start(root) {
    root.querySelectorAll("[data-upload]").forEach(wire);
  }
  start(document);
  document.querySelectorAll("form[data-upload-post]").forEach(progress);
  document.addEventListener("htmx:afterSettle", (event) => start(event.target));
})();
