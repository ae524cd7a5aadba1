/* Before anything is painted: what this reader chose last time. The page itself is the same for everybody. */
(function () {
  "use strict";

  const root = document.documentElement;
  root.classList.add("js");
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem("lantai-reading"));
  } catch (problem) {
    /* no storage: the page as it is */
  }
  kept = kept || { elder: "elderFirst" in root.dataset };
  if (kept.elder) root.dataset.elder = "";
  if (/^[1-5]$/.test(kept.type)) root.dataset.type = kept.type;
})();
