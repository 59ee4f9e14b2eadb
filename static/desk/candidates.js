"use strict";
/* What the machine found becomes a button that fills its field; a field that has the focus shows where its value stands. */
(function () {
  document.querySelectorAll("[data-fills]").forEach((list) => {
    const field = document.getElementById(list.dataset.fills);
    if (!field) return;
    list.querySelectorAll("li[data-value]").forEach((item) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "candidate";
      button.textContent = item.textContent;
      button.addEventListener("click", () => {
        field.value = item.dataset.value;
        field.dispatchEvent(new Event("change", { bubbles: true }));
        field.focus();
      });
      item.replaceChildren(button);
    });
  });
  document.addEventListener("focusin", (event) => {
    const id = event.target.id, found = id && document.getElementById(`found-${id}`);
    if (!id || id.startsWith("found-") || !event.target.closest("#correction")) return;
    document.querySelectorAll(".found.is-current").forEach((mark) => mark.classList.remove("is-current"));
    if (!found || !found.checkVisibility()) return;
    found.classList.add("is-current");
    const frame = found.closest(".view");
    if (frame && frame.scrollHeight > frame.clientHeight) frame.scrollTop = found.offsetTop - frame.clientHeight / 3;
  });
})();
