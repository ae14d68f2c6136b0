// Small help on top of pages that work without it. No library, nothing inline.
(() => {
  "use strict";
  const schrijft = (doel) => doel.closest("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (e) => {
    if (e.key === "/" && !e.ctrlKey && !e.metaKey && !e.altKey && !schrijft(e.target)) {
      const zoek = document.querySelector("[data-zoek]");
      if (zoek) {
        e.preventDefault();
        zoek.focus();
        zoek.select();
      }
    }
    if (e.key === "Escape") {
      for (const menu of document.querySelectorAll("[data-menu][open]")) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    }
  });

  // Arrow keys walk through what was found: down from the box or from the sentence above it, and back up.
  document.addEventListener("keydown", (e) => {
    const stap = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    const lijst = [...document.querySelectorAll("[data-resultaat]")];
    if (!stap || !lijst.length) return;
    const vak = document.querySelector("[data-zoek]");
    const hier = lijst.indexOf(document.activeElement);
    if (hier < 0 && document.activeElement !== vak && !document.activeElement.matches("[data-focus]")) return;
    e.preventDefault();
    if (hier + stap < 0) vak.focus();
    else lijst[Math.min(hier + stap, lijst.length - 1)].focus();
  });

  document.addEventListener("click", (e) => {
    for (const menu of document.querySelectorAll("[data-menu][open]")) {
      if (!menu.contains(e.target)) menu.open = false;
    }
    const opener = e.target.closest("[data-dialoog]");
    if (opener) {
      const dialoog = document.getElementById(opener.dataset.dialoog);
      if (dialoog && dialoog.showModal) {
        e.preventDefault();
        dialoog.showModal();
      }
    }
    const sluit = e.target.closest("[data-sluit]");
    if (sluit) {
      e.preventDefault();
      sluit.closest("dialog").close();
    }
    if (e.target.matches("dialog.sd-dialoog")) e.target.close();
  });

  // What was sent is not sent again by an impatient second click; after ten seconds one may try again.
  const vrij = (form) => {
    delete form.dataset.verstuurd;
    for (const knop of form.querySelectorAll("[aria-busy]")) knop.removeAttribute("aria-busy");
  };
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (form.method !== "post" || e.defaultPrevented) return;
    if (form.dataset.verstuurd) {
      e.preventDefault();
      return;
    }
    form.dataset.verstuurd = "ja";
    if (e.submitter) e.submitter.setAttribute("aria-busy", "true");
    setTimeout(() => vrij(form), 10000);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("[data-verstuurd]").forEach(vrij));

  // A table that fits needs no stop for the keyboard.
  const meet = () => {
    for (const vak of document.querySelectorAll(".sd-tabelvak")) {
      if (vak.scrollWidth > vak.clientWidth) vak.tabIndex = 0;
      else vak.removeAttribute("tabindex");
    }
  };
  meet();
  window.addEventListener("resize", meet);
  document.addEventListener("htmx:afterSettle", meet);

  // What must be read first: a list of errors after sending a form.
  const eerst = document.querySelector("[data-focus]");
  if (eerst) eerst.focus();
})();
