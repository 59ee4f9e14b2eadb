// Keeps what is under way up to date: asks for the page again and takes over the part that waits, until it is over.
"use strict";
(() => {
  const part = document.querySelector("[data-renew]");
  if (!part) return;

  async function renew() {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = answer.ok && page.querySelector("[data-renew]");
      if (fresh) {
        part.replaceChildren(...fresh.childNodes);
        part.dataset.renew = fresh.dataset.renew;
      }
    } catch {
      // The server is away for a moment: the next round asks again.
    }
    if (part.dataset.renew === "waits") setTimeout(renew, 2000);
  }

  if (part.dataset.renew === "waits") setTimeout(renew, 2000);
})();
