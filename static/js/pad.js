// <svg data-pad="id">: what is drawn becomes a path of M, L and figures in the hidden input with that id.
(() => {
  document.querySelectorAll("svg[data-pad]").forEach((pad) => {
    const input = document.getElementById(pad.dataset.pad);
    const line = pad.querySelector("path");
    const { width, height } = pad.viewBox.baseVal;
    let drawing = false;
    let last = "";

    function place(event) {
      const box = pad.getBoundingClientRect();
      const inside = (value, most) => Math.min(Math.max(value, 0), most - 0.1).toFixed(1);
      const x = ((event.clientX - box.left) / box.width) * width;
      const y = ((event.clientY - box.top) / box.height) * height;
      return `${inside(x, width)} ${inside(y, height)}`;
    }
    function add(sign, point) {
      const drawn = `${line.getAttribute("d") || ""}${sign}${point}`;
      if (drawn.length > 7900) return;
      line.setAttribute("d", drawn);
      input.value = drawn.replace(/M[\d. ]+(?=M|$)/g, "");
      last = point;
    }
    pad.addEventListener("pointerdown", (event) => {
      drawing = true;
      pad.setPointerCapture(event.pointerId);
      add("M", place(event));
      event.preventDefault();
    });
    pad.addEventListener("pointermove", (event) => {
      const point = place(event);
      if (drawing && point !== last) add("L", point);
    });
    ["pointerup", "pointercancel"].forEach((name) => pad.addEventListener(name, () => { drawing = false; }));
    document.querySelector("[data-pad-clear]").addEventListener("click", () => {
      line.setAttribute("d", "");
      input.value = "";
    });
  });
})();
