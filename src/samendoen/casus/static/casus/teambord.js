// Folding the columns on a phone, and dragging on the board: dropping a casus on a column is ticking it, choosing that colleague and sending the form.
(() => {
  "use strict";
  const form = document.querySelector("[data-teambord]");
  if (!form) return;
  // On a phone a team is a very long page: there one opens the colleague whom one looks for.
  if (window.matchMedia("(max-width: 40rem)").matches) {
    for (const vouw of form.querySelectorAll("[data-vouw]")) vouw.open = false;
  }
  const naar = form.elements.namedItem("naar");
  let gesleept = null;
  for (const casus of form.querySelectorAll("[data-casus]")) {
    casus.draggable = true;
    casus.addEventListener("dragstart", (e) => {
      gesleept = casus;
      e.dataTransfer.effectAllowed = "move";
      e.dataTransfer.setData("text/plain", casus.dataset.casus);
    });
    casus.addEventListener("dragend", () => { gesleept = null; });
  }
  for (const kolom of form.querySelectorAll("[data-naar]")) {
    const mag = () => gesleept && !kolom.contains(gesleept);
    kolom.addEventListener("dragover", (e) => {
      if (!mag()) return;
      e.preventDefault();
      kolom.classList.add("tb-kolom--hier");
    });
    kolom.addEventListener("dragleave", (e) => {
      if (!kolom.contains(e.relatedTarget)) kolom.classList.remove("tb-kolom--hier");
    });
    kolom.addEventListener("drop", (e) => {
      kolom.classList.remove("tb-kolom--hier");
      if (!mag()) return;
      e.preventDefault();
      // Only what was dragged: what somebody ticked meanwhile waits for its own button.
      for (const vink of form.querySelectorAll("input[name=casus]")) vink.checked = gesleept.contains(vink);
      naar.value = kolom.dataset.naar;
      form.requestSubmit();
    });
  }
})();
