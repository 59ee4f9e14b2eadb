"use strict";
/* The keys of the splitting page: one note of the margin has the focus, its acts have their keys beside them. They can be
   switched off; everything they do is done by buttons and links too. */
(function () {
  const page = document.querySelector(".split");
  if (!page) return;
  const KEEP = "split:keys", DROPPED = `split:dropped:${location.pathname}`;
  const box = document.getElementById("keys-on"), form = document.getElementById("span");
  const notes = () => Array.from(page.querySelectorAll(".split-note")).filter((note) => !note.hidden);
  const current = () => document.activeElement && document.activeElement.closest(".split-note");
  const isOn = () => !box || box.checked;
  const tell = (name, detail) => !document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));

  function read(store, key, otherwise) {
    try { return JSON.parse(store.getItem(key)) ?? otherwise; } catch { return otherwise; }
  }
  function write(store, key, value) {
    try { store.setItem(key, JSON.stringify(value)); } catch { /* switched off: it holds for this page alone */ }
  }
  function focus(note) {
    if (!note) return;
    note.focus({ preventScroll: true });
    note.closest(".split-paragraph").scrollIntoView({ block: "nearest" });
  }
  function light(note) {
    page.querySelectorAll(".split-span.is-current").forEach((each) => each.classList.remove("is-current"));
    if (note) page.querySelectorAll(`.split-span[data-note="${CSS.escape(note.id)}"]`).forEach((each) => each.classList.add("is-current"));
  }
  function move(step) {
    const all = notes(), at = all.indexOf(current());
    focus(at < 0 ? all.find((note) => note.id === page.dataset.at) || all[0] : all[Math.min(Math.max(at + step, 0), all.length - 1)]);
  }
  function drop(note) {
    const all = notes(), next = all[all.indexOf(note) + 1] || all[all.indexOf(note) - 1];
    note.hidden = true;
    page.querySelectorAll(`.split-span[data-note="${CSS.escape(note.id)}"]`).forEach((each) => each.classList.add("is-dropped"));
    write(sessionStorage, DROPPED, [...read(sessionStorage, DROPPED, []), note.id]);
    focus(next);
  }
  function act(note, key) {
    const control = note && Array.from(note.querySelectorAll("[data-key]")).find((each) => each.dataset.key.toLowerCase() === key);
    if (!control) return false;
    if (key === "x") drop(note);
    else control.click();
    return true;
  }
  function lead(key) {
    const link = document.querySelector(`[data-act="${key}"]`);
    if (link) link.click();
    return Boolean(link);
  }

  page.addEventListener("focusin", () => light(current()));
  page.addEventListener("click", (event) => {
    const note = event.target.closest(".split-note"), span = event.target.closest(".split-span");
    if (event.target.closest("[data-key=x]")) drop(note);
    else if (span && !String(window.getSelection())) focus(document.getElementById(span.dataset.note));
  });
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const isField = event.target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      const owner = event.target.closest("form") || document.getElementById("preview");
      const button = owner && owner.querySelector("[data-confirms], [type=submit]");
      if (button) { event.preventDefault(); owner.requestSubmit(button); }
      return;
    }
    if (event.key === "Escape") {
      event.target.blur();
      tell("split:drop");
      focus(document.getElementById(page.dataset.at));
      return;
    }
    if (!isOn() || event.ctrlKey || event.metaKey || isField) return;
    const key = event.key.toLowerCase(), note = current(), isControl = event.target.matches("a, button, summary, input");
    let isDone = false;
    if (event.shiftKey && key.startsWith("arrow")) {
      const isForward = key === "arrowright" || key === "arrowdown", by = key === "arrowdown" || key === "arrowup" ? "sentence" : "word";
      tell("split:extend", { by, isForward, movesStart: event.altKey });
      isDone = true;
    } else if (event.altKey) {
      return;
    } else if (event.target.name === "kind" && /^[1-7]$/.test(key)) {
      const radio = form.querySelectorAll("[name=kind]")[Number(key) - 1];
      radio.checked = true;
      radio.focus();
      radio.dispatchEvent(new Event("change", { bubbles: true }));
      isDone = true;
    } else if (event.target.name === "kind") {
      return;
    } else if (key === "j" || key === "arrowdown") { move(1); isDone = true; }
    else if (key === "k" || key === "arrowup") { move(-1); isDone = true; }
    else if (key === "enter") {
      isDone = !isControl && (tell("split:take") || act(note, "enter"));
    } else if (["e", "x", "0", "delete"].includes(key)) isDone = act(note, key);
    else if (["a", "r", "n"].includes(key)) isDone = lead(key);
    else if (key === "m") { tell("split:form"); isDone = true; }
    else if (key === "/") { document.getElementById("find")?.focus(); isDone = true; }
    else if (key === "?") {
      const keys = document.getElementById("keys");
      keys.open = !keys.open;
      if (keys.open) keys.querySelector("summary").focus();
      isDone = true;
    }
    if (isDone) event.preventDefault();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "once";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((sent) => { delete sent.dataset.sent; }));

  if (box) {
    box.closest("p").hidden = false;
    box.checked = read(localStorage, KEEP, true);
    const show = () => document.body.classList.toggle("without-keys", !box.checked);
    box.addEventListener("change", () => { write(localStorage, KEEP, box.checked); show(); });
    show();
  }
  page.querySelectorAll("[data-key=x]").forEach((button) => { button.hidden = false; });
  read(sessionStorage, DROPPED, []).forEach((id) => {
    const note = document.getElementById(id);
    if (!note) return;
    note.hidden = true;
    page.querySelectorAll(`.split-span[data-note="${CSS.escape(id)}"]`).forEach((each) => each.classList.add("is-dropped"));
  });
  const preview = document.getElementById("preview"), details = document.getElementById("form");
  const wrong = form && form.querySelector("[aria-invalid=true]");
  function begin() {
    if (preview) preview.querySelector("[data-confirms]").focus();
    else if (wrong) wrong.focus();
    else if (details && details.open) (form.querySelector("[name=kind]:checked") || form.querySelector("[name=kind]")).focus();
    else focus(document.getElementById(page.dataset.at));
  }
  begin();
  // An address with a fragment takes the focus away again once the page was loaded.
  if (location.hash) window.addEventListener("load", () => window.setTimeout(() => { if (document.activeElement === document.body) begin(); }, 0));
})();
