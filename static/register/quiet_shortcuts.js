"use strict";
/* The calendar's links stay for the mouse; the Tab key goes from field to field. They are drawn when the page has loaded, so after that. */
window.addEventListener("load", () => window.setTimeout(() => {
  document.querySelectorAll(".datetimeshortcuts a").forEach((link) => { link.tabIndex = -1; });
}, 0));
