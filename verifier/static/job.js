"use strict";
// Shows how far a file is. Without this the page asks for itself again now and then.
const job = document.querySelector("[data-job]");

function left(seconds) {
  if (seconds === null) return "";
  if (seconds < 60) return "; less than a minute left";
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `; about ${minutes} minute${minutes === 1 ? "" : "s"} left`;
  const hours = Math.round(minutes / 60);
  return `; about ${hours} hour${hours === 1 ? "" : "s"} left`;
}

function pace(rows) {
  if (rows === null) return "";
  const shown = rows >= 10 ? Math.round(rows).toLocaleString("en") : rows.toFixed(1);
  return `; ${shown} a second`;
}

function put(id, text) {
  write(document.getElementById(id), text);
}

function write(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

let tenths = 0;
async function ask() {
  let wait = 1000;
  try {
    const answer = await fetch(job.dataset.job, { headers: { Accept: "application/json" } });
    if (answer.status === 404) return location.reload();
    if (!answer.ok) throw new Error(String(answer.status));
    const found = await answer.json();
    if (!["waiting", "running"].includes(found.state)) return location.reload();
    const counts = found.counts;
    for (const name of ["done", "to_look_at", "without_points", "failed", "duplicates"]) {
      put(name, counts[name].toLocaleString("en"));
    }
    for (const place of document.querySelectorAll("[data-codes]")) {
      const rows = place.dataset.codes.split(" ").map((code) => counts.verdicts[code] || 0);
      write(place, rows.reduce((sum, each) => sum + each, 0).toLocaleString("en"));
    }
    put("headline", found.state === "running" ? "Checking" : "Waiting");
    put("pace", pace(found.state === "running" ? found.rows_per_second : null));
    put("left", left(found.seconds_left));
    document.getElementById("progress").value = counts.done;
    const now = Math.floor(found.share_done * 10);
    if (now > tenths) put("told", `${now * 10} percent of the rows are checked`);
    tenths = now;
    wait = counts.done > 5000 ? 3000 : 1000;
  } catch {
    wait = 1000 * Number(job.dataset.every);
  }
  setTimeout(ask, wait);
}

if (job) setTimeout(ask, 1000);
