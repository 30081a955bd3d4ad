// data-for="A B" on a control: its field stands on the page while one of these answers of the field marked data-chooses is given.
(() => {
  const answers = [...document.querySelectorAll("input[data-chooses]")];
  const wanted = [...document.querySelectorAll("[data-for]")];
  if (!answers.length) return;
  function show() {
    const chosen = answers.find((answer) => answer.checked)?.value;
    wanted.forEach((control) => {
      const field = control.closest(".q");
      if (field) field.hidden = !chosen || !control.dataset.for.split(" ").includes(chosen);
    });
  }
  answers.forEach((answer) => answer.addEventListener("change", show));
  show();
})();
