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
  let herhaalt = false;
  // A line that falters is often back at once; one that stays away is not asked more than every ten seconds.
  const EERST = 1250;
  let pauze = EERST;
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
  // What was not saved yet is saved first: what that answers, the button has to send along. And without a
  // connection the page stays, with its words.
  form.addEventListener("submit", (e) => {
    if (!weg && window.htmx && (onderweg || stuk || nog)) {
      e.preventDefault();
      straks = e.submitter;
      if (!onderweg) {
        nog = true;
        opnieuw();
      }
    } else weg = true;
  });
  // What was sent and got no answer may have been saved. It is sent again as it was, until there is an answer:
  // then nobody has to choose against one's own words. What was typed since follows after it.
  form.addEventListener("htmx:configRequest", (e) => {
    herhaalt = e.target === form && "onderweg" in form.dataset;
    form.toggleAttribute("data-herhaalt", herhaalt);
    if (e.target !== form) return;
    const velden = e.detail.formData;
    const eigen = (naam) => naam !== "csrfmiddlewaretoken";
    if (herhaalt) {
      for (const naam of Array.from(velden.keys()).filter(eigen)) velden.delete(naam);
      for (const [naam, waarde] of JSON.parse(form.dataset.onderweg)) velden.append(naam, waarde);
    } else {
      form.dataset.onderweg = JSON.stringify(Array.from(velden).filter(([naam]) => eigen(naam)));
    }
  });
  form.addEventListener("htmx:beforeRequest", () => { nog = herhaalt; onderweg = true; });
  form.addEventListener("htmx:afterRequest", (e) => {
    onderweg = false;
    stuk = vreemd || !e.detail.successful;
    vreemd = false;
    if (!stuk) pauze = EERST;
    if (herhaalt && !stuk) {
      nog = true;
      zeg(form.dataset.nog, false);
      opnieuw();
      return;
    }
    const knop = straks;
    straks = null;
    if (knop && !stuk) {
      weg = true;
      form.requestSubmit(knop);
    }
  });
  form.addEventListener("htmx:beforeSwap", (e) => {
    // 502 and up: something between here and the server gave up, nobody knows whether it was saved.
    if (e.detail.requestConfig.elt === form && e.detail.xhr.status < 502) delete form.dataset.onderweg;
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
    setTimeout(opnieuw, pauze);
    pauze = Math.min(2 * pauze, 10000);
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
