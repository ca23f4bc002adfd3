/*
 * The back office's script. Everything works without it; this makes it quicker.
 *
 * Plain modules, no build. The relative imports mean that the whole folder is served under one
 * version prefix (/v/<build>/js/…), never with a hash per file.
 */
import { startCards } from "./onthaal/cards.js";
import { startCombos } from "./onthaal/combo.js";
import { startDialogs } from "./onthaal/dialogs.js";
import { startDrafts } from "./onthaal/drafts.js";
import { startFields } from "./onthaal/fields.js";
import { startKeys } from "./onthaal/keys.js";
import { startLists } from "./onthaal/lists.js";
import { startLive } from "./onthaal/live.js";
import { startPalette } from "./onthaal/palette.js";
import { startRequests } from "./onthaal/requests.js";
import { startTheme } from "./onthaal/theme.js";
import { startTimes } from "./onthaal/times.js";
import { startToasts } from "./onthaal/toasts.js";
import { startUploads } from "./onthaal/uploads.js";

document.documentElement.classList.add("has-script");

for (const start of [
  startRequests,
  startToasts,
  startDialogs,
  startPalette,
  startKeys,
  startLists,
  startFields,
  startDrafts,
  startCards,
  startCombos,
  startTheme,
  startTimes,
  startUploads,
  startLive,
]) {
  try {
    start();
  } catch (error) {
    // One enhancement that fails must not take the others with it.
    console.error(error);
  }
}
