"use strict";
/* A text box with a list becomes a combobox: typing narrows the list, accents optional, Enter takes the marked line. */
(function () {
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/đ/g, "d").replace(/([bcdghklmnpqrstvx])y/g, "$1i").replace(/[-\s]+/g, " ").trim();
  const MOST = 12;
  let made = 0;

  function enhance(input) {
    if (input.dataset.combobox || input.name.includes("__prefix__")) return;
    const list = document.getElementById(input.getAttribute("list"));
    if (!list) return;
    input.dataset.combobox = "on";
    input.removeAttribute("list");
    const options = Array.from(list.options, (o) => ({ text: o.value, key: fold(o.value), closed: "closed" in o.dataset }));
    const box = document.createElement("ul");
    box.className = "combobox-list";
    box.id = "combobox-" + ++made;
    box.setAttribute("role", "listbox");
    box.hidden = true;
    input.after(box);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", box.id);
    let marked = -1;

    function close() {
      box.hidden = true;
      marked = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    function mark(place) {
      const lines = box.children;
      if (!lines.length) return;
      marked = (place + lines.length) % lines.length;
      Array.from(lines).forEach((line, at) => line.setAttribute("aria-selected", String(at === marked)));
      input.setAttribute("aria-activedescendant", lines[marked].id);
      lines[marked].scrollIntoView({ block: "nearest" });
    }
    function take(text) {
      input.value = text;
      close();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    function open() {
      const words = fold(input.value).split(" ").filter(Boolean);
      const found = options.filter((o) => words.every((word) => o.key.includes(word)));
      box.replaceChildren(...found.slice(0, MOST).map((option, at) => {
        const line = document.createElement("li");
        line.id = box.id + "-" + at;
        line.setAttribute("role", "option");
        line.textContent = option.text;
        if (option.closed) line.className = "closed";
        line.addEventListener("mousedown", (event) => { event.preventDefault(); take(option.text); });
        return line;
      }));
      box.hidden = !found.length;
      input.setAttribute("aria-expanded", String(!box.hidden));
      marked = -1;
      if (found.length && words.length) mark(0);
    }
    input.addEventListener("input", open);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (box.hidden) open();
        mark(marked + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Escape" && !box.hidden) {
        event.preventDefault();
        close();
      } else if ((event.key === "Enter" || event.key === "Tab") && !box.hidden && marked >= 0) {
        if (event.key === "Enter") event.preventDefault();
        take(box.children[marked].textContent);
      }
    });
  }

  function enhanceAll(root) { root.querySelectorAll("input[list]").forEach(enhance); }
  document.addEventListener("DOMContentLoaded", () => enhanceAll(document));
  document.addEventListener("formset:added", (event) => enhanceAll(event.target));
})();
