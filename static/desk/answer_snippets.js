"use strict";
/* Snippets: those of the chosen decision are listed, Enter or a click puts one into the reason; nothing is sent. */
(function () {
  const chosen = () => document.querySelector("#answer [name=decision]:checked");
  const buttons = () => Array.from(document.querySelectorAll("#snippets .snippet")).filter((button) => !button.closest("li").hidden);

  function filter() {
    const decision = chosen() ? chosen().value : "";
    document.querySelectorAll("#snippets li").forEach((line) => {
      line.hidden = Boolean(decision && line.dataset.decision && line.dataset.decision !== decision);
    });
  }
  function insert(words) {
    const reason = document.getElementById("reason");
    const isInside = reason.selectionStart > 0 && reason.selectionStart < reason.value.length;
    const start = isInside ? reason.selectionStart : reason.value.length, end = isInside ? reason.selectionEnd : start;
    const gap = start && !/\s$/.test(reason.value.slice(0, start)) ? "\n" : "";
    reason.setRangeText(gap + words, start, end, "end");
    reason.dispatchEvent(new Event("input", { bubbles: true }));
    document.getElementById("snippets").open = false;
    reason.focus();
  }
  document.addEventListener("toggle", (event) => { if (event.target.id === "snippets" && event.target.open) filter(); }, true);
  document.addEventListener("change", (event) => { if (event.target.name === "decision") filter(); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".snippet");
    if (!button) return;
    event.preventDefault();
    insert(button.dataset.text);
  });
  document.addEventListener("keydown", (event) => {
    if (!event.target.matches(".snippet") || !["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
    event.preventDefault();
    const all = buttons(), at = all.indexOf(event.target);
    if (event.key === "Escape") { document.getElementById("snippets").open = false; document.querySelector("#snippets summary").focus(); }
    else all[(at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length].focus();
  });
  document.addEventListener("answer:snippets", () => {
    const list = document.getElementById("snippets");
    if (!list) return;
    list.open = true;
    filter();
    (buttons()[0] || list.querySelector("summary")).focus();
  });
})();
