// A form that is saved while one types: says how that stands, tries again when the connection was away, and
// asks before one leaves with words that were not kept. htmx sends; the server says what was saved.
(() => {
  "use strict";
  const form = document.querySelector("[data-bewaar][hx-post]");
  const stand = document.getElementById("stand");
  if (!form || !stand) return;
  let nog = false;
  let weg = false;
  let onderweg = false;
  let stuk = false;
  let vreemd = false;
  let straks = null;
  const zeg = (tekst, mis) => {
    const zin = stand.querySelector("p");
    zin.textContent = tekst;
    zin.className = mis ? "oz-stand__mis" : "";
    // Only what goes wrong is spoken: who types does not want to hear every save.
    if (mis) zin.setAttribute("role", "alert");
    else zin.removeAttribute("role");
    delete zin.dataset.bewaard;
  };
  const opnieuw = () => {
    if (nog && !weg && window.htmx) window.htmx.trigger(form, "bewaar");
  };
  form.addEventListener("input", () => {
    if (!nog) zeg(form.dataset.nog, false);
    nog = true;
  });
  // A save that is on its way comes first: what it answers, the button has to send along. And without a
  // connection the page stays, with its words.
  form.addEventListener("submit", (e) => {
    if (onderweg || stuk) {
      e.preventDefault();
      straks = e.submitter;
      if (!onderweg) {
        nog = true;
        opnieuw();
      }
    } else weg = true;
  });
  form.addEventListener("htmx:beforeRequest", () => { nog = false; onderweg = true; });
  form.addEventListener("htmx:afterRequest", (e) => {
    onderweg = false;
    stuk = vreemd || !e.detail.successful;
    vreemd = false;
    const knop = straks;
    straks = null;
    if (knop && !stuk) form.requestSubmit(knop);
  });
  form.addEventListener("htmx:beforeSwap", (e) => {
    // Logged out meanwhile: the answer is the login page, which does not belong here.
    const pad = new URL(e.detail.xhr.responseURL || location.href).pathname;
    vreemd = pad !== form.dataset.bewaar;
    if (vreemd) {
      e.detail.shouldSwap = false;
      nog = true;
      zeg(form.dataset.afgemeld, true);
    }
  });
  form.addEventListener("htmx:afterSwap", () => {
    if (!stand.querySelector("[data-bewaard]")) nog = true;
  });
  const mislukt = () => {
    nog = true;
    zeg(form.dataset.mis, true);
    setTimeout(opnieuw, 10000);
  };
  form.addEventListener("htmx:sendError", mislukt);
  form.addEventListener("htmx:responseError", mislukt);
  window.addEventListener("online", opnieuw);
  // Typed before this script was there, on a slow connection, or put back by the browser: it counts as typed.
  const anders = (veld) => {
    if (!veld.name || veld.type === "hidden" || !("defaultValue" in veld)) return false;
    if (veld.type === "radio" || veld.type === "checkbox") return veld.checked !== veld.defaultChecked;
    return veld.value !== veld.defaultValue;
  };
  window.addEventListener("load", () => {
    if (Array.from(form.elements).some(anders)) form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  window.addEventListener("beforeunload", (e) => {
    if (nog && !weg) e.preventDefault();
  });
})();
