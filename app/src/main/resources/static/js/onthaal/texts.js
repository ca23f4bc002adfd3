/*
 * The few sentences the script itself says. Dutch stands here; a page in another language, or an
 * authority with words of its own, sends <script type="application/json" id="onthaal-texts">.
 */
const dutch = {
  draftSaving: "Bewaren…",
  draftSaved: "Concept bewaard om {0} uur",
  draftFailed: "Nog niet bewaard. Wat u typte blijft hier staan; we proberen het opnieuw.",
  offline: "Geen verbinding. Wat u typte blijft hier staan.",
  online: "De verbinding is terug.",
  failed: "Dat is niet gelukt (code {0}). Wat u typte blijft hier staan. Probeer het opnieuw.",
  signedOut: "U bent afgemeld. Meld u aan in een ander tabblad en probeer het dan opnieuw.",
  forbidden: "Dat mag u niet doen. Er is niets gewijzigd.",
  conflict:
    "Een collega was u voor. Herlaad om de wijziging te zien; wat u typte blijft in het concept.",
  undo: "Ongedaan maken",
  close: "Sluiten",
  copied: "Gekopieerd",
  selectedOne: "1 geselecteerd",
  selectedMany: "{0} geselecteerd",
  resultsOne: "1 resultaat",
  resultsMany: "{0} resultaten",
  noResults: "Geen resultaten",
  charactersLeft: "Nog {0} tekens",
  charactersOver: "{0} tekens te veel",
};

const block = document.getElementById("onthaal-texts");
const texts = block ? { ...dutch, ...JSON.parse(block.textContent) } : dutch;

export function text(key, ...values) {
  return texts[key].replace(/\{(\d)\}/g, (_, index) => values[index]);
}

export function counted(one, many, number) {
  return number === 1 ? text(one) : text(many, number);
}
