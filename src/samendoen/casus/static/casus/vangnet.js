// What one typed and the server does not have yet, kept on this device until it has: when the phone closes the
// page without a connection, the words are there again at the next visit. Encrypted with a key that only comes
// with the page, so only for who may open it; what is older than a week is thrown away.
(() => {
  "use strict";
  const form = document.querySelector("[data-vangnet]");
  const stand = document.getElementById("stand");
  if (!form || !stand || !window.crypto || !crypto.subtle) return;
  const VOOR = "samendoen-vangnet-";
  const WEEK = 7 * 24 * 60 * 60 * 1000;
  const naam = VOOR + form.dataset.vangnetNaam;
  const bytes = (tekst) => Uint8Array.from(atob(tekst), (c) => c.charCodeAt(0));
  const tekst = (rij) => btoa(Array.from(new Uint8Array(rij), (b) => String.fromCharCode(b)).join(""));
  const sleutel = crypto.subtle.importKey("raw", bytes(form.dataset.vangnet), "AES-GCM", false, [
    "encrypt", "decrypt",
  ]);
  let beurt = 0;

  // Name -> values, of what the form would send; the choice about a clash is made anew.
  const lees = () => {
    const velden = {};
    for (const [naam, waarde] of new FormData(form)) {
      if (!/^(csrfmiddlewaretoken$|keuze_|gezien_)/.test(naam)) (velden[naam] ??= []).push(waarde);
    }
    return velden;
  };
  const bewaar = async () => {
    const mijn = ++beurt;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const klaar = new TextEncoder().encode(JSON.stringify({ velden: lees(), onderweg: form.dataset.onderweg }));
    const geheim = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await sleutel, klaar);
    if (mijn !== beurt) return;
    try {
      localStorage.setItem(naam, JSON.stringify({ op: Date.now(), iv: tekst(iv), geheim: tekst(geheim) }));
    } catch { /* full, or not allowed on this device: the page still has the words */ }
  };
  const weg = () => { beurt += 1; localStorage.removeItem(naam); };
  const ruimOp = () => {
    for (const sleutelnaam of Object.keys(localStorage)) {
      if (!sleutelnaam.startsWith(VOOR)) continue;
      let op = 0;
      try { op = JSON.parse(localStorage.getItem(sleutelnaam)).op; } catch { /* broken: goes too */ }
      if (!(Date.now() - op < WEEK)) localStorage.removeItem(sleutelnaam);
    }
  };
  const zetTerug = async () => {
    const bewaard = localStorage.getItem(naam);
    if (!bewaard) return;
    let velden, onderweg;
    try {
      const { iv, geheim } = JSON.parse(bewaard);
      const klaar = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv) }, await sleutel, bytes(geheim));
      ({ velden, onderweg } = JSON.parse(new TextDecoder().decode(klaar)));
      velden = Object.fromEntries(Object.entries(velden).filter(([v]) => form.elements[v]));
    } catch { weg(); return; }
    const nu = lees();
    const mee = (naam) => form.elements[naam].type === "hidden";
    const anders = Object.keys(velden).filter((v) => !mee(v) && `${velden[v]}` !== `${nu[v]}`);
    if (!anders.length) { weg(); return; }
    if (onderweg) form.dataset.onderweg = onderweg;
    for (const veld of form.elements) {
      // The signs go back too: the server compares with what was read then, and asks when a colleague wrote.
      if (!(veld.name in velden) || !(mee(veld.name) || anders.includes(veld.name))) continue;
      if (veld.type === "radio" || veld.type === "checkbox") veld.checked = velden[veld.name].includes(veld.value);
      else veld.value = velden[veld.name][0];
    }
    const veld = form.elements[anders[0]];
    (veld instanceof RadioNodeList ? veld[0] : veld).dispatchEvent(new Event("input", { bubbles: true }));
    stand.querySelector("p").textContent = form.dataset.teruggezet;
  };
  ruimOp();
  // Not before htmx listens: what is put back is saved at once.
  if (document.readyState === "complete") zetTerug();
  else window.addEventListener("load", zetTerug);
  form.addEventListener("input", bewaar);
  form.addEventListener("change", bewaar);
  let getypt = false;
  form.addEventListener("input", () => { getypt = true; });
  form.addEventListener("htmx:beforeRequest", (e) => {
    if (e.target !== form) return;
    getypt = "herhaalt" in form.dataset;
    bewaar();
  });
  form.addEventListener("htmx:afterSwap", (e) => {
    if (e.target !== stand) return;
    if (stand.querySelector("[data-bewaard]") && !getypt) weg();
    else if (getypt) bewaar();
  });
})();
