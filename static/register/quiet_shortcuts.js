"use strict";
/* The calendar's links stay for the mouse; the Tab key goes from field to field. */
window.addEventListener("load", () => {
  document.querySelectorAll(".datetimeshortcuts a").forEach((link) => { link.tabIndex = -1; });
});
