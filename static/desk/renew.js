"use strict";
/* While files are read the table is asked for again, and only what changed is replaced: the ticks, the focus and the place stay. */
(function () {
  const place = document.getElementById("intake-status");
  if (!place) return;
  const BUSY = 1000, QUIET = 20000;
  let timer = 0, last = "";

  function marked(root) { return Array.from(root.querySelectorAll("[id]"), (part) => part.id); }
  function isOver() { return place.firstElementChild.dataset.isOver === "yes"; }
  function soon(wait) {
    window.clearTimeout(timer);
    timer = window.setTimeout(renew, wait);
  }
  async function renew() {
    if (document.hidden && isOver()) { soon(QUIET); return; }
    try {
      const answer = await fetch(place.dataset.href, { credentials: "same-origin", redirect: "error" });
      const text = answer.ok ? await answer.text() : last;
      if (text !== last) take(text);
      last = text;
    } catch {
      // The server is away for a moment: the next round asks again.
    }
    soon(isOver() ? QUIET : BUSY);
  }
  function take(text) {
    const fresh = new DOMParser().parseFromString(text, "text/html").body.firstElementChild;
    if (!fresh) return;
    const unticked = new Set(Array.from(place.querySelectorAll("input[name=id]:not(:checked)"), (box) => box.value));
    const focused = document.activeElement && place.contains(document.activeElement) ? path(document.activeElement) : "";
    fresh.querySelectorAll("input[name=id]").forEach((box) => { if (unticked.has(box.value)) box.checked = false; });
    const status = place.querySelector("[role=status]"), freshStatus = fresh.querySelector("[role=status]");
    if (status && freshStatus) {
      // The same element stays, so that what changes in it is read out.
      if (status.innerHTML !== freshStatus.innerHTML) status.replaceChildren(...freshStatus.childNodes);
      freshStatus.replaceWith(status);
    }
    place.replaceChildren(fresh);
    if (focused) {
      const again = place.querySelector(focused);
      if (again) again.focus({ preventScroll: true });
    }
    document.dispatchEvent(new CustomEvent("intake:renewed", { detail: marked(fresh) }));
  }
  function path(element) {
    const row = element.closest("[id]");
    if (!row) return "";
    const kind = element.matches("input") ? "input" : element.matches("a") ? "a" : "button";
    return element === row ? `#${row.id}` : `#${row.id} ${kind}`;
  }
  document.addEventListener("intake:sent", () => soon(100));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) soon(0); });
  soon(isOver() ? QUIET : BUSY);
})();
