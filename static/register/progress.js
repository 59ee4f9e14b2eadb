// Keeps the progress of a publication up to date: asks for the page again and takes over its status.
"use strict";
(() => {
  const status = document.getElementById("publication-status");
  if (!status) return;

  async function renew() {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("publication-status");
      if (fresh) {
        status.replaceChildren(...fresh.childNodes);
        status.dataset.isOver = fresh.dataset.isOver;
      }
    } catch {
      // The server is away for a moment: the next round asks again.
    }
    if (status.dataset.isOver !== "yes") setTimeout(renew, 2000);
  }

  if (status.dataset.isOver !== "yes") setTimeout(renew, 2000);
})();
