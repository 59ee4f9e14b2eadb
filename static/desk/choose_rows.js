"use strict";
/* Says how many rows are chosen; one box chooses all rows of the page; a form is sent once. */
(function () {
  const boxes = () => Array.from(document.querySelectorAll("[data-row] input[type=checkbox]"));
  const told = document.querySelector("[data-chosen]"), whole = document.querySelector("[data-choose-all]");
  function count() {
    const all = boxes(), chosen = all.filter((box) => box.checked);
    if (told) told.textContent = chosen.length ? told.dataset.chosen.replace("%s", chosen.length) : "";
    all.forEach((box) => box.closest("[data-row]").classList.toggle("is-chosen", box.checked));
    if (whole) {
      whole.hidden = !all.length;
      whole.checked = all.length > 0 && chosen.length === all.length;
      whole.indeterminate = chosen.length > 0 && chosen.length < all.length;
    }
  }
  document.addEventListener("change", (event) => {
    if (event.target === whole) boxes().forEach((box) => { box.checked = whole.checked; });
    count();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "once";
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((sent) => { delete sent.dataset.sent; });
    count();
  });
})();
