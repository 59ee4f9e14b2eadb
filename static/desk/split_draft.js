"use strict";
/* The draft beside: it follows what has the focus in the margin, and shows only the provisions that hold what is typed. */
(function () {
  const region = document.querySelector(".split-provisions");
  if (!region) return;
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d").replace(/\s+/g, " ").trim();
  const provisions = Array.from(region.children, (element) => ({ element, key: fold(`${element.dataset.name} ${element.textContent}`) }));
  const find = document.getElementById("find"), found = document.getElementById("found");
  find.parentElement.hidden = false;

  function show(path) {
    const at = document.getElementById(`d-${path}`);
    region.querySelectorAll(".is-current").forEach((each) => each.classList.remove("is-current"));
    if (!at) return;
    at.hidden = false;
    at.classList.add("is-current");
    region.scrollTop += at.getBoundingClientRect().top - region.getBoundingClientRect().top - region.clientHeight / 4;
  }
  document.addEventListener("focusin", (event) => {
    const note = event.target.closest("[data-path]");
    if (note) show(note.dataset.path);
  });
  find.addEventListener("input", () => {
    const words = fold(find.value).split(" ").filter(Boolean);
    let count = 0;
    provisions.forEach(({ element, key }) => {
      element.hidden = !words.every((word) => key.includes(word));
      if (!element.hidden) count += 1;
    });
    found.textContent = !words.length ? "" : count ? String(count) : find.dataset.none;
  });
  // While a form is open, a click on a provision says what the opinion is about.
  region.addEventListener("click", (event) => {
    const line = event.target.closest("[data-name]"), form = document.getElementById("span");
    if (!line || !form || !form.checkVisibility() || String(window.getSelection())) return;
    form.elements.place.value = line.dataset.name;
    form.elements.place.dispatchEvent(new Event("input", { bubbles: true }));
    form.elements.place.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
